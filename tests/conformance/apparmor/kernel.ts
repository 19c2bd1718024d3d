/**
 * A compiled policy asked as the kernel asks it. Source: Linux security/apparmor/file.c, mount.c, ipc.c, task.c and net.c,
 * read at 6.1.
 */
import { capabilities } from '../../../src/checker/index.ts';
import { type AppArmorAccess } from '../../../src/checker/policy/apparmor/index.ts';
import { families, socketTypes } from '../../../src/checker/policy/apparmor/sockets.ts';
import { signalNumber } from '../../../src/checker/policy/apparmor/signals.ts';
import { step, walk, type Automaton, type Blob } from './policy-blob.ts';

/** Answers the fourteen bits of the owner and of others on a path: permissions, and how a program is run. */
export function fileBits({ files }: Blob, path: string): readonly [owner: number, other: number] {
  if (files === null) return [0, 0];
  const accept = files.accept[walk(files, Buffer.from(path))] ?? 0;
  return [accept & 0x3fff, (accept >>> 14) & 0x3fff];
}

const classOf = { mount: 7, network: 14, signal: 10, ptrace: 9 } as const;
const granted = { umount: 4, mount: 2, pivot: 1 } as const;
const peerBits = { send: 2, receive: 4, trace: 2, read: 4, tracedby: 8, readby: 16 } as const;

/** Answers whether the policy grants an access of its own side, null for one that it does not judge. */
export function grants(blob: Blob, access: AppArmorAccess): boolean | null {
  const { policy, files } = blob;
  if (access.kind === 'capability')
    return (blob.capabilities & (1n << BigInt(capabilities.indexOf(access.capability)))) !== 0n;
  if (access.kind === 'link') return files !== null && grantsLink(files, access);
  if (access.kind === 'change_profile')
    return files !== null && has(files, walk(files, Buffer.from(access.name)), 1 << 31);
  if (policy === null) return false;
  switch (access.kind) {
    case 'mount':
      return has(policy, mountState(policy, access), granted.mount);
    case 'umount':
      return has(policy, walk(policy, [classOf.mount, ...Buffer.from(access.target)]), granted.umount);
    case 'pivot_root':
      return has(policy, walk(policy, words(classOf.mount, access.newRoot, access.oldRoot)), granted.pivot);
    case 'signal': {
      const state = walk(policy, [classOf.signal, signalNumber(access.signal), ...Buffer.from(access.peer)]);
      return has(policy, state, peerBits[access.does]);
    }
    case 'ptrace':
      return has(policy, walk(policy, [classOf.ptrace, ...Buffer.from(access.peer)]), peerBits[access.does]);
    case 'network': {
      const [family, type] = [families.indexOf(access.family), socketTypes[access.type] ?? 0];
      return has(policy, walk(policy, [classOf.network, family >> 8, family & 255, type >> 8, type & 255]), 2);
    }
    default:
      return null;
  }
}

const link = { may: 16, isSubset: 32 };

/** The pair of both names stands behind a zero; the flag in it asks that the new name has no right that the old one lacks. */
function grantsLink(files: Automaton, { from, to }: { readonly from: string; readonly to: string }): boolean {
  const atNew = walk(files, Buffer.from(to));
  if (!has(files, atNew, link.may)) return false;
  const pair = walk(files, [0, ...Buffer.from(from)], atNew);
  if (!has(files, pair, link.may)) return false;
  if (!has(files, pair, link.isSubset)) return true;
  const rights = (state: number): number => (files.accept[state] ?? 0) & 0x6f;
  return (rights(atNew) & ~rights(walk(files, Buffer.from(from)))) === 0;
}

function has({ accept }: Automaton, state: number, bit: number): boolean {
  return ((accept[state] ?? 0) & bit) !== 0;
}

function words(first: number, ...rest: readonly string[]): readonly number[] {
  return [first, ...rest.flatMap((word, index) => [...(index === 0 ? [] : [0]), ...Buffer.from(word)])];
}

const flag = { bind: 4096, rec: 16384, move: 8192, silent: 32768, remount: 32, makes: 0x1e0000 };

function mountState(policy: Automaton, access: Extract<AppArmorAccess, { kind: 'mount' }>): number {
  const { flags, source, type } = seen(access);
  let state = walk(policy, words(classOf.mount, access.target, source, type));
  state = step(policy, state, 0);
  for (let index = 0; index < 32; index += 1) if ((flags & (1 << index)) !== 0) state = step(policy, state, index + 1);
  return state;
}

/** What the kernel keeps of a mount, by its kind. */
function seen({ flags, source, type }: Extract<AppArmorAccess, { kind: 'mount' }>) {
  if ((flags & flag.remount) !== 0) return { flags, source: '', type: '' };
  if ((flags & flag.bind) !== 0) return { flags: flags & (flag.bind | flag.rec), source, type: '' };
  if ((flags & flag.makes) !== 0) return { flags: flags & (flag.makes | flag.rec | flag.silent), source: '', type: '' };
  if ((flags & flag.move) !== 0) return { flags: flag.move, source, type: '' };
  return { flags, source, type };
}

/** The number of a named transition is the parser's own counting. */
export function withoutNumber(bits: number): number {
  return bits >> 10 >= 4 ? (bits & 0x3ff) | (4 << 10) : bits;
}
