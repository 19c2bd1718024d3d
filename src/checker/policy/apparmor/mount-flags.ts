/**
 * Options of mounts as flags. Source: apparmor 3.0, parser/mount.h and mount.cc (mnt_opts_table); include/uapi/linux/mount.h.
 */
export const flag = {
  rdonly: 1,
  nosuid: 2,
  nodev: 4,
  noexec: 8,
  sync: 16,
  remount: 32,
  mand: 64,
  dirsync: 128,
  noatime: 1 << 10,
  nodiratime: 1 << 11,
  bind: 1 << 12,
  move: 1 << 13,
  rec: 1 << 14,
  silent: 1 << 15,
  acl: 1 << 16,
  unbindable: 1 << 17,
  private: 1 << 18,
  slave: 1 << 19,
  shared: 1 << 20,
  relatime: 1 << 21,
  iversion: 1 << 23,
  strictatime: 1 << 24,
} as const;

/** What a word sets, and what it clears: `rw` is the absence of `ro`. */
interface Meaning {
  readonly set: number;
  readonly clear: number;
}

const sets = (set: number): Meaning => ({ set, clear: 0 });
const clears = (clear: number): Meaning => ({ set: 0, clear });

function propagation(name: string, set: number): Readonly<Record<string, Meaning>> {
  const alone = sets(set);
  const deep = sets(set | flag.rec);
  return { [name]: alone, [`make-${name}`]: alone, [`r${name}`]: deep, [`make-r${name}`]: deep };
}

/** `user` and `nouser` are words of mount(8) that never reach the kernel. */
function makeFlags(): Readonly<Record<string, Meaning>> {
  return {
    ro: sets(flag.rdonly),
    r: sets(flag.rdonly),
    'read-only': sets(flag.rdonly),
    rw: clears(flag.rdonly),
    w: clears(flag.rdonly),
    suid: clears(flag.nosuid),
    nosuid: sets(flag.nosuid),
    dev: clears(flag.nodev),
    nodev: sets(flag.nodev),
    exec: clears(flag.noexec),
    noexec: sets(flag.noexec),
    sync: sets(flag.sync),
    async: clears(flag.sync),
    remount: sets(flag.remount),
    mand: sets(flag.mand),
    nomand: clears(flag.mand),
    dirsync: sets(flag.dirsync),
    atime: clears(flag.noatime),
    noatime: sets(flag.noatime),
    diratime: clears(flag.nodiratime),
    nodiratime: sets(flag.nodiratime),
    bind: sets(flag.bind),
    B: sets(flag.bind),
    move: sets(flag.move),
    M: sets(flag.move),
    rbind: sets(flag.bind | flag.rec),
    R: sets(flag.bind | flag.rec),
    verbose: sets(flag.silent),
    silent: sets(flag.silent),
    loud: clears(flag.silent),
    acl: sets(flag.acl),
    noacl: clears(flag.acl),
    ...propagation('unbindable', flag.unbindable),
    ...propagation('private', flag.private),
    ...propagation('slave', flag.slave),
    ...propagation('shared', flag.shared),
    relatime: sets(flag.relatime),
    norelatime: clears(0),
    iversion: sets(flag.iversion),
    noiversion: clears(flag.iversion),
    strictatime: sets(flag.strictatime),
    user: clears(1 << 31),
    nouser: sets(1 << 31),
  };
}

/** The words of a rule. Marked as pure, so that a page that reads no profile carries none. */
export const mountFlags = /* @__PURE__ */ makeFlags();

/** Changes of propagation: unbindable, private, slave, shared. */
export const makes = 0x1e0000;
/** All flags that the parser knows (MS_ALL_FLAGS). */
export const allFlags = 0x1bffcff;
/** Words that make a mount something else than a new one (MS_CMDS): remount, bind, move, rec and the four above. */
export const commands = 0x1e7020;
