/** "Adding only adds what I name." `ALL` adds every capability of the node, and what the drops leave is wider than the default. */
import { isEdit, type Misconception } from '../attempt.ts';

export const m13: Misconception = {
  id: 'M13',
  showsIn(attempt) {
    const wider = attempt.widened.find(({ what, origin }) => what === 'bounding-set' && isEdit(attempt, origin));
    return wider === undefined ? null : [wider.origin];
  },
};
