/** `--format text`: what each document is, then one line a finding with its place first, as compilers write them. */
import {
  decidingStep,
  explainDiagnostic,
  explainStep,
  explainViolation,
  reportText,
  wrapped,
  type Diagnostic,
  type Explanation,
  type Paper,
  type Refusal,
  type Severity,
  type Source,
  type Span,
} from '../checker/index.ts';
import type { CheckedDocument, CheckedFile } from './checked.ts';
import { placesIn, type RegionOf } from './regions.ts';
import type { Tried } from './tried.ts';
import { fateText, statusText } from './words.ts';

interface Page {
  readonly source: Source;
  readonly regionOf: RegionOf;
  readonly paper: Paper;
}

/** Answers what is said of a file, without a line break at its end. A lab has a report of its own, which holds the findings. */
export function fileText({ source, documents, besides, graded }: CheckedFile, paper: Paper): string {
  const page: Page = { source, regionOf: placesIn(source.text), paper };
  const findings = (found: readonly Diagnostic[]) => found.flatMap((one) => findingLines(one, page));
  if (graded === null) {
    const parts = documents.map((checked) => [
      headLine(checked, page),
      ...findings(checked.diagnostics),
      ...policyLines(checked, page),
      ...triedLines(checked, page),
    ]);
    return [...findings(besides), ...parts.flat()].join('\n');
  }
  const { lab, report } = graded;
  const rest = documents.flatMap((checked) => [...policyLines(checked, page), ...triedLines(checked, page)]);
  const shown = reportText({ title: lab.title, report, beliefs: lab.beliefs }, paper);
  return rest.length === 0 ? shown : [shown, '', ...rest].join('\n');
}

function headLine({ document: { kind, name, status, span } }: CheckedDocument, page: Page): string {
  const title = [kind, name].filter((word) => word !== null).join('/') || 'document';
  return `${placeOf(span, page)} ${page.paper.paint(title, 'heading')} ${statusText(status, page.paper)}`;
}

function placeOf(span: Span, { source, regionOf }: Page): string {
  const { line, column } = regionOf(span);
  return `${source.file}:${line}:${column}:`;
}

function findingLines(found: Diagnostic, page: Page): readonly string[] {
  const told = explainDiagnostic(found, [page.source]);
  const lines = entryLines({ severity: found.severity, span: found.span, label: found.code, told }, page);
  return isRefusal(found) ? [...lines, serverWords(found)] : lines;
}

function isRefusal(found: Diagnostic): found is Refusal {
  return 'detail' in found;
}

/** The words that people meet in their terminals, and search for: never broken into lines. */
function serverWords({ path, type, detail }: Refusal): string {
  return `    API server: ${[path, type, detail].filter((word) => word !== '').join(': ')}`;
}

interface Entry {
  readonly severity: Severity;
  readonly span: Span;
  /** What to look the entry up by: a code, the id of a check. */
  readonly label: string;
  readonly told: Explanation;
}

function entryLines({ severity, span, label, told }: Entry, page: Page): readonly string[] {
  const { paint, width } = page.paper;
  const { what, why, todo = '' } = told;
  const word = paint(severity, severity === 'note' ? 'quiet' : 'not-wanted');
  return [
    `${placeOf(span, page)} ${word}: ${what} ${paint(`[${label}]`, 'quiet')}`,
    ...wrapped(`${why} ${todo}`.trimEnd(), { width, indent: '    ' }),
  ];
}

function policyLines({ asked, podSecurity }: CheckedDocument, page: Page): readonly string[] {
  if (asked === null || podSecurity === null) return [];
  const { level, result } = asked;
  const { paint } = page.paper;
  const words = result.allowed ? paint('allowed', 'wanted') : paint('not allowed', 'not-wanted');
  const violations = result.violations.flatMap((violation) => {
    const { id, container, span } = violation;
    const label = container === null ? id : `${id}, ${container}`;
    return entryLines({ severity: 'error', span, label, told: explainViolation(violation) }, page);
  });
  return [`  Pod Security ${level} ${podSecurity.version}: ${words}`, ...violations];
}

function triedLines({ tried }: CheckedDocument, page: Page): readonly string[] {
  const containers = [...new Set(tried.map(({ container }) => container))];
  return containers.flatMap((name) => [
    `  Tried in ${page.paper.paint(name, 'heading')}`,
    ...tried.filter(({ container }) => container === name).flatMap((one) => verdictLines(one, page)),
  ]);
}

function verdictLines({ asked, verdict }: Tried, { source, paper }: Page): readonly string[] {
  const step = verdict === null || verdict.decision === 'allowed' ? null : decidingStep(verdict);
  const line = `    ${askedWords(asked)}: ${fateText(verdict, paper)}`;
  if (step === null) return [line];
  const { what } = explainStep(step, [source]);
  return [line, ...wrapped(what, { width: paper.width, indent: '      ' })];
}

function askedWords({ id, call }: Tried['asked']): string {
  const given = Object.entries(call.parameters).map(([name, value]) => `${name}=${value}`);
  return given.length === 0 || id !== call.id ? id : [id, ...given].join(':');
}
