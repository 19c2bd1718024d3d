/**
 * Capabilities: which pieces of root's power the container's processes may hold. The lists of the spec decide the bounding
 * set; what the process then really holds depends on its uid, and what a program could gain on no_new_privs.
 *
 * Fields: `securityContext.capabilities.{add,drop}`, `privileged` (container level only). Not modelled: CRI-O's default nine
 * and its spelling, ambient capabilities (no Kubernetes field asks for them).
 */
import { citeDefaultCapabilities, defaultCapabilities } from '../../facts/containerd.ts';
import { containerd, man } from '../../facts/sources.ts';
import { capabilities as allCapabilities, type Capability } from '../../model/capability.ts';
import type { BoundingOrigin, CapabilityState } from '../../model/container.ts';
import { impliedBy, inContainer } from '../../model/field.ts';
import type { ContainerView, Primitive } from '../../model/primitive.ts';
import type { Origin } from '../../model/resolved.ts';
import { capabilitiesGiven, capability } from './gate.ts';
import { capabilityAfterExec, fileCapabilitiesFit } from './exec-gate.ts';

const byDefault: Origin = { from: 'default', of: 'runtime', field: 'capabilities', cite: citeDefaultCapabilities };
const citePrivileged = containerd('pkg/oci/spec_opts.go', 'WithPrivileged');
const rootKeepsAll: Origin = {
  from: 'default',
  of: 'kernel',
  field: 'root keeps its capabilities',
  cite: man('capabilities(7)', 'Capabilities and execution of programs by root'),
};

export const capabilities = {
  id: 'capabilities',
  needs: ['privilegedContainer', 'user', 'noNewPrivs'],
  resolve(view, { privilegedContainer, user, noNewPrivs }, world): CapabilityState {
    const engine = world.node.engineCapabilities;
    const written = readLists(view);
    const set = privilegedContainer.value
      ? {
          held: new Set(engine),
          origin: { named: {}, rest: impliedBy(view, 'securityContext.privileged', citePrivileged) },
        }
      : combine(written, engine);
    const bounding = allCapabilities.filter((name) => set.held.has(name));
    const isRoot = user.uid.value === 0;
    const held = isRoot ? bounding : [];
    return {
      bounding,
      permitted: held,
      effectiveSet: held,
      inheritable: [],
      ambient: [],
      reachable: isRoot || !noNewPrivs.value ? bounding : [],
      boundingOrigin: set.origin,
      effectiveOrigin: isRoot ? rootKeepsAll : user.uid.origin,
      ignoredNames: written
        .filter((entry) => entry.capability === null)
        .map(({ name, list, origin }) => ({ name, list, origin })),
    };
  },
  gates: {
    capability,
    'capabilities-given': capabilitiesGiven,
    'file-capabilities-fit': fileCapabilitiesFit,
    'capability-after-exec': capabilityAfterExec,
  },
} satisfies Primitive<'capabilities', 'privilegedContainer' | 'user' | 'noNewPrivs'>;

interface Entry {
  readonly name: string;
  readonly list: 'add' | 'drop';
  readonly origin: Origin;
  /** Null: the runtime knows no such capability and passes over it. */
  readonly capability: Capability | 'ALL' | null;
}

/** Reads both lists as containerd does: `ALL` in any case, every other name becomes "CAP_" + ToUpper(name). */
function readLists(view: ContainerView): readonly Entry[] {
  const lists = view.written.securityContext?.capabilities;
  if (lists === undefined) return [];
  return (['add', 'drop'] as const).flatMap((list) =>
    (lists[list] ?? []).map((name, index) => ({
      name,
      list,
      origin: inContainer(view, `securityContext.capabilities.${list}[${index}]`),
      capability: asContainerdReads(name),
    })),
  );
}

const known: ReadonlySet<string> = new Set(allCapabilities);

function asContainerdReads(name: string): Capability | 'ALL' | null {
  const upper = name.toUpperCase();
  if (upper === 'ALL') return 'ALL';
  const full = `CAP_${upper}`;
  return known.has(full) ? (full as Capability) : null;
}

interface Combined {
  readonly held: ReadonlySet<Capability>;
  readonly origin: BoundingOrigin;
}

/** "base 14 -> add ALL -> drop ALL -> each add -> each drop" (containerd internal/cri/opts/spec_opts.go, WithCapabilities). */
function combine(entries: readonly Entry[], engine: readonly Capability[]): Combined {
  const adds = entries.filter(({ list }) => list === 'add');
  const drops = entries.filter(({ list }) => list === 'drop');
  const addsAll = adds.find(({ capability: name }) => name === 'ALL');
  const dropsAll = drops.find(({ capability: name }) => name === 'ALL');
  const startFrom = dropsAll !== undefined ? [] : addsAll !== undefined ? engine : defaultCapabilities;
  const held = new Set<Capability>(startFrom);
  const named: Partial<Record<Capability, Origin>> = {};
  for (const { list, capability: name, origin } of [...adds, ...drops]) {
    if (name === null || name === 'ALL') continue;
    if (list === 'add') held.add(name);
    else held.delete(name);
    named[name] = origin;
  }
  return { held, origin: { named, rest: (dropsAll ?? addsAll)?.origin ?? byDefault } };
}
