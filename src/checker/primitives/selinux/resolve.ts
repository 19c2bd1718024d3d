/**
 * SELinux: the label of the process, of its files and of its volumes. The runtime gives them, if it was told to; a privileged
 * container gets none, and the policy then makes it `spc_t`.
 *
 * Fields: `seLinuxOptions` (both levels, a struct that is written replaces the other), `seLinuxChangePolicy`, `privileged`,
 * `hostPID`, `hostIPC`, `hostNetwork` (under CRI-O only). A user namespace changes nothing. Not modelled: what runs in a virtual
 * machine (`container_kvm_t` by itself), images with systemd (podman's `container_init_t`).
 */
import {
  citeCleared,
  defaultLabel,
  fileType,
  labellings,
  unlabelledType,
  type Labelling,
} from '../../facts/selinux-labels.ts';
import type { EffectiveContainer } from '../../model/container.ts';
import { impliedBy, inherited } from '../../model/field.ts';
import { writtenContainers } from '../../model/pod.ts';
import type { ContainerView } from '../../model/primitive.ts';
import { resolved, type Origin } from '../../model/resolved.ts';
import type { ProcessLabel, SELinux, SELinuxWorld } from '../../model/selinux.ts';
import { seLinuxAllows } from './gate.ts';
import { labelOf, levelIn, sandboxLabelOf } from './label.ts';
import { seLinuxLabelAccepted, seLinuxSandboxAccepted } from './start-gate.ts';
import { sharedLabel, volumeLabels } from './volumes.ts';

type Needed = Pick<EffectiveContainer, 'privilegedContainer' | 'hostNamespaces'>;

export const seLinux = {
  id: 'seLinux',
  needs: ['privilegedContainer', 'hostNamespaces'],
  resolve(view: ContainerView, needed: Needed, { kubernetes, node }: SELinuxWorld): SELinux {
    const kept = { kind: 'kept' } as const;
    const none = { label: null, sandbox: null, files: null, shared: kept, volumes: {} };
    if (!node.seLinux) return none;
    const labelling = labellings[node.runtime.name] ?? unknownRuntime;
    const cleared = clearedBy(view, needed, { labelling, gives: node.seLinuxLabels ?? labelling.byDefault });
    if (cleared?.from === 'node') return { ...none, label: unlabelled(view, cleared) };
    const level = levelIn(view, labelling);
    const filesCleared = namespaceOf(needed, labelling.filesClearedBy) !== null;
    return {
      label: cleared === null ? labelOf(view, labelling) : unlabelled(view, cleared),
      sandbox: sandboxOf(view, labelling),
      files: filesCleared ? null : { ...level, value: { type: fileType, level: level.value } },
      shared: sharedLabel(view, labelling),
      volumes: volumeLabels(view, { labelling, version: kubernetes.version }),
    };
  },
  gates: {
    'selinux-sandbox-accepted': seLinuxSandboxAccepted,
    'selinux-label-accepted': seLinuxLabelAccepted,
    'selinux-allows': seLinuxAllows,
  },
} as const;

const unknownRuntime: Labelling = {
  byDefault: false,
  restFrom: 'its-own-defaults',
  clearedBy: [],
  filesClearedBy: [],
};

interface Ground {
  readonly labelling: Labelling;
  /** Whether the runtime of this node gives labels at all. */
  readonly gives: boolean;
}

/** Answers what takes the label away; null: nothing does. */
function clearedBy(view: ContainerView, needed: Needed, { labelling, gives }: Ground): Origin | null {
  if (!gives) return { from: 'node', fact: 'node.seLinuxLabels' };
  if (needed.privilegedContainer.value) return impliedBy(view, 'securityContext.privileged', citeCleared);
  return namespaceOf(needed, labelling.clearedBy);
}

function namespaceOf({ hostNamespaces }: Needed, names: Labelling['clearedBy']): Origin | null {
  const shared = names.find((name) => hostNamespaces[name].value === 'node');
  return shared === undefined ? null : hostNamespaces[shared].origin;
}

/** The sandbox is privileged if one of its containers is; its own files keep their level. */
function sandboxOf(view: ContainerView, labelling: Labelling): ProcessLabel {
  const label = sandboxLabelOf(view, labelling);
  const privileged = writtenContainers(view.pod).find(({ context }) => context.privileged === true);
  if (privileged === undefined) return label;
  const origin = impliedBy({ ...view, path: privileged.path }, 'securityContext.privileged', citeCleared);
  return { ...unlabelled(view, origin), level: label.level };
}

/** What the policy makes of a process without a label of its own; the level of the runtime, of which only the low part is told. */
function unlabelled(view: ContainerView, origin: Origin): ProcessLabel {
  const overrode = inherited(view, 'seLinuxOptions');
  const beaten = overrode === null ? [] : [overrode.origin, ...overrode.overrode];
  return {
    user: resolved(defaultLabel.user, origin, beaten),
    role: resolved(defaultLabel.role, origin, beaten),
    type: resolved(unlabelledType, origin, beaten),
    level: resolved({ kind: 'written', text: 's0' }, origin, beaten),
  };
}
