/**
 * Who the process is: uid, gid and groups. The container's field wins over the pod's, else the image decides, else root.
 *
 * Fields: `runAsUser`, `runAsGroup`, `runAsNonRoot` (both levels), `fsGroup`, `supplementalGroups` (pod level). Not modelled:
 * the image's /etc/group (policy Merge).
 */
import { containerd, kubernetes } from '../../facts/sources.ts';
import type { User } from '../../model/container.ts';
import { inherited, inPod } from '../../model/field.ts';
import type { ContainerView, Primitive } from '../../model/primitive.ts';
import { resolved, type Origin, type Resolved } from '../../model/resolved.ts';
import { imageOf, type ImageFacts } from '../../model/world.ts';
import { fileMode, fileOwner, uidIs, unnamedFolder } from './gate.ts';
import { nonRootVerified, sandboxUserGiven } from './start-gate.ts';

const fromImage: Origin = { from: 'image', fact: 'image.user' };
const rootByDefault: Origin = {
  from: 'default',
  of: 'runtime',
  field: 'runAsUser',
  cite: containerd('internal/cri/util/util.go', 'GenerateUserString'),
};
const gidByDefault: Origin = {
  from: 'default',
  of: 'runtime',
  field: 'runAsGroup',
  cite: containerd('pkg/oci/spec_opts.go', 'WithUserID'),
};
const notRequired: Origin = {
  from: 'default',
  of: 'kubernetes',
  field: 'runAsNonRoot',
  cite: kubernetes('pkg/kubelet/kuberuntime/security_context_others.go', 'verifyRunAsNonRoot'),
};
const noGroups: Origin = {
  from: 'default',
  of: 'kubernetes',
  field: 'supplementalGroups',
  cite: kubernetes('pkg/kubelet/kuberuntime/security_context.go', 'determineEffectiveSecurityContext'),
};

export const user = {
  id: 'user',
  needs: [],
  resolve(view, _needed, world): User {
    const image = imageOf(world, view.name);
    const uid = resolveUid(view, image);
    const gid = resolveGid(view, uid.value, image);
    const fsGroup = view.pod.spec.securityContext?.fsGroup;
    const groups = resolveGroups(view, gid.value);
    return {
      uid: uid.value,
      decidedBy: uid.decidedBy,
      gid,
      ...groups,
      fsGroup: fsGroup === undefined ? null : resolved(fsGroup, inPod(view, 'securityContext.fsGroup')),
      nonRootRequired: inherited(view, 'runAsNonRoot') ?? resolved(false, notRequired),
      groupWithoutUser: groupWithoutUser(view),
    };
  },
  gates: {
    'non-root-verified': nonRootVerified,
    'sandbox-user-given': sandboxUserGiven,
    'uid-is': uidIs,
    'file-owner': fileOwner,
    'file-mode': fileMode,
    'unnamed-folder': unnamedFolder,
  },
} satisfies Primitive<'user'>;

function resolveUid(view: ContainerView, image: ImageFacts): { value: Resolved<number>; decidedBy: User['decidedBy'] } {
  const written = inherited(view, 'runAsUser');
  if (written !== null) return { value: written, decidedBy: 'spec' };
  if (image.user === null) return { value: resolved(0, rootByDefault), decidedBy: 'image-none' };
  if (typeof image.user === 'number') return { value: resolved(image.user, fromImage), decidedBy: 'image-number' };
  const uid = image.passwd.find(({ name }) => name === image.user)?.uid ?? 0;
  return { value: resolved(uid, fromImage), decidedBy: 'image-name' };
}

/** Without `runAsGroup` the gid is the user's in the image's /etc/passwd, and 0 for a uid that does not stand there. */
function resolveGid(view: ContainerView, uid: Resolved<number>, image: ImageFacts): Resolved<number> {
  const written = inherited(view, 'runAsGroup');
  if (written !== null) return written;
  const inPasswd = image.passwd.find((entry) => entry.uid === uid.value);
  if (inPasswd === undefined) return resolved(0, gidByDefault);
  return resolved(inPasswd.gid, { from: 'image', fact: '/etc/passwd' });
}

/** `supplementalGroups` and `fsGroup` become groups of every container of the pod; a group that is in both is of the first. */
function resolveGroups(view: ContainerView, gid: number): Pick<User, 'groups' | 'groupOrigins'> {
  const { supplementalGroups = [], fsGroup } = view.pod.spec.securityContext ?? {};
  const written = supplementalGroups.map((group, index) => [group, `supplementalGroups[${index}]`] as const);
  const all = fsGroup === undefined ? written : [...written, [fsGroup, 'fsGroup'] as const];
  if (all.length === 0) return { groups: resolved([], noGroups), groupOrigins: {} };
  const entries = all.toReversed().map(([group, field]) => [group, inPod(view, `securityContext.${field}`)] as const);
  const field = fsGroup === undefined ? 'supplementalGroups' : 'fsGroup';
  const groups = [...new Set(all.map(([group]) => group))].filter((group) => group !== gid).sort((a, b) => a - b);
  return {
    groups: resolved(groups, inPod(view, `securityContext.${field}`)),
    groupOrigins: Object.fromEntries(entries),
  };
}

/** containerd internal/cri/util GenerateUserString: "user group %q is specified without user". */
function groupWithoutUser(view: ContainerView): User['groupWithoutUser'] {
  const context = view.pod.spec.securityContext;
  if (context?.runAsGroup === undefined || context.runAsUser !== undefined) return null;
  return resolved(context.runAsGroup, inPod(view, 'securityContext.runAsGroup'));
}
