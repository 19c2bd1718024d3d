/** Every operation, one row each. The folder holds one file per row and nothing else but `questions/`. */
import type { Operation, Parameters } from '../model/operation.ts';
import { bindPort } from './bind-port.ts';
import { chmodForeignFile } from './chmod-foreign-file.ts';
import { chownForeignFile } from './chown-foreign-file.ts';
import { chownOwnFile } from './chown-own-file.ts';
import { chroot } from './chroot.ts';
import { fileCapsBinary } from './file-caps-binary.ts';
import { killOtherUid } from './kill-other-uid.ts';
import { killOwnProcess } from './kill-own-process.ts';
import { mknodChar } from './mknod-char.ts';
import { mountTmpfs } from './mount-tmpfs.ts';
import { netlinkLinkSet } from './netlink-link-set.ts';
import { packetSocket } from './packet-socket.ts';
import { rawSocket } from './raw-socket.ts';
import { readForeign0600 } from './read-foreign-0600.ts';
import { readPath } from './read-path.ts';
import { seccompInstallFilter } from './seccomp-install-filter.ts';
import { setFileCaps } from './set-file-caps.ts';
import { setgroupsCall } from './setgroups-call.ts';
import { setuidBinary } from './setuid-binary.ts';
import { setuidBinaryChown } from './setuid-binary-chown.ts';
import { setuidBinaryRawSocket } from './setuid-binary-raw-socket.ts';
import { setuidBinaryRead } from './setuid-binary-read.ts';
import { setuidCall } from './setuid-call.ts';
import { start } from './start.ts';
import { writeEmptydir } from './write-emptydir.ts';
import { writePath } from './write-path.ts';
import { writeRootfsRootDir } from './write-rootfs-root-dir.ts';

const rows = [
  start,
  bindPort,
  rawSocket,
  packetSocket,
  netlinkLinkSet,
  chownForeignFile,
  chmodForeignFile,
  chownOwnFile,
  setFileCaps,
  readForeign0600,
  readPath,
  writePath,
  writeRootfsRootDir,
  writeEmptydir,
  mountTmpfs,
  mknodChar,
  chroot,
  setuidBinary,
  setuidBinaryRawSocket,
  setuidBinaryChown,
  setuidBinaryRead,
  fileCapsBinary,
  killOtherUid,
  killOwnProcess,
  setuidCall,
  setgroupsCall,
  seccompInstallFilter,
] as const;

/** Parameters are checked against `operation.parameters` where a call is read (`src/labs`, command line), so rows lose their own type here. */
export const operations: readonly Operation[] = rows as unknown as readonly Operation[];

/** Ids that stand for a family with its parameters given. */
const members: Readonly<Record<string, { readonly family: string; readonly parameters: Parameters }>> = {
  'bind-port-80': { family: 'bind-port', parameters: { port: 80 } },
};

export const operationIds: readonly string[] = [...operations.map(({ id }) => id), ...Object.keys(members)];

const byId: ReadonlyMap<string, Operation> = new Map(operations.map((operation) => [operation.id, operation]));

/** Answers the operation behind an id, with the parameters that the id itself gives; null for an id nobody knows. */
export function operationNamed(id: string): { readonly operation: Operation; readonly parameters: Parameters } | null {
  const member = members[id];
  const operation = byId.get(member?.family ?? id);
  return operation === undefined ? null : { operation, parameters: member?.parameters ?? {} };
}
