/** The same answer in other words: whoever writes it so gets the same grade. */
import type { SharedSecurityContext, World } from '../../checker/index.ts';
import { containersIn, copyOf, draftsOf, mapIn, textOf, type DraftMap, type DraftValue } from './draft.ts';

interface Rewrite {
  readonly name: string;
  readonly text: string;
}

/** Answers a text in every other way of writing that changes no meaning. */
export function rewritesOf(text: string, world: World): readonly Rewrite[] {
  const drafts = draftsOf(text, world);
  const rewritten = (change: (draft: DraftMap) => DraftMap): string =>
    textOf(drafts.map((draft) => change(copyOf(draft))));
  return [
    { name: 'in flow style', text: textOf(drafts) },
    { name: 'with its keys in reverse', text: rewritten((draft) => reversed(draft) as DraftMap) },
    { name: 'with null for what is not set', text: rewritten(withNulls) },
    { name: 'with anchors', text: drafts.map((draft) => anchored(draft)).join('\n---\n') },
    { name: 'with the settings of the pod in each container', text: rewritten(atContainerLevel) },
    { name: 'as a Deployment', text: rewritten(asDeployment) },
  ];
}

function reversed(value: DraftValue): DraftValue {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, below]) => [key, reversed(below)]),
  );
}

function withNulls(draft: DraftMap): DraftMap {
  mapIn(draft, 'spec')['initContainers'] ??= null;
  for (const container of containersIn(draft)) container['command'] ??= null;
  return draft;
}

/** Each security context becomes an anchored map that is merged in: `securityContext: { <<: &s0 { … } }`. */
function anchored(draft: DraftMap): string {
  let count = 0;
  const flow = (value: DraftValue, key: string): string => {
    if (Array.isArray(value)) return `[${value.map((item) => flow(item, '')).join(', ')}]`;
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    const fields = Object.entries(value).map(([name, below]) => `${JSON.stringify(name)}: ${flow(below, name)}`);
    const map = `{ ${fields.join(', ')} }`;
    return key === 'securityContext' ? `{ <<: &s${(count += 1)} ${map} }` : map;
  };
  return flow(draft, '');
}

/** The fields that both security contexts have; the container's own value stays where it is. */
const shared = Object.keys({
  runAsUser: true,
  runAsGroup: true,
  runAsNonRoot: true,
  seccompProfile: true,
  appArmorProfile: true,
  seLinuxOptions: true,
} satisfies Record<keyof SharedSecurityContext, true>);

function atContainerLevel(draft: DraftMap): DraftMap {
  const spec = mapIn(draft, 'spec');
  if (!('securityContext' in spec)) return draft;
  const pod = mapIn(spec, 'securityContext');
  for (const field of shared.filter((each) => each in pod)) {
    for (const container of containersIn(draft)) {
      const own = mapIn(container, 'securityContext');
      own[field] ??= pod[field] ?? null;
    }
    Reflect.deleteProperty(pod, field);
  }
  return draft;
}

function asDeployment({ metadata = {}, spec = {} }: DraftMap): DraftMap {
  const { labels = { app: 'x' }, ...names } = metadata as DraftMap;
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: names,
    spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec } },
  };
}
