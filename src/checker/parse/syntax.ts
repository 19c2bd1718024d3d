import type { YAMLParseError, YAMLWarning } from 'yaml';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Source } from '../model/source.ts';
import { finding, type SyntaxCode } from './messages.ts';
import { steppedOut } from './stepped-out.ts';

/** The package's codes are coarse and its messages its own: this is how its errors become a closed set of ours. */
const codeOf: readonly { readonly error: string; readonly says?: RegExp; readonly code: SyntaxCode }[] = [
  { error: 'TAB_AS_INDENT', code: 'yaml/tab-as-indent' },
  { error: 'RESOURCE_EXHAUSTION', code: 'yaml/too-deep' },
  { error: 'BAD_INDENT', says: /^Flow/, code: 'yaml/unclosed-bracket' },
  { error: 'MISSING_CHAR', says: /^Expected flow|^Flow/, code: 'yaml/unclosed-bracket' },
  { error: 'MISSING_CHAR', says: /closing .quote/, code: 'yaml/unclosed-quote' },
  { error: 'MISSING_CHAR', says: /followed by map values/, code: 'yaml/half-written-line' },
  { error: 'MISSING_CHAR', says: /without - indicator/, code: 'yaml/indentation' },
  { error: 'MISSING_CHAR', says: /Missing [,:]|space after/, code: 'yaml/missing-comma' },
  { error: 'MULTILINE_IMPLICIT_KEY', code: 'yaml/half-written-line' },
  { error: 'KEY_OVER_1024_CHARS', code: 'yaml/half-written-line' },
  { error: 'BLOCK_AS_IMPLICIT_KEY', says: /Nested mappings/, code: 'yaml/two-colons' },
  { error: 'BLOCK_AS_IMPLICIT_KEY', code: 'yaml/indentation' },
  { error: 'BAD_INDENT', code: 'yaml/indentation' },
  { error: 'BLOCK_IN_FLOW', code: 'yaml/unclosed-bracket' },
  { error: 'BAD_SCALAR_START', code: 'yaml/needs-quotes' },
  { error: 'BAD_DQ_ESCAPE', code: 'yaml/unknown-escape' },
];

/** Answers an error of the yaml package as a finding. */
export function syntaxFinding({ file, text }: Pick<Source, 'file' | 'text'>, error: YAMLParseError): Diagnostic {
  const row = codeOf.find((each) => each.error === error.code && (each.says?.test(error.message) ?? true));
  // What is missing at the end is missed one character behind it.
  const [from, end] = error.pos.map((at) => Math.min(at, text.length)) as [number, number];
  const deeper = row?.code === 'yaml/two-colons' ? lineBelow(text, from) : null;
  const code = deeper === null ? (row?.code ?? 'yaml/not-understood') : 'yaml/indentation';
  const start = deeper ?? from;
  const span = code === 'yaml/indentation' ? lineFrom(text, start) : { start, end: Math.max(start, end) };
  const culprit = code === 'yaml/indentation' ? steppedOut(text, span.start) : null;
  if (culprit === null) return finding({ code, severity: 'error', span: { file, ...span }, facts: {} });
  const { at, ...facts } = culprit;
  return finding({ code: 'yaml/stepped-out', severity: 'error', span: { file, ...lineFrom(text, at) }, facts });
}

/** A field below a value, indented deeper, is a second colon for the package as well. What stands wrong is that line. */
function lineBelow(text: string, at: number): number | null {
  const [value = '', gap = ''] = /^([^\r\n]*)((?:\r?\n[ \t]*)+)/.exec(text.slice(at))?.slice(1) ?? [];
  const hasColon = /:(\s|$)/.test(value.replace(/\s#.*/, ''));
  return gap === '' || hasColon ? null : at + value.length + gap.length;
}

/** The package marks the blanks before a line that stands wrong; the line is what a person looks for. */
function lineFrom(text: string, at: number): { readonly start: number; readonly end: number } {
  const [blanks = '', line = ''] = /^([ \t]*)([^\r\n]*)/.exec(text.slice(at))?.slice(1) ?? [];
  const start = at + blanks.length;
  return { start, end: start + line.trimEnd().length };
}

/** Answers the tags that are passed over: the value is read as if they were not there. */
export function tagFindings(file: string, warnings: readonly YAMLWarning[]): readonly Diagnostic[] {
  return warnings
    .filter((warning) => warning.code === 'TAG_RESOLVE_FAILED')
    .map(({ pos: [start, end] }) =>
      finding({ code: 'yaml/unknown-tag', severity: 'note', span: { file, start, end }, facts: {} }),
    );
}
