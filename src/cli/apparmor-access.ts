/** The small grammar of `bulkhead apparmor`: one access in one word of the shell. */
import { appArmorWords, type AppArmorAccess } from '../checker/policy/apparmor/index.ts';
import { Unusable } from './unusable.ts';

export const accessGrammar = `    open LETTERS PATH          LETTERS of r, w, a: open r /etc/shadow, open rw /x; t: it is cut to nothing, c: it is new
    create, unlink, truncate, append, chmod, chown, lock, symlink, mknod, bind PATH
    mkdir, rmdir, list PATH    a directory; its path ends with /, and so it does in rules
    mmap x PATH                mapped to be run, as a library is; rx and the like ask for r as well
    rename OLD NEW, exchange ONE OTHER, link OLD NEW
    exec PATH                  which profile it runs under, too
    stat, readlink, chdir, access, connect PATH
    capability NAME, network FAMILY [TYPE], rlimit NAME LIMIT
                               capability chown, network inet raw, network inet tcp; without a type: stream
    mount [fstype=TYPE] [options=A,B] [SOURCE] TARGET, remount, umount TARGET, pivot_root NEW [OLD]
                               mount fstype=tmpfs options=ro,nosuid tmpfs /mnt/, mount options=bind /a/ /b/
    signal send|receive [NAME] [peer=LABEL], ptrace [trace|read|tracedby|readby] [peer=LABEL]
                               signal send kill peer=unconfined; without a name: term; without a peer: the profile itself
    change_profile NAME
    PATH is the path that the kernel has resolved, in double quotes where it holds blanks. Behind it may stand
    inherited (an unconfined process opened it), deleted, disconnected (under no root that the process has).`;

/** What an access needs to know beside its own words. */
export interface Around {
  /** The profile that asks, which is the peer where none is named. */
  readonly profile: string;
}

type Reader = (words: readonly string[], around: Around) => AppArmorAccess | null;

/** Answers an access, or throws in words why it is none. */
export function readAccess(written: string, around: Around): AppArmorAccess {
  const [name = '', ...words] = wordsOf(written);
  const read = Object.hasOwn(readers, name) ? readers[name] : undefined;
  const access = read?.(words, around) ?? null;
  if (access === null) throw new Unusable(`\`${written}\` is no access. An access is one of\n${accessGrammar}`);
  return access;
}

/** Blanks part words, but not between double quotes. */
function wordsOf(written: string): readonly string[] {
  return [...written.matchAll(/(?:[^\s"]|"[^"]*")+/g)].map(([word]) => word.replaceAll('"', ''));
}

const bits = { r: 4, w: 2, a: 8, l: 16, k: 32, m: 64 } as const;

/** A call that asks for these on the one path it names. */
function onFile(asks: number, more: { readonly isNew?: true; readonly isFolder?: true } = {}): Reader {
  return (words) => fileAccess({ words, asks, isNew: more.isNew === true, isFolder: more.isFolder === true });
}

interface OnFile {
  readonly words: readonly string[];
  readonly asks: number;
  readonly isNew: boolean;
  readonly isFolder: boolean;
}

function fileAccess({ words, asks, isNew, isFolder }: OnFile): AppArmorAccess | null {
  const [path, how = 'path', ...rest] = words;
  if (path === undefined || !path.startsWith('/') || rest.length > 0) return null;
  if (!['path', 'deleted', 'inherited', 'disconnected'].includes(how)) return null;
  // The old name of a file that is gone still counts, with and without the flag `mediate_deleted` [measured on 6.1].
  const by = how === 'inherited' || how === 'disconnected' ? how : 'path';
  return { kind: 'file', path: resolved(isFolder ? `${path}/` : path), asks, isNew, by };
}

/**
 * What the kernel makes of a path by its words alone: no `.`, no `..`, no slash twice, and a number for `self`. Symlinks of a
 * file system are the asker's to follow.
 */
function resolved(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  const isFolder = /\/\.{0,2}$/.test(path) && parts.length > 0;
  const plain = `/${parts.join('/')}${isFolder ? '/' : ''}`;
  return plain
    .replace(/^\/proc\/thread-self(?=\/)/, '/proc/1234/task/1234')
    .replace(/^\/proc\/self(?=\/)/, '/proc/1234');
}

const open: Reader = ([letters = '', ...words]) => {
  if (!/^[rwatc]+$/.test(letters)) return null;
  const asks = [...letters].reduce((all, letter) => all | ({ t: bits.w, c: bits.w }[letter] ?? bits[letter as 'r']), 0);
  return fileAccess({ words, asks, isNew: letters.includes('c'), isFolder: false });
};

const mmap: Reader = ([letters = '', ...words]) => {
  if (letters.startsWith('/')) return mmap(['x', letters, ...words], { profile: '' });
  if (!/^[rwx]+$/.test(letters)) return null;
  const asks = [...letters].reduce((all, letter) => all | (letter === 'x' ? bits.m : bits[letter as 'r']), 0);
  return fileAccess({ words, asks, isNew: false, isFolder: false });
};

const onPair =
  (kind: 'rename' | 'exchange' | 'link'): Reader =>
  ([from, to, ...rest]) =>
    from?.startsWith('/') && to?.startsWith('/') && rest.length === 0
      ? { kind, from: resolved(from), to: resolved(to) }
      : null;

const nothing: Reader = ([path, ...rest]) => (path?.startsWith('/') && rest.length === 0 ? { kind: 'nothing' } : null);

const exec: Reader = ([path, ...rest]) =>
  path?.startsWith('/') && rest.length === 0 ? { kind: 'exec', path: resolved(path) } : null;

const capability: Reader = ([name = '', ...rest]) => {
  const known = rest.length === 0 ? appArmorWords.capability(name) : null;
  return known === null ? null : { kind: 'capability', capability: known };
};

const network: Reader = ([family = '', type = 'stream', ...rest]) => {
  const socket = rest.length === 0 ? appArmorWords.socket(family, type) : null;
  return socket === null ? null : { kind: 'network', ...socket };
};

/** `options=(a, b)` is one word once the blanks in the brackets are gone. */
const mount =
  (already: number): Reader =>
  (words) => {
    const joined = words.join(' ').replace(/\(([^)]*)\)/g, (_, inner: string) => inner.replace(/[\s,]+/g, ','));
    const parts = joined.split(' ').filter((word) => word !== '' && word !== '->');
    const named = (name: string): string =>
      parts.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
    const places = parts.filter((word) => !/^(fstype|options)=/.test(word));
    // What has a value is for the file system, and rules do not look at it.
    const options = named('options')
      .split(',')
      .filter((word) => word !== '' && !word.includes('='));
    const flags = appArmorWords.mountOptions(options);
    const [first, second, ...rest] = places;
    if (first === undefined || flags === null || rest.length > 0) return null;
    const [source, target] = second === undefined ? ['', first] : [first, second];
    return target.startsWith('/')
      ? { kind: 'mount', flags: flags | already, type: named('fstype'), source, target }
      : null;
  };

const umount: Reader = ([target, ...rest]) =>
  target?.startsWith('/') && rest.length === 0 ? { kind: 'umount', target: resolved(target) } : null;

const pivotRoot: Reader = ([newRoot = '/', oldRoot = newRoot, ...rest]) =>
  rest.length === 0 ? { kind: 'pivot_root', newRoot, oldRoot } : null;

/** Answers what is behind `peer=`, and the other words. */
function peerIn(words: readonly string[], { profile }: Around) {
  const peer = words.find((word) => word.startsWith('peer='))?.slice(5) ?? profile;
  return { peer, others: words.filter((word) => !word.startsWith('peer=')) };
}

const signal: Reader = (words, around) => {
  const { peer, others } = peerIn(words, around);
  const [does, name = 'term', ...rest] = others;
  const known = appArmorWords.signal(name.replace(/^set=/, ''));
  if ((does !== 'send' && does !== 'receive') || known === null || rest.length > 0) return null;
  return { kind: 'signal', does, signal: known, peer };
};

const ptrace: Reader = (words, around) => {
  const { peer, others } = peerIn(words, around);
  const [asked = 'trace'] = others;
  const does = (['trace', 'read', 'tracedby', 'readby'] as const).find((word) => word === asked);
  return does === undefined || others.length > 1 ? null : { kind: 'ptrace', does, peer };
};

const changeProfile: Reader = (words) => {
  const [name, ...rest] = words.filter((word) => word !== '->');
  return name === undefined || rest.length > 0 ? null : { kind: 'change_profile', name };
};

const rlimit: Reader = ([resource, limit = '', ...rest]) =>
  resource !== undefined && /^\d+$/.test(limit) && rest.length === 0
    ? { kind: 'rlimit', resource, limit: Number(limit) }
    : null;

const readers: Readonly<Record<string, Reader>> = {
  open,
  create: onFile(bits.w, { isNew: true }),
  mknod: onFile(bits.w, { isNew: true }),
  symlink: onFile(bits.w, { isNew: true }),
  bind: onFile(bits.w, { isNew: true }),
  mkdir: onFile(bits.w, { isNew: true, isFolder: true }),
  rmdir: onFile(bits.w, { isFolder: true }),
  list: onFile(bits.r, { isFolder: true }),
  unlink: onFile(bits.w),
  truncate: onFile(bits.w),
  append: onFile(bits.a),
  chmod: onFile(bits.w),
  chown: onFile(bits.w),
  read: onFile(bits.r),
  write: onFile(bits.w),
  lock: onFile(bits.k),
  mmap,
  rename: onPair('rename'),
  exchange: onPair('exchange'),
  link: onPair('link'),
  exec,
  stat: nothing,
  readlink: nothing,
  chdir: nothing,
  access: nothing,
  connect: nothing,
  capability,
  network,
  mount: mount(0),
  remount: mount(32),
  umount,
  pivot_root: pivotRoot,
  signal,
  ptrace,
  change_profile: changeProfile,
  rlimit,
};
