/** "Capabilities are written with their prefix." containerd puts `CAP_` in front of every name and passes over what it does not know. */
import { isEdit, type Misconception } from '../attempt.ts';

export const m07: Misconception = {
  id: 'M07',
  showsIn(attempt) {
    const prefixed = attempt.now.capabilities.ignoredNames
      .filter(({ name, origin }) => /^cap_/i.test(name) && isEdit(attempt, origin))
      .map(({ origin }) => origin);
    return prefixed.length === 0 ? null : prefixed;
  },
};
