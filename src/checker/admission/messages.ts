/** What is said of each refusal. Long because it is a table: a row a code, and a code a row of `AdmissionCodes`. */
import { refusalsOf } from '../model/diagnostic.ts';
import type { Messages } from '../model/explanation.ts';
import type { NoFacts } from '../model/fact.ts';

type OfProfile = Readonly<Record<'field', 'seccompProfile' | 'appArmorProfile'>>;

export interface AdmissionCodes {
  'admission/name-missing': { readonly of: string };
  'admission/name-characters': { readonly name: string; readonly of: string };
  'admission/name-twice': { readonly name: string; readonly of: string };
  'admission/no-containers': NoFacts;
  'admission/image-missing': { readonly container: string };
  'admission/ephemeral-containers': { readonly isTemplate: boolean };
  'admission/second-source': { readonly source: string; readonly first: string };
  'admission/host-path-missing': NoFacts;
  'admission/host-path-parent': { readonly path: string };
  'admission/no-such-volume': { readonly name: string };
  'admission/sub-path': { readonly field: string; readonly path: string };
  'admission/sub-path-twice': NoFacts;
  'admission/not-in-this-container': { readonly field: string; readonly of: string };
  'admission/label-value': { readonly key: string; readonly value: string };
  'admission/never-ends': NoFacts;
  'admission/selector': NoFacts;
  'admission/selector-empty': NoFacts;
  'admission/mount-path-missing': NoFacts;
  'admission/mount-path-twice': { readonly path: string };
  'admission/propagation-needs-privileged': NoFacts;
  'admission/recursive-read-only': { readonly needs: 'readOnly' | 'mountPropagation' };
  'admission/unsupported-value': {
    readonly field: string;
    readonly value: string;
    readonly supported: readonly string[];
  };
  'admission/id-range': { readonly field: string; readonly id: number };
  'admission/privileged-without-escalation': NoFacts;
  'admission/sys-admin-without-escalation': NoFacts;
  'admission/unmasked-needs-user-namespace': NoFacts;
  'admission/profile-type-missing': OfProfile;
  'admission/profile-missing': OfProfile;
  'admission/profile-unused': OfProfile;
  'admission/profile-path': { readonly name: string };
  'admission/profile-name': NoFacts;
  'admission/shared-beside-user-namespace': { readonly field: string };
  'admission/devices-beside-user-namespace': NoFacts;
  'admission/shared-processes-twice': NoFacts;
  'admission/sysctl-name': { readonly name: string };
  'admission/sysctl-of-the-node': { readonly name: string; readonly field: string };
  'admission/os-name-missing': NoFacts;
  'admission/windows-options-on-linux': NoFacts;
  'admission/linux-field-on-windows': { readonly field: string };
}

export const refusal = refusalsOf<AdmissionCodes>();

const both = 'Either may be meant, so the API server asks instead of choosing.';

export const admissionMessages: Messages<AdmissionCodes> = {
  'admission/name-missing': ({ facts }) => ({
    what: `This ${facts.of} has no \`name\`.`,
    why: 'Everything else refers to it by name, so the API server does not take it without one.',
    todo: 'Give it a `name`.',
  }),
  'admission/name-characters': ({ facts }) => ({
    what: `\`${facts.name}\` cannot be the name of a ${facts.of}.`,
    why: 'Names become parts of host names: small letters, digits and hyphens, a letter or digit at both ends.',
    todo: 'Change `name`.',
  }),
  'admission/name-twice': ({ facts }) => ({
    what: `A second ${facts.of} is called \`${facts.name}\`.`,
    why:
      facts.of === 'container'
        ? 'Containers, init containers and ephemeral containers of one pod share one set of names.'
        : 'Names in this list are what tells its items apart.',
    todo: 'Rename or remove one of them.',
  }),
  'admission/no-containers': () => ({
    what: 'The pod has no containers.',
    why: 'A pod exists to run at least one.',
    todo: 'Add one under `spec.containers`.',
  }),
  'admission/image-missing': ({ facts }) => ({
    what: `Container \`${facts.container}\` has no \`image\`.`,
    why: 'There would be nothing to run.',
    todo: 'Give it an `image`.',
  }),
  'admission/ephemeral-containers': ({ facts }) => ({
    what: facts.isTemplate
      ? 'A pod template cannot hold ephemeral containers.'
      : 'Ephemeral containers cannot be created together with the pod.',
    why: 'They are added to a running pod through a door of their own, by `kubectl debug`.',
    todo: 'Take `ephemeralContainers` out of the manifest.',
  }),
  'admission/second-source': ({ facts }) => ({
    what: `A volume cannot be \`${facts.first}\` and \`${facts.source}\` at once.`,
    why: 'A volume is one thing, and what it is follows from the one source field that is there.',
    todo: 'Remove one of the two, or make a second volume.',
  }),
  'admission/host-path-missing': () => ({
    what: 'A `hostPath` volume says no `path`.',
    why: 'It stands for one file or folder of the node, and there is no default.',
    todo: 'Give it a `path`, or take another kind of volume.',
  }),
  'admission/host-path-parent': ({ facts }) => ({
    what: `\`${facts.path}\` climbs with \`..\`, which \`hostPath\` does not accept.`,
    why: 'Rules about folders of the node would be worth nothing if a path could climb out of them.',
    todo: 'Write the `path` without `..`.',
  }),
  'admission/no-such-volume': ({ facts }) => ({
    what: `The pod has no volume \`${facts.name}\`.`,
    why: 'A mount shows a volume that `spec.volumes` declares, and finds it by name.',
    todo: 'Check both names, or declare the volume.',
  }),
  'admission/sub-path': ({ facts }) => ({
    what: `\`${facts.field}\` cannot be \`${facts.path}\`.`,
    why: 'It names a part of the volume, so it is relative and never climbs with `..`.',
    todo: 'Write the path as it is below the root of the volume.',
  }),
  'admission/sub-path-twice': () => ({
    what: '`subPathExpr` stands beside `subPath`.',
    why: `Each names the part of the volume that is shown. ${both}`,
    todo: 'Decide which of the two is meant.',
  }),
  'admission/not-in-this-container': ({ facts }) => ({
    what: `\`${facts.field}\` cannot stand in ${facts.of}.`,
    why: 'The container is there for a while only, and the kubelet looks after this field as long as a pod lives.',
    todo: 'Remove the field, or look at the kind of container.',
  }),
  'admission/label-value': ({ facts }) => ({
    what: `\`${facts.value}\` cannot be the value of the label \`${facts.key}\`.`,
    why: 'Labels are short words to select by: at most 63 letters, digits, `-`, `_` and `.`, a letter or digit at both ends.',
    todo: 'Change the value, or make it an annotation.',
  }),
  'admission/never-ends': () => ({
    what: 'The pod of a job does not say how it may end.',
    why: 'Unset, `restartPolicy` means `Always`, and a job waits for an end.',
    todo: 'Set `restartPolicy` to one of the two other words.',
  }),
  'admission/selector': () => ({
    what: 'The selector of the workload does not find the pods that it makes.',
    why: 'It counts its pods by their labels, and would make new ones for ever.',
    todo: 'Compare `selector` with the labels of the template.',
  }),
  'admission/selector-empty': () => ({
    what: 'The selector of the workload is empty.',
    why: 'It would stand for every pod there is, those of others too.',
    todo: 'Write under `selector` labels that the template has.',
  }),
  'admission/mount-path-missing': () => ({
    what: 'A mount says no `mountPath`.',
    why: 'It needs a place in the container, and there is no default.',
    todo: 'Give it a `mountPath`.',
  }),
  'admission/mount-path-twice': ({ facts }) => ({
    what: `Two mounts of this container stand at \`${facts.path}\`.`,
    why: 'The second would hide the first.',
    todo: 'Move or remove one of them.',
  }),
  'admission/propagation-needs-privileged': () => ({
    what: '`mountPropagation: Bidirectional` stands in a container that is not privileged.',
    why: 'What such a container mounts appears on the node, and only privileged containers may do that to it.',
    todo: 'Choose `HostToContainer` or `None`.',
  }),
  'admission/recursive-read-only': ({ facts }) => ({
    what:
      facts.needs === 'readOnly'
        ? '`recursiveReadOnly` stands on a mount that is not `readOnly: true`.'
        : '`recursiveReadOnly` stands beside a `mountPropagation` other than `None`.',
    why: 'It extends a read-only mount to the mounts below it, so there has to be one, and none may arrive later.',
    todo: `Look at \`${facts.needs}\` of this mount.`,
  }),
  'admission/unsupported-value': ({ facts }) => ({
    what: `\`${facts.field}\` cannot be \`${facts.value}\`.`,
    why: `It knows ${facts.supported.map((word) => `\`${word === '' ? '""' : word}\``).join(', ')}; upper and lower case count.`,
    todo: 'Choose one of these words.',
  }),
  'admission/id-range': ({ facts }) => ({
    what: `\`${facts.field}\` cannot be ${facts.id}.`,
    why: 'User and group ids run from 0 to 2147483647 in Kubernetes.',
    todo: 'Choose an id in that range.',
  }),
  'admission/privileged-without-escalation': () => ({
    what: '`allowPrivilegeEscalation: false` stands beside `privileged: true`.',
    why: `A privileged container holds everything already, so there is nothing left to keep it from. ${both}`,
    todo: 'Decide which of the two is meant.',
  }),
  'admission/sys-admin-without-escalation': () => ({
    what: '`allowPrivilegeEscalation: false` stands beside `CAP_SYS_ADMIN` in `capabilities.add`.',
    why: `The API server compares this spelling only, although the one that grants the capability is \`SYS_ADMIN\`. ${both}`,
    todo: 'Decide which of the two is meant.',
  }),
  'admission/unmasked-needs-user-namespace': () => ({
    what: '`procMount: Unmasked` stands in a pod that shares the user namespace of the node.',
    why: 'The masked paths keep root in the container from settings of the kernel. Without them it must not be root on the node, so `hostUsers` has to be false; unset counts as true.',
    todo: 'Look at `hostUsers`, or leave `procMount` out.',
  }),
  'admission/profile-type-missing': ({ facts }) => ({
    what: `\`${facts.field}\` says no \`type\`.`,
    why: 'The type decides where the profile comes from; there is no default once the object is there.',
    todo: 'Give it a `type`.',
  }),
  'admission/profile-missing': ({ facts }) => ({
    what: `\`${facts.field}\` of type \`Localhost\` names no profile.`,
    why: 'The type says that the profile lies on the node; `localhostProfile` says which one.',
    todo: 'Add `localhostProfile`, or choose another type.',
  }),
  'admission/profile-unused': ({ facts }) => ({
    what: `\`localhostProfile\` stands in a \`${facts.field}\` that is not of type \`Localhost\`.`,
    why: `Only \`Localhost\` takes a profile from the node. ${both}`,
    todo: 'Look at `type`, or remove `localhostProfile`.',
  }),
  'admission/profile-path': ({ facts }) => ({
    what: `\`${facts.name}\` is not a path below the node's folder of seccomp profiles.`,
    why: 'The kubelet looks for the file below its own `seccomp` folder, so the path is relative and never climbs with `..`.',
    todo: 'Write the path as it is below that folder.',
  }),
  'admission/profile-name': () => ({
    what: 'This cannot be the name of an AppArmor profile.',
    why: 'The kernel knows profiles by exact name, without blanks around it and up to 4095 bytes long.',
    todo: 'Write the name as the profile declares it.',
  }),
  'admission/shared-beside-user-namespace': ({ facts }) => ({
    what: `\`${facts.field}: true\` stands beside \`hostUsers: false\`.`,
    why: "A namespace of the node belongs to the node's user namespace: from its own the pod would have no power over it.",
    todo: `Decide between \`hostUsers: false\` and \`${facts.field}\`.`,
  }),
  'admission/devices-beside-user-namespace': () => ({
    what: 'A container with `volumeDevices` stands in a pod with `hostUsers: false`.',
    why: 'A raw block device cannot be mapped to the ids of a user namespace.',
    todo: 'Decide between `hostUsers: false` and the device.',
  }),
  'admission/shared-processes-twice': () => ({
    what: '`shareProcessNamespace: true` stands beside `hostPID: true`.',
    why: `Processes are seen by the containers of one pod, or by all of the node. ${both}`,
    todo: 'Decide which of the two is meant.',
  }),
  'admission/sysctl-name': ({ facts }) => ({
    what: `\`${facts.name}\` cannot be the name of a sysctl.`,
    why: 'Names are small letters, digits, `-` and `_`, parted by dots or slashes: the path below `/proc/sys`.',
    todo: 'Write it as in `sysctl -a`.',
  }),
  'admission/sysctl-of-the-node': ({ facts }) => ({
    what: `\`${facts.name}\` cannot be set beside \`${facts.field}: true\`.`,
    why: 'The sysctl belongs to a namespace that this pod shares with the node, so it would be set for the node.',
    todo: `Look at \`${facts.field}\`, or leave the sysctl to the node.`,
  }),
  'admission/os-name-missing': () => ({
    what: '`os` says no `name`.',
    why: 'The name decides which fields the pod may have.',
    todo: 'Give it a `name`, or remove `os`.',
  }),
  'admission/windows-options-on-linux': () => ({
    what: '`windowsOptions` stands in a pod for Linux.',
    why: '`os.name: linux` says that nothing of Windows is meant.',
    todo: 'Remove it, or look at `os`.',
  }),
  'admission/linux-field-on-windows': ({ facts }) => ({
    what: `\`${facts.field}\` stands in a pod for Windows.`,
    why: 'Windows has nothing that this field could steer, so the API server refuses it whatever it says.',
    todo: 'Remove it, or look at `os`.',
  }),
};
