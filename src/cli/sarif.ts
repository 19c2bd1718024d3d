/**
 * `--format sarif`: findings, violations of the level asked for, and all that keeps a lab unsolved, as SARIF 2.1.0 for code
 * scanning.
 */
import {
  explainDiagnostic,
  explainFrame,
  explainOutcome,
  explainViolation,
  explainWidened,
  type Explanation,
  type Severity,
  type Span,
} from '../checker/index.ts';
import type { CheckedFile } from './checked.ts';
import { placesIn, type RegionOf } from './regions.ts';

/** Answers the whole log. */
export function sarifLog(files: readonly CheckedFile[]): object {
  const results = files.flatMap(resultsOf);
  const rules = [...new Set(results.map(({ ruleId }) => ruleId))].sort();
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'bulkhead', rules: rules.map((id) => ({ id })) } },
        columnKind: 'utf16CodeUnits',
        results,
      },
    ],
  };
}

interface Result {
  readonly ruleId: string;
  readonly level: Severity;
  readonly message: { readonly text: string };
  readonly locations: readonly object[];
}

/** Something said of a place; without a place it is said of the file. */
interface Said {
  readonly ruleId: string;
  readonly level: Severity;
  readonly text: string;
  readonly span: Span | null;
}

function resultsOf(checked: CheckedFile): readonly Result[] {
  const { file, text: written } = checked.source;
  const regionOf = placesIn(written);
  return [...findingsOf(checked), ...violationsOf(checked), ...unsolvedOf(checked)].map(
    ({ ruleId, level, text, span }) => ({
      ruleId,
      level,
      message: { text },
      locations: [locationOf(file, span, regionOf)],
    }),
  );
}

function findingsOf({ source, documents, besides }: CheckedFile): readonly Said[] {
  return [...besides, ...documents.flatMap(({ diagnostics }) => diagnostics)].map((found) => {
    const { code, severity, span } = found;
    return { ruleId: code, level: severity, text: sentences(explainDiagnostic(found, [source])), span };
  });
}

function violationsOf({ documents }: CheckedFile): readonly Said[] {
  return documents
    .flatMap(({ asked }) => asked?.result.violations ?? [])
    .map((violation) => {
      const { id, span } = violation;
      return { ruleId: `pod-security/${id}`, level: 'error', text: sentences(explainViolation(violation)), span };
    });
}

/** A lab is unsolved by its criteria, by a change outside of what may change, or by a container that became wider. */
function unsolvedOf({ source, graded }: CheckedFile): readonly Said[] {
  if (graded === null) return [];
  const { outcomes, frame, widened } = graded.report.grade;
  const unmet = outcomes
    .filter(({ status }) => status !== 'met')
    .map((outcome): Said => {
      const { id, title } = outcome.criterion;
      const text = `${title}. ${sentences(explainOutcome(outcome, [source]))}`;
      return { ruleId: `lab/${id}`, level: 'error', text, span: null };
    });
  const changed = frame.map((change): Said => {
    const ruleId = `grade/${change.subject}-${change.change}`;
    return { ruleId, level: 'error', text: sentences(explainFrame(change, [source])), span: change.span };
  });
  const wider = widened.map((gain): Said => {
    const span = 'span' in gain.origin ? gain.origin.span : null;
    return {
      ruleId: `grade/wider-${gain.what}`,
      level: 'error',
      text: sentences(explainWidened(gain, [source])),
      span,
    };
  });
  return [...unmet, ...changed, ...wider];
}

function sentences({ what, why }: Explanation): string {
  return `${what} ${why}`;
}

function locationOf(file: string, span: Span | null, regionOf: RegionOf): object {
  const artifactLocation = { uri: file === '-' ? 'stdin' : encodeURI(file) };
  if (span === null) return { physicalLocation: { artifactLocation } };
  const { line, column, endLine, endColumn } = regionOf(span);
  const region = { startLine: line, startColumn: column, endLine, endColumn };
  return { physicalLocation: { artifactLocation, region } };
}
