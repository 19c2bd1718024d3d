import type { Messages } from '../model/explanation.ts';
import type { Facts, NoFacts } from '../model/fact.ts';
import type { Objection } from './violation.ts';

export interface PodSecurityCodes {
  'pod-security/host-namespace': { readonly field: string };
  'pod-security/privileged': NoFacts;
  'pod-security/capability-added': { readonly name: string };
  'pod-security/host-path': { readonly volume: string };
  'pod-security/host-port': { readonly port: number };
  'pod-security/host-port-by-network': { readonly port: number };
  'pod-security/host-of-handler': { readonly host: string };
  'pod-security/apparmor-profile': { readonly type: string };
  'pod-security/apparmor-annotation': { readonly value: string };
  'pod-security/selinux-type': { readonly type: string; readonly since: string | null };
  'pod-security/selinux-identity': { readonly field: string };
  'pod-security/proc-mount': { readonly value: string };
  'pod-security/seccomp-profile': { readonly type: string };
  'pod-security/seccomp-annotation': { readonly value: string };
  'pod-security/sysctl': { readonly name: string; readonly since: string | null };
  'pod-security/host-process': NoFacts;
  'pod-security/volume-source': { readonly volume: string; readonly source: string };
  'pod-security/escalation-open': NoFacts;
  'pod-security/root-not-excluded': NoFacts;
  'pod-security/root-allowed': NoFacts;
  'pod-security/root-user': NoFacts;
  'pod-security/no-seccomp-profile': NoFacts;
  'pod-security/all-not-dropped': NoFacts;
  'pod-security/capability-beyond-port': { readonly name: string };
}

/** A constructor of objections typed by the codes above. */
export function objection<C extends keyof PodSecurityCodes>(
  found: Omit<Objection, 'code' | 'facts'> & { readonly code: C; readonly facts: PodSecurityCodes[C] },
): Objection & { readonly facts: Facts } {
  return found;
}

const exactWords = 'The check compares words, so another spelling does not count, even where the runtime takes it.';

export const podSecurityMessages: Messages<PodSecurityCodes> = {
  'pod-security/host-namespace': ({ facts }) => ({
    what: `\`${facts.field}: true\` puts the pod into a namespace of the node.`,
    why: 'There it sees, and may reach, what belongs to the node and to all its pods.',
    todo: `Look at \`${facts.field}\`.`,
  }),
  'pod-security/privileged': () => ({
    what: '`privileged: true` takes nearly every wall away.',
    why: 'The container gets all capabilities and all devices of the node, no seccomp, and AppArmor only where a profile of the node is named.',
    todo: 'Look at `privileged`.',
  }),
  'pod-security/capability-added': ({ facts }) => ({
    what: `\`${facts.name}\` is none of the capabilities that may be added.`,
    why: `Baseline lets a container add what the runtimes give by default anyway, except \`NET_RAW\`. ${exactWords}`,
    todo: 'Look at `capabilities.add`.',
  }),
  'pod-security/host-path': ({ facts }) => ({
    what: `Volume \`${facts.volume}\` is a \`hostPath\`.`,
    why: 'It hands files of the node to the pod, past every other wall.',
    todo: 'Take another kind of volume.',
  }),
  'pod-security/host-port': ({ facts }) => ({
    what: `Port ${facts.port} of the node is taken.`,
    why: 'The pod answers there in place of the node, and is reached past the network rules of pods.',
    todo: 'Look at `hostPort`.',
  }),
  'pod-security/host-port-by-network': ({ facts }) => ({
    what: `Port ${facts.port} of the node is taken, though nobody wrote \`hostPort\`.`,
    why: 'With `hostNetwork: true` the API server sets it to `containerPort` before anything is checked. It does so for pods, not for templates.',
    todo: 'Look at `hostNetwork`.',
  }),
  'pod-security/host-of-handler': ({ facts }) => ({
    what: `The kubelet is sent to \`${facts.host}\`.`,
    why: 'It asks from the network of the node, so a pod that names the address can reach what only the node may.',
    todo: 'Leave `host` out: then it is the address of the pod.',
  }),
  'pod-security/apparmor-profile': ({ facts }) => ({
    what: `\`appArmorProfile\` of type \`${facts.type}\` is neither \`RuntimeDefault\` nor \`Localhost\`.`,
    why: 'Without a profile the container may touch files and mounts that the default profile keeps from it.',
    todo: 'Look at `type`.',
  }),
  'pod-security/apparmor-annotation': ({ facts }) => ({
    what: `The AppArmor annotation says \`${facts.value}\`.`,
    why: 'It may be `runtime/default` or start with `localhost/`. The annotation counts although the field has replaced it.',
    todo: 'Look at the annotation.',
  }),
  'pod-security/selinux-type': ({ facts }) => ({
    what: `\`${facts.type}\` is none of the SELinux types that a pod may ask for.`,
    why:
      facts.since === null
        ? 'The type decides what the kernel lets the container do; only those made for containers are allowed.'
        : `It is allowed since policy version \`${facts.since}\`.`,
    todo: 'Look at `seLinuxOptions.type`.',
  }),
  'pod-security/selinux-identity': ({ facts }) => ({
    what: `\`seLinuxOptions\` sets a \`${facts.field}\`.`,
    why: 'With a user or a role of its own, a container could enter types that are not made for containers.',
    todo: `Leave \`${facts.field}\` out.`,
  }),
  'pod-security/proc-mount': ({ facts }) => ({
    what: `\`procMount\` is \`${facts.value}\`, not \`Default\`.`,
    why: 'The masked paths of `/proc` keep settings and secrets of the kernel from the container.',
    todo: 'Look at `procMount`.',
  }),
  'pod-security/seccomp-profile': ({ facts }) => ({
    what: `\`seccompProfile\` of type \`${facts.type}\` is neither \`RuntimeDefault\` nor \`Localhost\`.`,
    why: 'Without a filter every system call reaches the kernel. A value at the pod counts even where every container overrides it.',
    todo: 'Look at `type`.',
  }),
  'pod-security/seccomp-annotation': ({ facts }) => ({
    what: `The seccomp annotation says \`${facts.value}\`.`,
    why: 'Policy versions before 1.19 look at the annotation and not at the field. It may be `runtime/default`, `docker/default` or start with `localhost/`.',
    todo: 'Look at the annotation, or at the policy version.',
  }),
  'pod-security/sysctl': ({ facts }) => ({
    what: `\`${facts.name}\` is none of the sysctls that a pod may set.`,
    why:
      facts.since === null
        ? `Allowed are those that stay inside the pod and harm nobody outside. ${exactWords}`
        : `It is allowed since policy version \`${facts.since}\`.`,
    todo: 'Look at `sysctls`.',
  }),
  'pod-security/host-process': () => ({
    what: '`hostProcess: true` runs on the Windows node itself.',
    why: 'Such a container is a process of the node with its rights, and no container at all.',
    todo: 'Look at `windowsOptions`.',
  }),
  'pod-security/volume-source': ({ facts }) => ({
    what: `Volume \`${facts.volume}\` is of kind \`${facts.source}\`.`,
    why: 'A pod may use volumes that the cluster gives out, not those that reach a disk or a server directly.',
    todo: 'Take another kind of volume, or a `persistentVolumeClaim`.',
  }),
  'pod-security/escalation-open': () => ({
    what: '`allowPrivilegeEscalation` is not false.',
    why: 'Unset is as good as true here: a setuid program could give the process more than it started with.',
    todo: 'Look at `allowPrivilegeEscalation` of each container.',
  }),
  'pod-security/root-not-excluded': () => ({
    what: '`runAsNonRoot` is written neither here nor at the pod.',
    why: 'The check reads the spec and never the image, so a user that is not root in the image does not count.',
    todo: 'Look at `runAsNonRoot`.',
  }),
  'pod-security/root-allowed': () => ({
    what: '`runAsNonRoot: false` lets the image choose root.',
    why: 'A value at the pod counts even where every container overrides it.',
    todo: 'Look at `runAsNonRoot`.',
  }),
  'pod-security/root-user': () => ({
    what: '`runAsUser: 0` is root.',
    why: 'A value at the pod counts even where every container overrides it.',
    todo: 'Look at `runAsUser`.',
  }),
  'pod-security/no-seccomp-profile': () => ({
    what: '`seccompProfile` is written neither here nor at the pod.',
    why: 'The check reads the spec; that a kubelet may filter by default does not count.',
    todo: 'Look at `seccompProfile`.',
  }),
  'pod-security/all-not-dropped': () => ({
    what: '`capabilities.drop` does not hold `ALL`.',
    why: `Dropping others one by one leaves what nobody thought of. ${exactWords}`,
    todo: 'Look at `capabilities.drop`.',
  }),
  'pod-security/capability-beyond-port': ({ facts }) => ({
    what: `\`${facts.name}\` is added.`,
    why: `Behind \`drop: [ALL]\` only \`NET_BIND_SERVICE\` may come back, for ports below 1024. ${exactWords}`,
    todo: 'Look at `capabilities.add`.',
  }),
};
