import { refusalsOf } from './admission/refusals.ts';
import { effectiveContainers } from './effective/containers.ts';
import { startsOf } from './kernel/start.ts';
import { isHalfWritten, type Diagnostic } from './model/diagnostic.ts';
import type { ParsedDocument } from './model/pod.ts';
import type { AnalysedDocument, Analysis } from './model/report.ts';
import type { Source } from './model/source.ts';
import type { Span } from './model/span.ts';
import type { World } from './model/world.ts';
import { parseDocuments } from './parse/documents.ts';
import { readPod } from './schema/read-pod.ts';

/**
 * Answers what the texts say and what each container really gets. A text that `previous` has already seen in the same world
 * is not read again; that is the only memory there is, and it is the caller's.
 */
export function analyse(sources: readonly Source[], world: World, previous?: Analysis): Analysis {
  const texts = sources
    .filter(({ language }) => language === 'kubernetes')
    .map((source) => analyseText(source, world, previous));
  return {
    sources,
    world,
    documents: texts.flatMap(({ documents }) => documents),
    diagnostics: texts.flatMap(({ diagnostics }) => diagnostics),
  };
}

type AnalysedText = Pick<Analysis, 'documents' | 'diagnostics'>;

function analyseText(source: Source, world: World, previous: Analysis | undefined): AnalysedText {
  const seen = previous?.sources.find(({ file, text }) => file === source.file && text === source.text);
  if (previous !== undefined && seen !== undefined && previous.world === world) {
    return {
      documents: previous.documents.filter(({ file }) => file === source.file),
      diagnostics: previous.diagnostics.filter(({ span }) => span.file === source.file),
    };
  }
  const { documents, broken, diagnostics } = parseDocuments(source);
  const analysed = [
    ...documents.map((document) => analyseDocument(source, document, world)),
    ...broken.map((span) => unparsable(source, span)),
  ].sort((a, b) => a.span.start - b.span.start);
  return {
    documents: analysed,
    diagnostics: inTextOrder([...diagnostics, ...analysed.flatMap((document) => document.diagnostics)]),
  };
}

function analyseDocument(source: Source, parsed: ParsedDocument, world: World): AnalysedDocument {
  const read = readPod(parsed, world);
  // What is missing around a line that is not finished follows from it.
  const isAsked = read.pod !== null && !read.refusals.some(isHalfWritten);
  const admission = isAsked ? refusalsOf(read.pod, read.refusals) : [];
  const refusals = [...read.refusals, ...admission];
  const containers = read.pod === null ? [] : effectiveContainers(read.pod, refusals, world);
  return {
    file: source.file,
    span: parsed.span,
    status: read.pod === null ? 'not-a-workload' : refusals.length > 0 ? 'rejected' : 'valid',
    kind: read.kind,
    name: read.name,
    pod: read.pod,
    diagnostics: [...read.diagnostics, ...admission],
    refusals,
    containers,
    starts: startsOf(containers, world),
  };
}

function unparsable(source: Source, span: Span): AnalysedDocument {
  return {
    file: source.file,
    span,
    status: 'unparsable',
    kind: null,
    name: null,
    pod: null,
    diagnostics: [],
    refusals: [],
    containers: [],
    starts: [],
  };
}

function inTextOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort((a, b) => a.span.start - b.span.start);
}
