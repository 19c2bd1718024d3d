import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse, decide, defaultWorld, type Parameters, type Verdict, type World } from '../../checker/index.ts';

/** The part of a recording that can be counted (`src/recorder/recording.ts` has the whole). */
interface Recording {
  readonly pod: readonly string[];
  readonly world: World;
  readonly containers: readonly {
    readonly document: number;
    readonly name: string;
    readonly answers?: readonly {
      readonly operation: string;
      readonly parameters: Parameters;
      readonly result: string;
    }[];
  }[];
}

/** Read as files: bundled they would be megabytes of module. A build runs at the root of the project. */
const folder = 'tests/conformance/recordings';

function readRecordings(): readonly Recording[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
  return files.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Recording);
}

/** Results that say nothing about a pod. */
const notCompared: readonly string[] = ['n/a', 'unsupported'];

export interface Agreement {
  readonly pods: number;
  readonly answers: number;
  readonly agreed: number;
}

let counted: Agreement | null = null;

/** Answers in how many of the recorded answers of real containers the model says what the kernel said. Counted once a build. */
export function agreement(): Agreement {
  if (counted !== null) return counted;
  const recordings = readRecordings();
  const compared = recordings.flatMap(compare);
  counted = { pods: recordings.length, answers: compared.length, agreed: compared.filter(Boolean).length };
  return counted;
}

function compare({ pod, world, containers }: Recording): readonly boolean[] {
  // A recording keeps no tables: they are facts of the field, not of the run.
  const source = { file: 'pod.yaml', text: pod.join('\n'), language: 'kubernetes' } as const;
  const analysis = analyse([source], { ...world, tables: defaultWorld.tables });
  return containers.flatMap(({ document, name: container, answers = [] }) =>
    answers
      .filter(({ result }) => !notCompared.includes(result))
      .map(({ operation: id, parameters, result }) => {
        const verdict = decide(analysis, { document, container }, { id, parameters });
        return verdict !== null && resultOf(verdict) === result;
      }),
  );
}

/** A verdict in the words of a recording. */
function resultOf({ decision, errno }: Verdict): string {
  if (decision === 'denied') return errno ?? 'denied';
  return decision === 'allowed' ? 'ok' : decision;
}
