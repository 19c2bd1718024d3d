/**
 * Not wider than the start: the effective state of each container is compared, not a list of operations, since a pod can
 * answer every criterion and give away more than it had (`privileged: true` beside a right answer).
 */
import { boundingOriginOf, type EffectiveContainer } from '../model/container.ts';
import type { Widening } from '../model/lab.ts';
import type { Widened } from '../model/report.ts';
import type { Origin } from '../model/resolved.ts';
import type { Pair } from './documents.ts';

/** Answers what became wider than the lab's start allows. */
export function widenedIn(pairs: readonly Pair[], mayWiden: readonly Widening[]): readonly Widened[] {
  return pairs.flatMap(({ start, now }) =>
    now.containers.flatMap((container) => {
      const before = start.containers.find(({ name }) => name === container.name);
      if (before === undefined) return [];
      return gains({ before, now: container })
        .filter(({ what }) => !mayWiden.includes(what))
        .map((gain) => ({ ...gain, container: container.name }));
    }),
  );
}

interface Sides {
  readonly before: EffectiveContainer;
  readonly now: EffectiveContainer;
}

type Gain = Omit<Widened, 'container'>;

function gains(sides: Sides): readonly Gain[] {
  const { before, now } = sides;
  // Privileged says all of it at once: capabilities, devices, masks, filters and profiles.
  if (now.privilegedContainer.value && !before.privilegedContainer.value) {
    return [{ what: 'privileged', gained: [], origin: now.privilegedContainer.origin }, ...namespaces(sides)];
  }
  return [...capabilities(sides), ...guards(sides), ...namespaces(sides), ...nodeVolumes(sides)];
}

function capabilities({ before, now }: Sides): readonly Gain[] {
  const gained = now.capabilities.bounding.filter((name) => !before.capabilities.bounding.includes(name));
  const [first] = gained;
  return first === undefined
    ? []
    : [{ what: 'bounding-set', gained, origin: boundingOriginOf(now.capabilities, first) }];
}

function guards({ before, now }: Sides): readonly Gain[] {
  const gone: Gain[] = [];
  const note = (what: Widening, isGone: boolean, origin: Origin): void => {
    if (isGone) gone.push({ what, gained: [], origin });
  };
  const isNone = ({ kind }: { readonly kind: string }): boolean => kind === 'none';
  note('no-new-privs', before.noNewPrivs.value && !now.noNewPrivs.value, now.noNewPrivs.origin);
  note('seccomp-filter', !isNone(before.seccomp.value) && isNone(now.seccomp.value), now.seccomp.origin);
  note('apparmor-profile', !isNone(before.appArmor.value) && isNone(now.appArmor.value), now.appArmor.origin);
  note(
    'masked-paths',
    before.procMount.value !== now.procMount.value && now.procMount.value === 'unmasked',
    now.procMount.origin,
  );
  note(
    'user-namespace',
    before.userNamespace.value === 'pod' && now.userNamespace.value === 'node',
    now.userNamespace.origin,
  );
  const { unprivilegedPortStart: ports } = now.sysctls;
  note('unprivileged-port-start', ports.value < before.sysctls.unprivilegedPortStart.value, ports.origin);
  return gone;
}

function namespaces({ before, now }: Sides): readonly Gain[] {
  const joined = (['network', 'pid', 'ipc'] as const).filter(
    (name) => now.hostNamespaces[name].value === 'node' && before.hostNamespaces[name].value !== 'node',
  );
  const [first] = joined;
  if (first === undefined) return [];
  return [{ what: 'host-namespaces', gained: joined, origin: now.hostNamespaces[first].origin }];
}

function nodeVolumes({ before, now }: Sides): readonly Gain[] {
  const had = new Set(before.mounts.map(({ path, volume }) => `${volume} ${path}`));
  return now.mounts
    .filter(({ source, path, volume }) => source === 'hostPath' && !had.has(`${volume} ${path}`))
    .map(({ path, origin }) => ({ what: 'host-path', gained: [path], origin }));
}
