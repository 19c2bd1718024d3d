import type { Diagnostic, Refusal } from '../model/diagnostic.ts';
import { placeNear } from '../model/field-path.ts';
import { isMap, mapIn } from '../model/plain.ts';
import type { ParsedDocument, PlainMap, PlainValue, WorkloadKind } from '../model/pod.ts';
import { homesOfPart } from './homes.ts';
import { finding, refusal } from './messages.ts';
import { nearestTo } from './nearest.ts';
import { isWorkloadKind, workloads } from './workloads.ts';

export interface ReadKind {
  readonly kind: string | null;
  readonly name: string | null;
  /** Null: nothing here makes pods. */
  readonly workload: WorkloadKind | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly refusals: readonly Refusal[];
}

/** Answers what a document says it is, before any of its fields is looked at. */
export function readKind(parsed: ParsedDocument): ReadKind {
  const { value } = parsed;
  if (!isMap(value)) {
    const found = finding({ code: 'schema/not-an-object', severity: 'error', span: parsed.span, facts: {} });
    return { ...nothing, diagnostics: [found] };
  }
  const name = nameOf(value);
  const kind = textOf(value.kind);
  if (kind === null) {
    const span = value.kind == null ? firstKeyOf(parsed) : placeNear(parsed, 'kind').value;
    const partOf = homesOfPart(value);
    const told =
      partOf.length > 0
        ? ({ code: 'schema/part-of-a-pod', facts: { homes: partOf } } as const)
        : ({ code: 'schema/no-kind', facts: {} } as const);
    return { ...nothing, name, diagnostics: [finding({ ...told, severity: 'error', span })] };
  }
  if (!isWorkloadKind(kind)) return { ...nothing, kind, name, diagnostics: [otherKind(parsed, kind)] };
  const refusals = apiVersionRefusals(parsed, { kind, written: value.apiVersion });
  return { kind, name, workload: kind, diagnostics: refusals, refusals };
}

const nothing: ReadKind = { kind: null, name: null, workload: null, diagnostics: [], refusals: [] };

function otherKind(parsed: ParsedDocument, kind: string): Diagnostic {
  const place = placeNear(parsed, 'kind');
  const nearest = nearestTo(kind, Object.keys(workloads));
  const at = { span: place.value, path: 'kind' };
  if (nearest === null) return finding({ code: 'schema/not-a-workload', severity: 'note', ...at, facts: { kind } });
  const edit = place.behindAlias ? {} : { edit: { span: place.value, text: nearest } };
  return finding({ code: 'schema/misspelt-kind', severity: 'error', ...at, facts: { kind, nearest }, ...edit });
}

function apiVersionRefusals(
  parsed: ParsedDocument,
  { kind, written }: { kind: WorkloadKind; written: PlainValue | undefined },
): readonly Refusal[] {
  const wants = workloads[kind].apiVersion;
  if (written === wants) return [];
  const place = placeNear(parsed, 'apiVersion');
  const apiVersion = textOf(written);
  const found = { path: 'apiVersion', type: 'Invalid' } as const;
  if (apiVersion === null) {
    const facts = { field: 'apiVersion', owner: kind };
    const detail = `Object 'apiVersion' is missing`;
    const span = written == null ? placeNear(parsed, 'kind').key : place.value;
    return [refusal({ ...found, code: 'schema/missing-field', span, facts, detail })];
  }
  const facts = { kind, apiVersion, wants };
  const detail = `no matches for kind "${kind}" in version "${apiVersion}"`;
  const edit = place.behindAlias ? {} : { edit: { span: place.value, text: wants } };
  return [refusal({ ...found, code: 'schema/wrong-api-version', span: place.value, facts, detail, ...edit })];
}

function firstKeyOf(parsed: ParsedDocument) {
  const [first] = Object.values(parsed.places);
  return first?.key ?? parsed.span;
}

function nameOf(value: PlainMap): string | null {
  return textOf(mapIn(value, 'metadata').name);
}

function textOf(value: PlainValue | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
