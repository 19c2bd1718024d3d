/** From `seLinuxOptions` at both levels to the label that a runtime gives. */
import { citeLabel, defaultLabel, type Labelling } from '../../facts/selinux-labels.ts';
import { inContainer, inPod } from '../../model/field.ts';
import type { SharedSecurityContext, WrittenContainer } from '../../model/pod.ts';
import type { ContainerView } from '../../model/primitive.ts';
import { resolved, type Origin, type Resolved } from '../../model/resolved.ts';
import type { ProcessLabel, SELinuxLevel } from '../../model/selinux.ts';

type Options = NonNullable<SharedSecurityContext['seLinuxOptions']>;
type Part = keyof Options;

const field = 'securityContext.seLinuxOptions';
const parts: readonly Part[] = ['user', 'role', 'type', 'level'];

/** An empty text is no part (containerd internal/cri/server/helpers.go, toLabel). */
export function saysAnything(options: Options | undefined): boolean {
  return parts.some((part) => Boolean(options?.[part]));
}

/** Answers the label a container is given. With containerd parts are not merged: a container that writes one loses all of the pod's. */
export function labelOf(view: ContainerView, labelling: Labelling): ProcessLabel {
  return {
    user: partOf(view, labelling, 'user') ?? byDefault(view, 'user'),
    role: partOf(view, labelling, 'role') ?? byDefault(view, 'role'),
    type: partOf(view, labelling, 'type') ?? byDefault(view, 'type'),
    level: levelIn(view, labelling),
  };
}

/** Answers the label of the pod's sandbox, which knows what stands at pod level and nothing else. */
export function sandboxLabelOf(view: ContainerView, labelling: Labelling): ProcessLabel {
  return labelOf({ ...view, written: { securityContext: { seLinuxOptions: {} } } }, labelling);
}

/** Answers the level of a container with what decided it; its files have it too, also where the process has no label. */
export function levelIn(view: ContainerView, labelling: Labelling): Resolved<SELinuxLevel> {
  const value = levelOf(view, view.written, labelling);
  const written = partOf(view, labelling, 'level');
  if (written !== null) return { ...written, value };
  const isPods = value.kind === 'picked' && value.owner === podOwner(view);
  const own = view.written.securityContext?.seLinuxOptions;
  const options = own === undefined ? inPod(view, field) : inContainer(view, field);
  return resolved(value, isPods ? defaultOf('level') : options, lostOf(view, 'level'));
}

/**
 * Answers the level of any container of the pod. Where `seLinuxOptions` say something and no level, containerd picks a pair for that
 * container alone; silence takes the pair of the sandbox, and so does `{}` (buildLinuxSpec, DupSecOpt).
 */
export function levelOf(
  view: Pick<ContainerView, 'pod' | 'document'>,
  container: WrittenContainer,
  labelling: Labelling,
): SELinuxLevel {
  const own = container.securityContext?.seLinuxOptions;
  const pods = view.pod.spec.securityContext?.seLinuxOptions;
  const text = own?.level || (takesPods(own, labelling) ? pods?.level : '');
  if (text) return { kind: 'written', text };
  const isAlone = labelling.restFrom === 'its-own-defaults' && saysAnything(own ?? pods);
  const owner = podOwner(view);
  return { kind: 'picked', owner: isAlone ? `${owner}/${container.name ?? ''}` : owner };
}

function podOwner({ document }: Pick<ContainerView, 'document'>): string {
  return `${document.kubeNamespace}/${document.name}`;
}

function takesPods(own: Options | undefined, { restFrom }: Labelling): boolean {
  return restFrom === 'the-pod' || !saysAnything(own);
}

function partOf(view: ContainerView, labelling: Labelling, part: Part): Resolved<string> | null {
  const own = view.written.securityContext?.seLinuxOptions;
  if (own?.[part]) return resolved(own[part], inContainer(view, `${field}.${part}`), lostOf(view, part));
  const pods = view.pod.spec.securityContext?.seLinuxOptions;
  return takesPods(own, labelling) && pods?.[part] ? resolved(pods[part], inPod(view, `${field}.${part}`)) : null;
}

function byDefault(view: ContainerView, part: 'user' | 'role' | 'type'): Resolved<string> {
  return resolved(defaultLabel[part], defaultOf(part), lostOf(view, part));
}

/** The pod's part that a container's own options replaced. */
function lostOf(view: ContainerView, part: Part): readonly Origin[] {
  return view.pod.spec.securityContext?.seLinuxOptions?.[part] ? [inPod(view, `${field}.${part}`)] : [];
}

function defaultOf(part: Part): Origin {
  return { from: 'default', of: 'runtime', field: `seLinuxOptions.${part}`, cite: citeLabel };
}
