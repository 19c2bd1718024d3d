/** The door of the folder for questions: what the kernel answers to an access under a policy. */
import type { Access, Answer, Asker } from './access.ts';
import { decideChangeProfile } from './decide-change-profile.ts';
import { decideExec, profileNamed } from './decide-exec.ts';
import { decideFile, decideLink, decideRename } from './decide-file.ts';
import { decideMount, decidePivotRoot, decideUmount } from './decide-mount.ts';
import { decidePtrace, decideSignal } from './decide-peer.ts';
import type { Policy, Profile } from './policy.ts';
import { reason } from './reasons.ts';
import { judge, notMediated, tallyOf, unconfined } from './tally.ts';

/** Answers an access of a process under a profile of the policy, null where the policy has no profile of that name. */
export function decideAppArmor(policy: Policy, access: Access, asker: Asker): Answer | null {
  const profile = profileNamed(policy, asker.profile);
  if (profile === null) return null;
  if (policy.open !== null) return cannotTell(profile, policy.open.name);
  return decideIn({ policy, profile, asker }, access);
}

interface Scene {
  readonly policy: Policy;
  readonly profile: Profile;
  readonly asker: Asker;
}

function decideIn({ policy, profile, asker }: Scene, access: Access): Answer {
  const { text } = profile;
  switch (access.kind) {
    case 'nothing':
      return notMediated(text);
    case 'file':
      return decideFile(profile, access, asker);
    case 'rename':
    case 'exchange':
      return decideRename(profile, access, asker);
    case 'link':
      return decideLink(profile, access, asker);
    case 'exec':
      return decideExec({ policy, profile, asker, path: access.path });
    case 'change_profile':
      return decideChangeProfile({ policy, profile, asker, name: access.name });
    case 'signal':
      return decideSignal({ policy, profile, ...access });
    case 'ptrace':
      return decidePtrace({ policy, profile, ...access });
    case 'mount':
      return decideMount(profile, access);
    case 'umount':
      return decideUmount(profile, access.target);
    case 'pivot_root':
      return decidePivotRoot(profile, access);
    case 'capability':
      return decideCapability(profile, access.capability.slice(4).toLowerCase());
    case 'network':
      return decideNetwork(profile, access);
    case 'rlimit':
      return decideRlimit(profile, access);
  }
}

function cannotTell({ text }: Profile, name: string): Answer {
  return { ...unconfined(text), decision: 'unknown', ...reason('apparmor-access/include-unknown', { name }) };
}

/** Whether the process holds the capability is another question (security/apparmor/capability.c). */
export function decideCapability({ capabilities, text }: Profile, name: string): Answer {
  const matched = capabilities.filter(({ names }) => names.length === 0 || names.includes(name));
  return judge(tallyOf(matched.map((rule) => ({ rule, bits: 1 }))), {
    profile: text,
    asked: 1,
    errno: 'EPERM',
    inWords: () => name,
  });
}

/** Asked at socket(2) and at each later call on it, so an inherited socket is cut too (security/apparmor/net.c). */
export function decideNetwork(
  { networks, text }: Profile,
  asked: { readonly family: string; readonly type: string },
): Answer {
  const matched = networks.filter(
    ({ family, type, deny, isUnix }) =>
      (family === null || family === asked.family) &&
      (type === null || type === asked.type) &&
      // A denied `unix` rule comes too late into the tables of 3.0.8 to take anything away [compiled policies].
      !(deny && isUnix),
  );
  return judge(tallyOf(matched.map((rule) => ({ rule, bits: 1 }))), {
    profile: text,
    asked: 1,
    errno: 'EACCES',
    inWords: () => `${asked.family} ${asked.type}`,
  });
}

/** Lower is free; above the limit even CAP_SYS_RESOURCE is no help (security/apparmor/resource.c). The last rule counts. */
function decideRlimit(
  { rlimits, text }: Profile,
  asked: { readonly resource: string; readonly limit: number },
): Answer {
  const rule = rlimits.findLast(({ resource }) => resource === asked.resource);
  if (rule === undefined || rule.limit === null || asked.limit <= rule.limit) return notMediated(text);
  const facts = { resource: asked.resource, limit: rule.limit };
  const answer = judge(tallyOf([]), {
    profile: text,
    asked: 1,
    errno: 'EACCES',
    inWords: () => asked.resource,
    otherwise: { code: 'apparmor-access/above-limit', facts },
  });
  return { ...answer, rules: [rule] };
}
