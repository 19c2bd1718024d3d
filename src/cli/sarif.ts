/** `--format sarif`: findings, violations of the level asked for and criteria not met, as SARIF 2.1.0 for code scanning. */
import { explainDiagnostic, explainOutcome, explainViolation, type Severity, type Span } from '../checker/index.ts';
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

function resultsOf({ source, documents, besides, graded }: CheckedFile): readonly Result[] {
  const regionOf = placesIn(source.text);
  const at = (span: Span | null) => [locationOf(source.file, span, regionOf)];
  const findings = [...besides, ...documents.flatMap(({ diagnostics }) => diagnostics)].map((found) => {
    const { what, why } = explainDiagnostic(found, [source]);
    const message = { text: `${what} ${why}` };
    return { ruleId: found.code, level: found.severity, message, locations: at(found.span) };
  });
  const violations = documents.flatMap(({ asked }) =>
    (asked?.result.violations ?? []).map((violation): Result => {
      const { what, why } = explainViolation(violation);
      const ruleId = `pod-security/${violation.id}`;
      return { ruleId, level: 'error', message: { text: `${what} ${why}` }, locations: at(violation.span) };
    }),
  );
  const unmet = (graded?.report.grade.outcomes ?? [])
    .filter(({ status }) => status !== 'met')
    .map((outcome): Result => {
      const { what, why } = explainOutcome(outcome, [source]);
      const { id, title } = outcome.criterion;
      return {
        ruleId: `lab/${id}`,
        level: 'error',
        message: { text: `${title}. ${what} ${why}` },
        locations: at(null),
      };
    });
  return [...findings, ...violations, ...unmet];
}

function locationOf(file: string, span: Span | null, regionOf: RegionOf): object {
  const artifactLocation = { uri: file === '-' ? 'stdin' : encodeURI(file) };
  if (span === null) return { physicalLocation: { artifactLocation } };
  const { line, column, endLine, endColumn } = regionOf(span);
  const region = { startLine: line, startColumn: column, endLine, endColumn };
  return { physicalLocation: { artifactLocation, region } };
}
