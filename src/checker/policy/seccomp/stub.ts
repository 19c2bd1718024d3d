/**
 * What runc puts in front of the filter, so that a C library takes a call that is newer than the profile for one that is
 * not there (libcontainer/seccomp/patchbpf/enosys_linux.go). crun has nothing like it.
 */
import { multiplexedOnI386, type Entry } from '../../facts/syscalls.ts';
import type { Action } from './actions.ts';
import { architectures } from './architectures.ts';
import { numberOn } from './names.ts';
import type { OciProfile } from './oci.ts';
import { nameInC, type Plan } from './plan.ts';

/** With these as default a call that nobody named goes through, or is somebody else's to judge. */
const permissive: readonly Action['kind'][] = ['allow', 'log', 'trace'];

/**
 * A slip of runc: it compares `defaultErrnoRet` with the whole return value SCMP_ACT_ERRNO(ENOSYS) and not with ENOSYS. With
 * 38 the stub stays, and says what the default says.
 */
const wholeReturnValue = 0x50026n;

/**
 * Answers the highest number that the profile names, for each entry that it LISTS; every higher one gets ENOSYS. Names of
 * all rules count, whatever their action. An entry without names has no stub, and neither has the native one unlisted.
 */
export function enosysStub(profile: OciProfile, { kind }: Action): Plan['stub'] {
  if (permissive.includes(kind) || profile.defaultErrnoRet === wholeReturnValue) return {};
  const listed = profile.architectures.flatMap(
    ({ text }) => architectures[text.replace('SCMP_ARCH_', '')]?.entry ?? [],
  );
  const names = new Set(profile.rules.flatMap((rule) => rule.names.map(nameInC)));
  const highest = (entry: Entry): number => Math.max(0, ...[...names].map((name) => resolved(entry, name)));
  // Number 0 does not count as one.
  return Object.fromEntries(
    [...new Set(listed)].map((entry) => [entry, highest(entry)]).filter(([, top]) => top !== 0),
  );
}

/** What i386 multiplexes has a number below zero for libseccomp, although newer kernels have a plain one too. */
function resolved(entry: Entry, name: string): number {
  return entry === 'i386' && multiplexedOnI386(name) !== null ? 0 : (numberOn(entry, name) ?? 0);
}
