import type { Diagnostic } from '../model/diagnostic.ts';
import type { Source } from '../model/source.ts';
import { finding } from './messages.ts';

/** What go.yaml.in/yaml/v2 refuses to read (readerc.go, yaml_parser_update_buffer); a byte order mark may stand first. */
const control = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]|(?!^)\ufeff/;

/** Embeddings, overrides and isolates of Unicode UAX #9: they show a line in another order than it is read. */
const reordering = /[\u202a-\u202e\u2066-\u2069]/g;

/** Where a line ends for go.yaml.in/yaml/v2 besides LF and CR LF (yamlprivateh.go, is_break). */
const lineEnds = /\r(?!\n)|[\u0085\u2028\u2029]/g;

/**
 * Answers a text of the same length whose lines end as the yaml package knows it. Behind such a character kubectl 1.32 reads
 * a field even out of a comment (measured). In a value it keeps U+2028 and U+2029, and here they become blanks.
 */
export function withLineFeeds(text: string): string {
  return text.replace(lineEnds, '\n');
}

/** Answers the characters that keep a text from being read, or from being read as it looks. */
export function characterFindings(source: Pick<Source, 'file' | 'text'>): readonly Diagnostic[] {
  const { file, text } = source;
  const at = text.search(control);
  if (at >= 0) {
    const span = { file, start: at, end: at + 1 };
    return [
      finding({ code: 'yaml/control-character', severity: 'error', span, facts: { character: nameAt(text, at) } }),
    ];
  }
  const first = text.search(reordering);
  if (first < 0) return [];
  const facts = { character: nameAt(text, first), count: text.match(reordering)?.length ?? 0 };
  const span = { file, start: first, end: first + 1 };
  return [finding({ code: 'yaml/reordered-text', severity: 'warning', span, facts })];
}

function nameAt(text: string, at: number): string {
  return `U+${text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')}`;
}
