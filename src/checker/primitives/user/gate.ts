import { kubernetes, man } from '../../facts/sources.ts';
import { uidAfterExec, type EffectiveContainer } from '../../model/container.ts';
import { mountAt } from '../../model/path.ts';
import type { Gate } from '../../model/primitive.ts';
import { reasonsOf } from '../../model/reason.ts';
import type { Origin } from '../../model/resolved.ts';
import type { FileAccess } from '../../model/requirement.ts';
import type { FileFacts } from '../../model/world.ts';
import type { UserCodes } from './messages.ts';

const reason = reasonsOf<UserCodes>();

const citeIds = man('credentials(7)', 'User and group identifiers');
const citeFsGroup = kubernetes('pkg/volume/volume_linux.go', 'changeFilePermission');
const citeMode = man('path_resolution(7)', 'Permissions');

export const uidIs: Gate<'uid-is'> = ({ uid: wanted }, { user }) => {
  const uid = user.uid.value;
  if (uid === wanted) {
    return { answer: 'passes', layer: 'dac', reason: reason('user/same-uid', { uid }, [user.uid.origin], citeIds) };
  }
  return {
    answer: 'stops',
    layer: 'dac',
    reason: reason('user/other-uid', { uid, wanted }, [user.uid.origin], citeIds),
  };
};

export const fileOwner: Gate<'file-owner'> = ({ file }, { user }) => {
  const uid = user.uid.value;
  const { path } = file;
  if (uid === file.uid) {
    return {
      answer: 'passes',
      layer: 'dac',
      reason: reason('user/owns-file', { path, uid }, [user.uid.origin], citeMode),
    };
  }
  const facts = { path, uid, owner: file.uid };
  return { answer: 'stops', layer: 'dac', reason: reason('user/not-owner', facts, [user.uid.origin], citeMode) };
};

const bitOf = { read: 0o4, write: 0o2, execute: 0o1, search: 0o1 } as const;

/**
 * "The permission bits of the file consist of three groups of three bits" (path_resolution(7)): the first group that fits the
 * process decides alone, also where a later one would allow more.
 */
export const fileMode: Gate<'file-mode'> = ({ file, access, program }, container) => {
  const { user } = container;
  const uid = program === undefined ? user.uid.value : uidAfterExec(program.file, container);
  const process: Asking = { uid, gid: user.gid.value, groups: user.groups.value };
  const group = groupThatFits(file, process);
  const allowed = allows(file, access, process);
  const given = givenAway(file, container);
  if (given !== null && allows(given.file, access, process) !== allowed) {
    const open = reason('user/fs-group-perhaps', { path: file.path, gid: given.file.gid }, [given.origin], citeFsGroup);
    return { answer: 'cannot-tell', layer: 'dac', reason: open };
  }
  const facts = {
    path: file.path,
    mode: `0${(file.mode & 0o7777).toString(8).padStart(3, '0')}`,
    uid,
    owner: file.uid,
    as: group.as,
    access,
  };
  const byGroup = file.gid === process.gid ? user.gid.origin : user.groupOrigins[file.gid];
  const origins = [(group.as === 'group' && byGroup) || user.uid.origin];
  return {
    answer: allowed ? 'passes' : 'stops',
    layer: 'dac',
    reason: reason(allowed ? 'user/mode-allows' : 'user/mode-refuses', facts, origins, citeMode),
  };
};

interface Asking {
  readonly uid: number;
  readonly gid: number;
  readonly groups: readonly number[];
}

/** To change what is in a folder takes both bits (fs/namei.c, may_create: MAY_WRITE | MAY_EXEC). */
function allows(file: FileFacts, access: FileAccess, process: Asking): boolean {
  const bits = access === 'write' && file.kind === 'directory' ? bitOf.write | bitOf.search : bitOf[access];
  return ((file.mode >> groupThatFits(file, process).shift) & bits) === bits;
}

/** Of a folder that the world does not name nobody can say whose it is. */
export const unnamedFolder: Gate<'unnamed-folder'> = ({ path }) => ({
  answer: 'cannot-tell',
  layer: 'dac',
  reason: reason('user/folder-not-named', { path }, [], citeMode),
});

/** Sources that stay as they are: they may be others' too (Kubernetes pkg/volume, callers of NewVolumeOwnership). */
const keptAsTheyAre: readonly string[] = ['hostPath', 'nfs', 'image'];

/**
 * Answers a file as `fsGroup` leaves it: "chown -1:fsGroup", and what 0660 opens, for folders 0110 as well (Kubernetes
 * pkg/volume/volume_linux.go, changeFilePermission). The kubelet does it when it sets the volume up, so a file that came later
 * is as it was made.
 */
function givenAway(
  file: FileFacts,
  { mounts, user }: EffectiveContainer,
): { readonly file: FileFacts; readonly origin: Origin } | null {
  const mount = mountAt(mounts, file.path);
  if (user.fsGroup === null || mount === null || keptAsTheyAre.includes(mount.source)) return null;
  const mode = file.mode | (file.kind === 'directory' ? 0o770 : 0o660);
  return { file: { ...file, gid: user.fsGroup.value, mode }, origin: user.fsGroup.origin };
}

function groupThatFits(
  file: FileFacts,
  { uid, gid, groups }: Asking,
): { as: 'owner' | 'group' | 'other'; shift: number } {
  if (file.uid === uid) return { as: 'owner', shift: 6 };
  if (file.gid === gid || groups.includes(file.gid)) return { as: 'group', shift: 3 };
  return { as: 'other', shift: 0 };
}
