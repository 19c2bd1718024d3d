/**
 * The fields of both security contexts and their neighbours in plain words, for hover and completion; loaded by the editor
 * only. The sentences are ours; types and words are those of Kubernetes 1.35. A test holds the list against the schema.
 * Long because it is a table: a row a field, which the test counts.
 */

export interface SecurityField {
  /** Where it stands, counted from the Pod; `containers[*]` stands for all three lists of containers. */
  readonly paths: readonly string[];
  readonly type: 'boolean' | 'integer' | 'text' | 'list' | 'object';
  /** The words it knows; empty where any value of the type will do. */
  readonly values: readonly string[];
  /** What holds where it is not written. */
  readonly unset: string;
  /** What it changes for the kernel. */
  readonly help: string;
  readonly url: string;
}

const docs = 'https://kubernetes.io/docs';
const contexts = `${docs}/tasks/configure-pod-container/security-context/`;
const standards = `${docs}/concepts/security/pod-security-standards/`;
const inPod = (field: string): readonly string[] => [`spec.securityContext.${field}`];
const inContainer = (field: string): readonly string[] => [`spec.containers[*].securityContext.${field}`];
const inBoth = (field: string): readonly string[] => [...inPod(field), ...inContainer(field)];
const truth = { type: 'boolean', values: ['true', 'false'] } as const;
const integer = { type: 'integer', values: [] } as const;
const text = { type: 'text', values: [] } as const;
const object = { type: 'object', values: [] } as const;
const list = { type: 'list', values: [] } as const;
const profileTypes = { type: 'text', values: ['RuntimeDefault', 'Localhost', 'Unconfined'] } as const;

const contextsThemselves: readonly SecurityField[] = [
  {
    paths: ['spec.securityContext'],
    ...object,
    unset: 'nothing is said for the pod as a whole.',
    help: 'What holds for every container of the pod. For a field that both kinds know, the container wins.',
    url: contexts,
  },
  {
    paths: ['spec.containers[*].securityContext'],
    ...object,
    unset: 'what the pod says, then the defaults of the runtime.',
    help: 'What holds for this container. It wins over the pod, field by field; for a profile as a whole.',
    url: contexts,
  },
];

const neighbours: readonly SecurityField[] = [
  {
    paths: ['spec.hostUsers'],
    ...truth,
    unset: '`true`: the user namespace of the node.',
    help: '`false` gives the pod a user namespace: its root is a powerless user of the node, and its capabilities count only for what the pod owns.',
    url: `${docs}/concepts/workloads/pods/user-namespaces/`,
  },
  {
    paths: ['spec.hostNetwork'],
    ...truth,
    unset: '`false`: a network namespace of its own.',
    help: '`true` puts the pod on the network of the node: its interfaces, its ports, and every service that listens on loopback.',
    url: standards,
  },
  {
    paths: ['spec.hostPID'],
    ...truth,
    unset: '`false`: one process namespace per container.',
    help: '`true` shows the pod every process of the node, and lets it signal and read those that its user and capabilities allow.',
    url: standards,
  },
  {
    paths: ['spec.hostIPC'],
    ...truth,
    unset: '`false`: an IPC namespace of its own.',
    help: '`true` shares System V memory, semaphores and message queues with the processes of the node.',
    url: standards,
  },
  {
    paths: ['spec.shareProcessNamespace'],
    ...truth,
    unset: '`false`: one process namespace per container.',
    help: '`true` lets the containers of this pod see the processes of the others, and through /proc their files.',
    url: `${docs}/tasks/configure-pod-container/share-process-namespace/`,
  },
  {
    paths: ['spec.containers[*].volumeMounts[*].readOnly'],
    ...truth,
    unset: '`false`: the container may write as far as files allow.',
    help: '`true` mounts this volume read-only: every write there answers EROFS, for root too.',
    url: `${docs}/concepts/storage/volumes/#read-only-mounts`,
  },
  {
    paths: ['spec.containers[*].volumeMounts[*].recursiveReadOnly'],
    type: 'text',
    values: ['Disabled', 'Enabled', 'IfPossible'],
    unset: '`Disabled`: mounts below this one stay as they are.',
    help: 'Makes `readOnly` hold for what is mounted below as well.',
    url: `${docs}/concepts/storage/volumes/#recursive-read-only-mounts`,
  },
];

const identities: readonly SecurityField[] = [
  {
    paths: inBoth('runAsUser'),
    ...integer,
    unset: 'The user of the image, or root where it names none.',
    help: 'The uid of the first process. Any other than 0 empties its effective capabilities; what the bounding set holds can still come back through setuid programs.',
    url: `${contexts}#set-the-security-context-for-a-pod`,
  },
  {
    paths: inBoth('runAsGroup'),
    ...integer,
    unset: 'The group of that user in /etc/passwd in the image, else 0.',
    help: 'The gid of the first process. Beside a `runAsGroup` of the pod stands a `runAsUser`, or containerd does not start the pod.',
    url: `${contexts}#set-the-security-context-for-a-pod`,
  },
  {
    paths: inBoth('runAsNonRoot'),
    ...truth,
    unset: '`false`: nobody looks.',
    help: 'The kubelet looks once, before the start, that the uid is not 0. It chooses no uid, and the kernel never hears of it.',
    url: `${contexts}#set-the-security-context-for-a-pod`,
  },
  {
    paths: inPod('fsGroup'),
    ...integer,
    unset: 'Volumes keep their group.',
    help: 'A supplementary group of every container, and the group that the kubelet gives to volumes it may change: emptyDir and its like, never hostPath or NFS.',
    url: `${contexts}#set-the-security-context-for-a-pod`,
  },
  {
    paths: inPod('fsGroupChangePolicy'),
    type: 'text',
    values: ['OnRootMismatch', 'Always'],
    unset: '`Always`.',
    help: 'Whether the kubelet walks the whole volume to change groups, or stops where the top folder is right already.',
    url: `${contexts}#configure-volume-permission-and-ownership-change-policy-for-pods`,
  },
  {
    paths: inPod('supplementalGroups'),
    ...list,
    unset: 'No groups beyond those of the image.',
    help: 'Further groups of every process in every container: what is readable by the group is readable by it.',
    url: `${contexts}#supplementalgroupspolicy`,
  },
  {
    paths: inPod('supplementalGroupsPolicy'),
    type: 'text',
    values: ['Merge', 'Strict'],
    unset: '`Merge`.',
    help: '`Merge` adds the groups that /etc/group in the image gives the user; `Strict` takes only those of the pod.',
    url: `${contexts}#supplementalgroupspolicy`,
  },
];

const limits: readonly SecurityField[] = [
  {
    paths: inContainer('privileged'),
    ...truth,
    unset: '`false`.',
    help: '`true` gives every capability and device of the node and takes away seccomp, AppArmor and the masked paths; `drop` is passed over.',
    url: standards,
  },
  {
    paths: inContainer('allowPrivilegeEscalation'),
    ...truth,
    unset: '`true`: `no_new_privs` is not set.',
    help: '`false` sets `no_new_privs`: executing a program never adds privileges, so setuid bits and file capabilities do nothing. It takes nothing away.',
    url: contexts,
  },
  {
    paths: inContainer('readOnlyRootFilesystem'),
    ...truth,
    unset: '`false`.',
    help: '`true` mounts the image read-only: writes answer EROFS, for root too. Volumes and /dev/shm stay writable.',
    url: contexts,
  },
  {
    paths: inContainer('procMount'),
    type: 'text',
    values: ['Default', 'Unmasked'],
    unset: '`Default`: parts of /proc and /sys are hidden or read-only.',
    help: '`Unmasked` takes those covers away; only in a pod with `hostUsers: false`.',
    url: `${contexts}#managing-access-to-the-proc-filesystem`,
  },
  {
    paths: inContainer('capabilities'),
    ...object,
    unset: 'The 14 capabilities of containerd.',
    help: 'The bounding set: the most that any process of the container can ever hold. Root holds all of it, other users none of it until they execute something that gives it.',
    url: `${contexts}#set-capabilities-for-a-container`,
  },
  {
    paths: inContainer('capabilities.add'),
    ...list,
    unset: 'Nothing is added.',
    help: 'Names without `CAP_`, or `ALL`. A process that is not root does not get them by this line alone.',
    url: `${contexts}#set-capabilities-for-a-container`,
  },
  {
    paths: inContainer('capabilities.drop'),
    ...list,
    unset: 'Nothing is dropped.',
    help: 'Names without `CAP_`, or `ALL`. `ALL` drops the defaults and leaves what `add` names.',
    url: `${contexts}#set-capabilities-for-a-container`,
  },
  {
    paths: inPod('sysctls'),
    ...list,
    unset: 'containerd opens ports below 1024 and ping to everybody.',
    help: 'Settings of the kernel for the namespaces of this pod; the kubelet takes those it counts as safe.',
    url: `${docs}/tasks/administer-cluster/sysctl-cluster/`,
  },
  {
    paths: inPod('sysctls[*].name'),
    ...text,
    unset: 'It has to be there.',
    help: 'The path below /proc/sys, with dots or slashes.',
    url: `${docs}/tasks/administer-cluster/sysctl-cluster/`,
  },
  {
    paths: inPod('sysctls[*].value'),
    ...text,
    unset: 'Empty.',
    help: 'Text, so a number stands in quotes.',
    url: `${docs}/tasks/administer-cluster/sysctl-cluster/`,
  },
];

const profiles: readonly SecurityField[] = [
  {
    paths: inBoth('seccompProfile'),
    ...object,
    unset: 'No filter, unless the kubelet is told otherwise.',
    help: 'The filter of system calls. That of a container replaces that of the pod as a whole.',
    url: `${docs}/tutorials/security/seccomp/`,
  },
  {
    paths: inBoth('seccompProfile.type'),
    ...profileTypes,
    unset: 'It has to be there.',
    help: 'The list of the runtime, a file on the node, or no filter at all.',
    url: `${docs}/tutorials/security/seccomp/`,
  },
  {
    paths: inBoth('seccompProfile.localhostProfile'),
    ...text,
    unset: 'It has to be there for `Localhost`, and only there.',
    help: 'A path below the seccomp folder of the kubelet. Where the file is missing the container does not start.',
    url: `${docs}/tutorials/security/seccomp/`,
  },
  {
    paths: inBoth('appArmorProfile'),
    ...object,
    unset: 'The profile of the runtime where the node has AppArmor, else nothing.',
    help: 'The AppArmor profile that the process is confined by. That of a container replaces that of the pod as a whole.',
    url: `${docs}/tutorials/security/apparmor/`,
  },
  {
    paths: inBoth('appArmorProfile.type'),
    ...profileTypes,
    unset: 'It has to be there.',
    help: 'The profile of the runtime, one that is loaded on the node, or none.',
    url: `${docs}/tutorials/security/apparmor/`,
  },
  {
    paths: inBoth('appArmorProfile.localhostProfile'),
    ...text,
    unset: 'It has to be there for `Localhost`, and only there.',
    help: 'The name of a profile that the kernel of the node has loaded; no path.',
    url: `${docs}/tutorials/security/apparmor/`,
  },
  {
    paths: inBoth('seLinuxOptions'),
    ...object,
    unset: 'The label that the runtime chooses.',
    help: 'The SELinux label of the process, on nodes that enforce SELinux. That of a container replaces that of the pod as a whole, the level included.',
    url: `${contexts}#assign-selinux-labels-to-a-container`,
  },
  ...(['user', 'role', 'type', 'level'] as const).map((part): SecurityField => ({
    paths: inBoth(`seLinuxOptions.${part}`),
    ...text,
    unset: 'The part that the runtime chooses.',
    help:
      part === 'level'
        ? 'Sensitivity and categories: processes and files with different categories do not reach each other.'
        : `The ${part} of the label.`,
    url: `${contexts}#assign-selinux-labels-to-a-container`,
  })),
  {
    paths: inPod('seLinuxChangePolicy'),
    type: 'text',
    values: ['Recursive'],
    unset: '`Recursive`.',
    help: 'How volumes get their label: by walking over every file.',
    url: `${contexts}#assign-selinux-labels-to-a-container`,
  },
  {
    paths: inBoth('windowsOptions'),
    ...object,
    unset: 'Nothing.',
    help: 'For containers of Windows; the kernel of Linux never sees it.',
    url: `${docs}/tasks/configure-pod-container/configure-runasusername/`,
  },
];

export const securityFields: readonly SecurityField[] = [
  ...contextsThemselves,
  ...neighbours,
  ...identities,
  ...limits,
  ...profiles,
];
