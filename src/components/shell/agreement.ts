import { analyse, decide, type Parameters, type Verdict, type World } from '../../checker/index.ts';

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

const recordings = Object.values(
  import.meta.glob<Recording>('/tests/conformance/recordings/*/*.json', { import: 'default', eager: true }),
);

/** Results that say nothing about a pod. */
const notCompared: readonly string[] = ['n/a', 'unsupported'];

export interface Agreement {
  readonly pods: number;
  readonly answers: number;
  readonly agreed: number;
}

/** Answers in how many of the recorded answers of real containers the model says what the kernel said. */
export function agreement(): Agreement {
  const compared = recordings.flatMap(compare);
  return { pods: recordings.length, answers: compared.length, agreed: compared.filter(Boolean).length };
}

function compare({ pod, world, containers }: Recording): readonly boolean[] {
  const analysis = analyse([{ file: 'pod.yaml', text: pod.join('\n'), language: 'kubernetes' }], world);
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
