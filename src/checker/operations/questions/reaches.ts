import { man } from '../../facts/sources.ts';
import type { Site } from '../../model/operation.ts';
import type { Requirement } from '../../model/requirement.ts';
import type { FileFacts } from '../../model/world.ts';
import { fileAt } from './objects.ts';
import { mayAccess, mayAccessAfterExec, standsAs } from './requirements.ts';

const citeWalk = man('path_resolution(7)', 'Step 2: walk along the path');

export interface Way {
  readonly path: string;
  /** The program of the image that goes there, where it is not the container's own process. */
  readonly through?: FileFacts;
}

/**
 * Answers what it takes to come to a path: search permission on every folder above it that the world knows, and no file among
 * them. A folder that everybody may search is not asked, and one that nobody names counts as such.
 */
export function reaches(site: Site, { path, through }: Way): readonly Requirement[] {
  return foldersAbove(path).flatMap((folder) => {
    const known = fileAt(site, folder);
    if (known === null) return [];
    if (known.kind === 'file') return [standsAs(known, { stop: 'ENOTDIR', cite: citeWalk })];
    if ((known.mode & 0o111) === 0o111) return [];
    return [
      through === undefined
        ? mayAccess(known, 'search')
        : mayAccessAfterExec(through, { file: known, access: 'search' }),
    ];
  });
}

function foldersAbove(path: string): readonly string[] {
  const found = ['/'];
  for (let end = path.indexOf('/', 1); end !== -1; end = path.indexOf('/', end + 1)) found.push(path.slice(0, end));
  return found;
}
