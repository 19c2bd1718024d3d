/** "Privileged is one more setting." It overrules the others: all capabilities, no filter, no masks. */
import type { Misconception } from '../attempt.ts';

export const m14: Misconception = {
  id: 'M14',
  showsIn({ start, now }) {
    const { value, origin } = now.privilegedContainer;
    return value && !start.privilegedContainer.value ? [origin] : null;
  },
};
