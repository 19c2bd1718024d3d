/** "Dropping capabilities is enough." What got through asked for none, or a program became root on the way. */
import { editsOf, gotThrough, passesOf, type Misconception } from '../attempt.ts';

export const m03: Misconception = {
  id: 'M03',
  showsIn(attempt) {
    if (editsOf(attempt, 'capabilities.drop').length === 0) return null;
    const withoutCapability = gotThrough(attempt).filter(
      (outcome) => !passesOf(outcome).some(({ kind }) => kind === 'capability'),
    );
    return withoutCapability.length === 0 ? null : [attempt.now.capabilities.effectiveOrigin];
  },
};
