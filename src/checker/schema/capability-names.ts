/**
 * Names in `capabilities.add` and `drop`. The API server takes any text; containerd puts `CAP_` before a name, in capitals,
 * and runc passes over what the kernel does not know (containerd internal/cri/opts/spec_opts.go, WithCapabilities; runc
 * libcontainer/capabilities, New). So a slip grants nothing, or drops nothing, and nobody says so.
 */
import { capabilities } from '../model/capability.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { writtenContainers, type FieldPath, type Place, type PodDocument } from '../model/pod.ts';
import { finding } from './messages.ts';
import { nearestTo } from './nearest.ts';

const known: ReadonlySet<string> = new Set(capabilities.map((name) => name.slice('CAP_'.length)));

/** Answers what is to say of the capability names of a pod. */
export function capabilityNameFindings({ pod, places }: PodDocument): readonly Diagnostic[] {
  return writtenContainers(pod).flatMap(({ path: container, context }) =>
    (['add', 'drop'] as const).flatMap((field) =>
      (context.capabilities?.[field] ?? []).flatMap((name, item) => {
        if (known.has(name) || name === 'ALL') return [];
        const path = `${container}.securityContext.capabilities.${field}[${item}]`;
        const place = places[path];
        return place === undefined ? [] : nameFinding({ name, field, path, place });
      }),
    ),
  );
}

interface NameAt {
  readonly name: string;
  readonly field: 'add' | 'drop';
  readonly path: FieldPath;
  readonly place: Place;
}

function nameFinding({ name, field, path, place }: NameAt): Diagnostic {
  const capitals = name.toUpperCase();
  const at = { span: place.value, path };
  const repair = (text: string) => (place.behindAlias ? {} : { edit: { span: place.value, text } });

  if (known.has(capitals) || capitals === 'ALL') {
    const facts = { name, capitals };
    return finding({ code: 'capabilities/small-letters', severity: 'note', ...at, facts, ...repair(capitals) });
  }
  const bare = capitals.replace(/^CAP_/, '');
  if (known.has(bare)) {
    const facts = { name, bare, field };
    return finding({ code: 'capabilities/cap-prefix', severity: 'warning', ...at, facts, ...repair(bare) });
  }
  const nearest = nearestTo(bare, known);
  const facts = { name, nearest, field };
  const edit = nearest === null ? {} : repair(nearest);
  return finding({ code: 'capabilities/unknown-name', severity: 'warning', ...at, facts, ...edit });
}
