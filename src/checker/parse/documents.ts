/** Text to documents: plain data and the place of every field. The only folder that knows the yaml package. */
import { Parser } from 'yaml';
import type { Source } from '../model/source.ts';
import type { Span } from '../model/span.ts';
import { characterFindings, withLineFeeds } from './characters.ts';
import { composeDocuments, type ReadText } from './compose-documents.ts';
import { finding } from './messages.ts';
import { readTokens } from './read-tokens.ts';

/**
 * What a page accepts as one text, in UTF-16 units. The cap is the caller's to apply, with a sentence and without loss;
 * the command line reads any size.
 */
export const pageTextLimit = 128 * 1024;

/** Answers the documents of a text, read as kubectl reads them, with what is to say about it as YAML. Total. */
export function parseDocuments(source: Pick<Source, 'file' | 'text'>): ReadText {
  const characters = characterFindings(source);
  if (characters.some((found) => found.severity === 'error')) {
    return { documents: [], broken: [wholeOf(source)], diagnostics: characters };
  }
  const { file } = source;
  const text = withLineFeeds(source.text);
  const tokens = [...new Parser().parse(text)];
  const usual = readTokens({ file, text }, tokens);
  const read =
    usual === null ? composeDocuments({ file, text }, tokens) : { documents: usual, broken: [], diagnostics: [] };
  const diagnostics = [...characters, ...read.diagnostics];
  if (read.documents.length + read.broken.length === 0) {
    diagnostics.push(finding({ code: 'yaml/no-document', severity: 'note', span: wholeOf(source), facts: {} }));
  }
  return { ...read, diagnostics };
}

function wholeOf(source: Pick<Source, 'file' | 'text'>): Span {
  return { file: source.file, start: 0, end: source.text.length };
}
