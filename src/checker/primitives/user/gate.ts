import { man } from '../../facts/sources.ts';
import type { User } from '../../model/container.ts';
import type { Gate } from '../../model/primitive.ts';
import { reasonsOf } from '../../model/reason.ts';
import type { FileFacts } from '../../model/world.ts';
import type { UserCodes } from './messages.ts';

const reason = reasonsOf<UserCodes>();

const citeIds = man('credentials(7)', 'User and group identifiers');
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

const bitOf = { read: 0o4, write: 0o2, execute: 0o1 } as const;

/**
 * "The permission bits of the file consist of three groups of three bits" (path_resolution(7)): the first group that fits the
 * process decides alone, also where a later one would allow more.
 */
export const fileMode: Gate<'file-mode'> = ({ file, access }, { user }) => {
  const group = groupThatFits(file, user);
  const allowed = ((file.mode >> group.shift) & bitOf[access]) !== 0;
  const facts = {
    path: file.path,
    mode: `0${(file.mode & 0o7777).toString(8).padStart(3, '0')}`,
    uid: user.uid.value,
    owner: file.uid,
    as: group.as,
    access,
  };
  const origins = [group.as === 'group' ? user.gid.origin : user.uid.origin];
  return {
    answer: allowed ? 'passes' : 'stops',
    layer: 'dac',
    reason: reason(allowed ? 'user/mode-allows' : 'user/mode-refuses', facts, origins, citeMode),
  };
};

function groupThatFits(file: FileFacts, user: User): { as: 'owner' | 'group' | 'other'; shift: number } {
  if (file.uid === user.uid.value) return { as: 'owner', shift: 6 };
  if (file.gid === user.gid.value || user.groups.value.includes(file.gid)) return { as: 'group', shift: 3 };
  return { as: 'other', shift: 0 };
}
