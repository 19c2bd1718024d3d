/** `bulkhead explain`: what each container really gets, and what each layer says about what it tries. */
import { analyse } from '../checker/index.ts';
import type { AnalysedDocument, Analysis, Paper, Source, World } from '../checker/index.ts';
import { effectiveLines } from './effective-table.ts';
import { matrixLines, matrixLegend } from './layer-matrix.ts';
import type { AskedOperation } from './operations.ts';
import { tryAll } from './tried.ts';
import { statusText } from './words.ts';

/** Answers the tables of every container of a text, without a line break at its end; empty where it holds no pod. */
export function explainText(
  source: Source,
  { world, operations, paper }: { world: World; operations: readonly AskedOperation[]; paper: Paper },
): string {
  const analysis = analyse([source], world);
  const parts = analysis.documents.flatMap((document, index) =>
    containerParts(analysis, { document, index }, { operations, paper }),
  );
  return parts.length === 0 ? '' : [...parts, matrixLegend(paper)].join('\n\n');
}

function containerParts(
  analysis: Analysis,
  { document, index }: { document: AnalysedDocument; index: number },
  { operations, paper }: { operations: readonly AskedOperation[]; paper: Paper },
): readonly string[] {
  return document.containers.map((container) => {
    const place = { document: index, container: container.name };
    const tried = tryAll(operations, { analysis, place });
    const title = `${document.kind ?? ''}/${document.name ?? ''}, ${container.role} container ${container.name}`;
    const status = statusText(document.status, paper);
    return [
      `${paper.paint(title, 'heading')}  ${status}`,
      ...effectiveLines(container, { sources: analysis.sources, paper }),
      '',
      ...matrixLines(tried, { node: analysis.world.node, paper }),
    ].join('\n');
  });
}
