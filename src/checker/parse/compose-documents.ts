import type { CST, Document, ParsedNode } from 'yaml';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { ParsedDocument } from '../model/pod.ts';
import type { Source } from '../model/source.ts';
import type { Span } from '../model/span.ts';
import { composerOfFirstErrors, withFirstErrors } from './first-errors.ts';
import { readDocumentNode } from './read-node.ts';
import { syntaxFinding, tagFindings } from './syntax.ts';

export interface ReadText {
  readonly documents: readonly ParsedDocument[];
  /** The documents that are not YAML yet: each has an error among the findings and no value. */
  readonly broken: readonly Span[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Answers the documents of tokens by way of the package's nodes: all of YAML, and what is none. */
export function composeDocuments(source: Pick<Source, 'file' | 'text'>, tokens: readonly CST.Token[]): ReadText {
  const documents: ParsedDocument[] = [];
  const broken: Span[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const document of composerOfFirstErrors().compose(withFirstErrors(tokens))) {
    const read = readDocument(source, document);
    diagnostics.push(...read.diagnostics);
    if (read.document === 'broken') broken.push(spanOf(source.file, document));
    else if (read.document !== 'empty') documents.push(read.document);
  }
  return { documents, broken, diagnostics };
}

interface ReadDocument {
  readonly document: ParsedDocument | 'broken' | 'empty';
  readonly diagnostics: readonly Diagnostic[];
}

function readDocument(source: Pick<Source, 'file' | 'text'>, document: Document.Parsed<ParsedNode>): ReadDocument {
  // One error is told, the first: those behind it mostly follow from it.
  const error = document.errors[0];
  if (error !== undefined) return { document: 'broken', diagnostics: [syntaxFinding(source, error)] };

  const { file, text } = source;
  const tags = tagFindings(file, document.warnings);
  if (document.contents === null) return { document: 'empty', diagnostics: tags };
  const read = readDocumentNode(file, document.contents);
  const diagnostics = [...tags, ...read.diagnostics];
  if (read.diagnostics.some((found) => found.severity === 'error')) return { document: 'broken', diagnostics };
  // kubectl passes over a document of nothing but comments and separators.
  if (read.value === null) return { document: 'empty', diagnostics };
  return {
    document: { file, span: spanOf(file, document), text, value: read.value, places: read.places },
    diagnostics,
  };
}

function spanOf(file: string, document: Document.Parsed<ParsedNode>): Span {
  return { file, start: document.range[0], end: document.range[2] };
}
