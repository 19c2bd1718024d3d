import type { Site } from '../../model/operation.ts';
import { isKernelsOwn, leadsToKernel, mountAt } from '../../model/path.ts';
import type { Requirement } from '../../model/requirement.ts';
import { directoryFor, mountPathOf } from './objects.ts';
import { reaches } from './reaches.ts';
import { mayAccess, mayWriteUnnamed, syscall, visible, writableMount } from './requirements.ts';

/** Where an operation makes its files when no volume is named: a tmpfs that everybody may write to. */
const scratch = '/dev/shm';

interface Place {
  readonly path: string;
  readonly volume: string | undefined;
}

/** Answers what it takes to create a file in the root of a volume, or in /dev/shm. Null: the volume is not mounted. */
export function creates(
  site: Site,
  { name, volume }: { readonly name: string; readonly volume: string | undefined },
): readonly Requirement[] | null {
  const folder = volume === undefined ? scratch : mountPathOf(site, volume);
  return folder === null ? null : createsAt(site, { path: `${folder}/${name}`, volume });
}

/** Answers what it takes to create a file at a path with open(2). */
export function createsAt(site: Site, place: Place): readonly Requirement[] {
  return [syscall('openat'), ...takesNew(site, place)];
}

/** Creating answers EROFS before it looks at the folder's permissions (fs/namei.c, lookup_open: mnt_want_write comes first). */
export function takesNew(site: Site, { path, volume }: Place): readonly Requirement[] {
  const isUnknown = (isKernelsOwn(path) && mountAt(site.container.mounts, path) === null) || leadsToKernel(path);
  const folder = directoryFor(site, path);
  return [
    ...reaches(site, { path }),
    ...(volume === undefined ? [] : [visible(path, volume)]),
    writableMount(path),
    // Whose the folders of the kernel are is not known here.
    ...(isUnknown ? [] : [folder === null ? mayWriteUnnamed(path) : mayAccess(folder, 'write')]),
  ];
}
