/** What the kernel said of a pod: the file under `tests/conformance/recordings/`, and its text. */
import type { Layer, Parameters, World } from '../checker/index.ts';

export interface Recording {
  /** The pod's text, so that a recording needs nothing beside it. */
  readonly pod: string;
  /** Without the big tables: they belong to the checker that reads the recording. */
  readonly world: Omit<World, 'tables'>;
  readonly made: Circumstances;
  readonly containers: readonly RecordedContainer[];
}

export interface Circumstances {
  readonly date: string;
  readonly kernel: string;
  readonly runtime: string;
  readonly libseccomp: string;
  /** What was done otherwise than on a node of Kubernetes. */
  readonly notes: readonly string[];
}

export type RecordedContainer = NotTried | NotStarted | Started;

/** Somebody above the OCI runtime says no, who is not here: its answer is the model's alone. */
export interface NotTried {
  readonly document: number;
  readonly name: string;
  readonly fate: 'not-tried';
  /** Who says no, and to which question of `start`. */
  readonly by: Layer;
  readonly question: string;
}

export interface NotStarted {
  readonly document: number;
  readonly name: string;
  readonly fate: 'not-started';
  /** The runtime's own words. */
  readonly words: string;
}

export interface Started {
  readonly document: number;
  readonly name: string;
  readonly fate: 'started';
  readonly state: State;
  readonly answers: readonly RecordedAnswer[];
}

/** /proc/self/status of the container's own process: ids as numbers, capability sets as the kernel's masks. */
export interface State {
  readonly uid: number;
  readonly gid: number;
  readonly groups: readonly number[];
  readonly CapInh: string;
  readonly CapPrm: string;
  readonly CapEff: string;
  readonly CapBnd: string;
  readonly CapAmb: string;
  readonly NoNewPrivs: number;
  readonly Seccomp: number;
}

export interface RecordedAnswer {
  readonly operation: string;
  readonly parameters: Parameters;
  /** `ok`, an errno's name, `ineffective`, `killed`, or `n/a` where there was nothing to try. */
  readonly result: string;
  /** The system call that decided. */
  readonly call: string;
}

/** Answers the text of a recording: one line for each answer, so that a changed answer is one changed line. */
export function renderRecording({ pod, world, made, containers }: Recording): string {
  const parts = [
    `  "pod": [\n${lines(pod.split('\n'), '    ')}\n  ]`,
    `  "world": {\n${members(world, '    ')}\n  }`,
    `  "made": {\n${members(made, '    ')}\n  }`,
    `  "containers": [\n${containers.map(renderContainer).join(',\n')}\n  ]`,
  ];
  return `{\n${parts.join(',\n')}\n}\n`;
}

function renderContainer(container: RecordedContainer): string {
  if (container.fate !== 'started') return lines([container], '    ');
  const { answers, ...rest } = container;
  return `    {\n${members(rest, '      ')},\n      "answers": [\n${lines(answers, '        ')}\n      ]\n    }`;
}

function lines(values: readonly unknown[], indent: string): string {
  return values.map((value) => `${indent}${JSON.stringify(value)}`).join(',\n');
}

function members(value: object, indent: string): string {
  const entries = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}: ${JSON.stringify(member)}`);
  return entries.map((entry) => `${indent}${entry}`).join(',\n');
}

/** Reads what `renderRecording` wrote. Throws where a proof is not whole: who made it, or which call of the kernel decided. */
export function readRecording(text: string): Recording {
  const stored = JSON.parse(text) as Omit<Recording, 'pod'> & { readonly pod: readonly string[] };
  const missing = [...missingIn(stored.made), ...stored.containers.flatMap(withoutCall)];
  if (missing.length > 0) throw new Error(`a recording lacks ${missing.join(', ')}`);
  return { ...stored, pod: stored.pod.join('\n') };
}

function missingIn(made: Partial<Circumstances> = {}): readonly string[] {
  const words = (['date', 'kernel', 'runtime', 'libseccomp'] as const).filter((member) => !made[member]);
  return [...words, ...(Array.isArray(made.notes) ? [] : ['notes'])].map((member) => `made.${member}`);
}

/** Only where there was nothing to try no system call decided. */
function withoutCall(container: RecordedContainer): readonly string[] {
  if (container.fate !== 'started') return [];
  const { name, answers } = container;
  const bare = answers.filter(({ result, call }) => (result === 'n/a' ? call !== '' : !call));
  return bare.map(({ operation }) => `the call of ${operation} in ${name}`);
}
