/** What `check` found in one file, before any format: the answers of the checker side by side. */
import {
  analyse,
  check,
  newestPodSecurityVersion,
  podSecurityOf,
  readPodSecurityVersion,
  type AnalysedDocument,
  type Analysis,
  type Diagnostic,
  type LevelResult,
  type PodSecurity,
  type Report,
  type Source,
  type World,
} from '../checker/index.ts';
import type { AskedPolicy } from './arguments.ts';
import type { AskedOperation } from './operations.ts';
import type { OpenLab } from './read-lab.ts';
import { tryAll, type Tried } from './tried.ts';

export interface Question {
  readonly world: World;
  readonly lab: OpenLab | null;
  readonly operations: readonly AskedOperation[];
  readonly podSecurity: AskedPolicy | null;
}

export interface CheckedFile {
  readonly source: Source;
  readonly analysis: Analysis;
  readonly documents: readonly CheckedDocument[];
  /** Findings of a text that holds no document at all. */
  readonly besides: readonly Diagnostic[];
  readonly graded: { readonly lab: OpenLab; readonly report: Report } | null;
}

export interface CheckedDocument {
  readonly document: AnalysedDocument;
  /** Those of reading it as YAML too. */
  readonly diagnostics: readonly Diagnostic[];
  readonly podSecurity: PodSecurity | null;
  /** The level that was asked for, where it finds something. */
  readonly asked: { readonly level: string; readonly result: LevelResult } | null;
  readonly tried: readonly Tried[];
}

/** Answers everything that is asked about one file. */
export function checkFile(source: Source, question: Question): CheckedFile {
  const { lab, world } = question;
  const report = lab === null ? null : check([source], lab.lab);
  const analysis = report?.analysis ?? analyse([source], world);
  return {
    source,
    analysis,
    documents: analysis.documents.map((document, index) => checkDocument({ analysis, document, index }, question)),
    besides: analysis.documents.length === 0 ? analysis.diagnostics : [],
    graded: lab === null || report === null ? null : { lab, report },
  };
}

interface DocumentAt {
  readonly analysis: Analysis;
  readonly document: AnalysedDocument;
  readonly index: number;
}

function checkDocument({ analysis, document, index }: DocumentAt, question: Question): CheckedDocument {
  const { pod, containers } = document;
  const version = question.podSecurity?.version ?? versionOf(analysis.world);
  const podSecurity = pod === null ? null : podSecurityOf(pod, version);
  const level = question.podSecurity?.level ?? 'privileged';
  const tried = containers.flatMap(({ name }) =>
    tryAll(question.operations, { analysis, place: { document: index, container: name } }),
  );
  return {
    document,
    diagnostics: analysis.diagnostics.filter(({ span }) => documentAt(analysis, span.start) === index),
    podSecurity,
    asked: podSecurity === null || level === 'privileged' ? null : { level, result: podSecurity[level] },
    tried,
  };
}

/** A finding between two documents belongs to the one before it. */
function documentAt({ documents }: Analysis, offset: number): number {
  return Math.max(
    0,
    documents.findLastIndex(({ span }) => span.start <= offset),
  );
}

/** `latest` is what the API server of the world knows. */
function versionOf(world: World) {
  return readPodSecurityVersion(world.kubernetes.version) ?? newestPodSecurityVersion;
}

/** Answers whether there is nothing to mend: a solved lab is not clean while its text is warned about. */
export function isClean({ documents, besides, graded }: CheckedFile): boolean {
  const found = [...besides, ...documents.flatMap(({ diagnostics }) => diagnostics)];
  return (
    found.every(({ severity }) => severity === 'note') &&
    documents.every(({ asked }) => asked === null || asked.result.allowed) &&
    (graded === null || graded.report.grade.status === 'solved')
  );
}
