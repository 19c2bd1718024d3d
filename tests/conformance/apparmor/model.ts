/** The model asked the same things as `kernel.ts` asks a compiled policy. */
import { debianIncludes, readAppArmorProfiles } from '../../../src/checker/policy/apparmor/index.ts';
import type { AppArmorAccess } from '../../../src/checker/policy/apparmor/index.ts';
import { decideMount, decidePivotRoot, decideUmount } from '../../../src/checker/policy/apparmor/decide-mount.ts';
import { judgePtrace, judgeSignal } from '../../../src/checker/policy/apparmor/decide-peer.ts';
import { judgeChange } from '../../../src/checker/policy/apparmor/decide-change-profile.ts';
import { decideCapability, decideNetwork } from '../../../src/checker/policy/apparmor/decide.ts';
import { decidingRule } from '../../../src/checker/policy/apparmor/decide-exec.ts';
import { decideLink, filesAt, tallyAt } from '../../../src/checker/policy/apparmor/decide-file.ts';
import type { File, Profile } from '../../../src/checker/policy/apparmor/policy.ts';

export function read(text: string) {
  return readAppArmorProfiles({ file: 'profile', text }, debianIncludes);
}

/** Answers the bits as the kernel's tables have them. A named transition counts as such, whatever its number is. */
export function fileBits(profile: Profile, path: string): readonly [owner: number, other: number] {
  return [bitsFor(profile, path, true), bitsFor(profile, path, false)];
}

function bitsFor(profile: Profile, path: string, isOwner: boolean): number {
  const { allowed } = tallyAt(profile, { path, isOwner });
  const deciding = (allowed & 1) === 0 ? null : decidingRule(filesAt(profile, { path, isOwner }));
  return allowed | (deciding === null ? 0 : execBits(deciding));
}

const goes = { inherit: 0, plain: 4, unconfined: 1, profile: 2, child: 3 } as const;

function execBits({ rule: { exec } }: File): number {
  if (exec === null) return 0;
  const inherits = exec.goes === 'inherit' || exec.otherwise === 'inherit';
  const isUnsafe = !exec.cleans && exec.goes !== 'inherit' && exec.goes !== 'plain';
  const kind = exec.target === null ? goes[exec.goes] : 4;
  return (exec.otherwise === 'unconfined' ? 128 : 0) | (isUnsafe ? 256 : 0) | (inherits ? 512 : 0) | (kind << 10);
}

/** Answers whether one profile grants an access of its own side. */
export function grants(profile: Profile, access: AppArmorAccess): boolean | null {
  switch (access.kind) {
    case 'mount':
      return decideMount(profile, access).missing === '';
    case 'umount':
      return decideUmount(profile, access.target).missing === '';
    case 'pivot_root':
      return decidePivotRoot(profile, access).missing === '';
    case 'signal':
      return judgeSignal(profile, access).missing === '';
    case 'ptrace':
      return judgePtrace(profile, access).missing === '';
    case 'network':
      return decideNetwork(profile, access).missing === '';
    case 'capability':
      return decideCapability(profile, access.capability.slice(4).toLowerCase()).missing === '';
    case 'link':
      return decideLink(profile, access, { profile: profile.name, uid: 0, owner: 0, noNewPrivs: false }).missing === '';
    case 'change_profile':
      return judgeChange(profile, access.name).missing === '';
    default:
      return null;
  }
}
