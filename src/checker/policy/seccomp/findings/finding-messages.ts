import { findingsOf } from '../../../model/diagnostic.ts';
import type { Messages } from '../../../model/explanation.ts';
import type { NoFacts } from '../../../model/fact.ts';

/** What is worth a second look in a profile that may load. */
interface FindingCodes {
  'seccomp-rule/unknown-key': { readonly key: string; readonly nearest: string | null };
  'seccomp-rule/docker-key': { readonly key: string };
  'seccomp-rule/old-form': NoFacts;
  'seccomp-rule/repeated-key': { readonly key: string };
  'seccomp-rule/other-letters': { readonly key: string; readonly field: string };
  'seccomp-rule/unknown-call': { readonly name: string; readonly nearest: string | null; readonly opens: boolean };
  'seccomp-rule/like-default': { readonly action: string };
  'seccomp-rule/never-counts': { readonly call: string; readonly line: number };
  'seccomp-rule/hidden-conditions': { readonly call: string; readonly line: number };
  'seccomp-rule/register-twice': { readonly index: number };
  'seccomp-rule/pointer': { readonly call: string; readonly index: number };
  'seccomp-rule/upper-half': { readonly call: string; readonly index: number };
  'seccomp-rule/errno-ignored': { readonly action: string };
  'seccomp-rule/errno-cut': { readonly written: string; readonly kept: number };
  'seccomp-rule/open-by-default': { readonly action: string };
  'seccomp-rule/entry-left-out': { readonly entry: string };
  'seccomp-rule/io-uring': { readonly call: string };
  'seccomp-rule/clone3': NoFacts;
  'seccomp-rule/no-execve': NoFacts;
}

export const finding = findingsOf<FindingCodes>();

export const findingMessages: Messages<FindingCodes> = {
  'seccomp-rule/unknown-key': ({ facts }) => ({
    what: `\`${facts.key}\` is no field here${facts.nearest === null ? '' : `; \`${facts.nearest}\` comes near`}.`,
    why: 'The runtime passes over fields that it does not know, and says nothing.',
    todo: 'Check the spelling, or take it out.',
  }),
  'seccomp-rule/docker-key': ({ facts }) => ({
    what: `\`${facts.key}\` is not read: it belongs to the profiles of Docker and Podman.`,
    why:
      facts.key === 'archMap'
        ? 'An OCI runtime looks for `architectures`. Without it only the native entry is filtered, and every other one is killed.'
        : 'An OCI runtime knows no conditions on capabilities, architectures or kernels: the rule holds always.',
    todo: 'Write what is meant for this one kind of container.',
  }),
  'seccomp-rule/old-form': () => ({
    what: 'A rule has `names`, a list; `name` is a form that is read no more.',
    why: 'runc takes it for a rule without names, which does nothing; crun refuses the profile.',
    todo: 'Make it `names`, with brackets.',
  }),
  'seccomp-rule/repeated-key': ({ facts }) => ({
    what: `\`${facts.key}\` stands twice in this object; this last one counts.`,
    why: 'Go keeps the last of a repeated key, and mixes lists item by item. crun, reading by itself, keeps the first.',
    todo: 'Put both together, or remove one.',
  }),
  'seccomp-rule/other-letters': ({ facts }) => ({
    what: `\`${facts.key}\` is read as \`${facts.field}\`.`,
    why: 'Go takes keys without regard to case. crun, reading by itself, does not.',
    todo: `Write \`${facts.field}\`.`,
  }),
  'seccomp-rule/unknown-call': ({ facts }) => ({
    what: `There is no call \`${facts.name}\`${facts.nearest === null ? '' : `; \`${facts.nearest}\` comes near`}.`,
    why: facts.opens
      ? 'libseccomp 2.5.4 drops a name that it does not know, and nobody says so. The call that was meant stays OPEN.'
      : 'libseccomp 2.5.4 drops a name that it does not know, and nobody says so. The call that was meant stays closed.',
    todo: 'Compare the name letter by letter with the title of its manual page: small letters, no blanks, no numbers.',
  }),
  'seccomp-rule/like-default': ({ facts }) => ({
    what: `This rule says what the default says, \`${facts.action}\`, and is left out.`,
    why: 'It protects nothing: another rule for the same call, with conditions, works in spite of it.',
    todo: 'Take it out, or change one of the two.',
  }),
  'seccomp-rule/never-counts': ({ facts }) => ({
    what: `For \`${facts.call}\` this rule never counts: the one on line ${facts.line} came first.`,
    why: 'Of two rules without conditions the first is kept, whatever the actions are, and nobody says so.',
    todo: 'Keep one of them.',
  }),
  'seccomp-rule/hidden-conditions': ({ facts }) => ({
    what: `For \`${facts.call}\` these conditions are lost: the rule on line ${facts.line} has none.`,
    why: 'A rule without conditions beats all others for its call, before or behind it, and nobody says so.',
    todo: 'Keep the rule without conditions only if it says the same as the default; it is left out then.',
  }),
  'seccomp-rule/register-twice': ({ facts }) => ({
    what: `Argument ${facts.index} stands twice in one rule: the rule holds where ANY of its conditions holds.`,
    why: 'libseccomp cannot ask one argument twice in a rule, so the runtime adds each condition as a rule of its own, those on other arguments too.',
    todo: 'There is no range in one rule: list the values, or turn the rule round.',
  }),
  'seccomp-rule/pointer': ({ facts }) => ({
    what: `Argument ${facts.index} of \`${facts.call}\` is an address.`,
    why: 'A filter sees the number of the address and not what stands there, and the caller chooses the address.',
    todo: 'Filter the call as a whole; paths are for AppArmor or SELinux.',
  }),
  'seccomp-rule/upper-half': ({ facts }) => ({
    what: `\`${facts.call}\` gets past this rule with any upper half in argument ${facts.index}.`,
    why: 'The kernel reads 32 bits of it and the filter compares 64: the same call with a bit set above is another number to the rule.',
    todo: 'Compare with `SCMP_CMP_MASKED_EQ` under the mask 0xffffffff, or list what is allowed.',
  }),
  'seccomp-rule/errno-ignored': ({ facts }) => ({
    what: `A number beside \`${facts.action}\` does nothing.`,
    why: 'Only `SCMP_ACT_ERRNO` and `SCMP_ACT_TRACE` carry one. runc passes over it, crun refuses the profile.',
    todo: 'Take it out.',
  }),
  'seccomp-rule/errno-cut': ({ facts }) => ({
    what: `Of ${facts.written} only ${facts.kept} is left.`,
    why: 'A filter answers with 16 bits, and what is above them is cut off.',
    todo: 'Write the number of an error.',
  }),
  'seccomp-rule/open-by-default': ({ facts }) => ({
    what: `What this profile does not name is allowed (\`${facts.action}\`).`,
    why: 'New calls come with every kernel, and a list of what is forbidden never has them.',
    todo: 'List what the workload needs, and refuse the rest.',
  }),
  'seccomp-rule/entry-left-out': ({ facts }) => ({
    what: `\`architectures\` does not list ${facts.entry}.`,
    why:
      facts.entry === 'SCMP_ARCH_X86_64'
        ? 'It is filtered all the same; but runc answers calls that are newer than the profile with ENOSYS on listed entries only.'
        : 'A call that enters there is killed, also from a 64-bit program, and whatever the default is.',
  }),
  'seccomp-rule/io-uring': ({ facts }) => ({
    what: `\`${facts.call}\` is refused, and io_uring stays open.`,
    why: 'A filter never sees what is handed to the kernel through an io_uring, and that makes sockets, opens files and connects too.',
    todo: 'Refuse `io_uring_setup` as well.',
  }),
  'seccomp-rule/clone3': () => ({
    what: '`clone` is judged by its flags, and `clone3` does not answer ENOSYS.',
    why: 'The flags of `clone3` are behind a pointer. A C library takes `clone` in its place only where it is told that the call is not there.',
    todo: 'Answer `clone3` with errno 38.',
  }),
  'seccomp-rule/no-execve': () => ({
    what: 'No program can be started under this profile: `execve` is refused.',
    why: 'The runtime loads the filter before it executes the program of the container, which then does not start.',
    todo: 'Allow `execve`.',
  }),
};
