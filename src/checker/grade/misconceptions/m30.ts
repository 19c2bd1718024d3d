/** "`add` is the whole list." It is laid on top of the runtime's defaults, which are all still there. */
import { editsOf, gotThrough, pathOf, type Misconception } from '../attempt.ts';
import type { Origin } from '../../model/resolved.ts';

export const m30: Misconception = {
  id: 'M30',
  showsIn(attempt) {
    if (editsOf(attempt, 'capabilities.add').length === 0 || gotThrough(attempt).length === 0) return null;
    const { named, rest } = attempt.now.capabilities.boundingOrigin;
    const origins = [...Object.values(named), rest];
    const isIn = (list: string) => (origin: Origin) => pathOf(origin)?.includes(`.capabilities.${list}[`) === true;
    if (origins.some(isIn('drop'))) return null;
    return origins.filter(isIn('add'));
  },
};
