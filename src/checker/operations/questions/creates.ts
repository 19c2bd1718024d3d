import type { Site } from '../../model/operation.ts';
import { isKernelsOwn, mountAt } from '../../model/path.ts';
import type { Requirement } from '../../model/requirement.ts';
import { directoryFor, mountPathOf } from './objects.ts';
import { mayAccess, syscall, visible, writableMount } from './requirements.ts';

/**
 * Answers what it takes to create a file in the root of a volume. Without a volume the operation uses a place that every
 * container can write (/dev/shm), and nothing is asked. Null: the volume is not mounted.
 */
export function creates(
  site: Site,
  wanted: { readonly name: string; readonly volume: string | undefined },
): readonly Requirement[] | null {
  if (wanted.volume === undefined) return [];
  const folder = mountPathOf(site, wanted.volume);
  if (folder === null) return null;
  return createsAt(site, { path: `${folder}/${wanted.name}`, volume: wanted.volume });
}

/** Creating answers EROFS before it looks at permissions (fs/namei.c, lookup_open: mnt_want_write comes first). */
export function createsAt(
  site: Site,
  { path, volume }: { readonly path: string; readonly volume: string | undefined },
): readonly Requirement[] {
  const isUnknown = isKernelsOwn(path) && mountAt(site.container.mounts, path) === null;
  return [
    syscall('openat'),
    ...(volume === undefined ? [] : [visible(path, volume)]),
    writableMount(path),
    // Whose the folders of the kernel are is not known here.
    ...(isUnknown ? [] : [mayAccess(directoryFor(site, path), 'write')]),
  ];
}
