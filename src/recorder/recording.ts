/** What the kernel said of a pod: the file under `tests/conformance/recordings/`, and its text. */
import type { Parameters, World } from '../checker/index.ts';

export interface Recording {
  /** The pod's text, so that a recording needs nothing beside it. */
  readonly pod: string;
  readonly world: World;
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
  readonly because: string;
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
  const members = (value: object, indent: string) =>
    Object.entries(value).map(([key, member]) => `${indent}${JSON.stringify(key)}: ${JSON.stringify(member)}`);
  const container = (each: RecordedContainer): string => {
    if (each.fate !== 'started') return `    ${JSON.stringify(each)}`;
    const { answers, ...rest } = each;
    const lines = answers.map((answer) => `        ${JSON.stringify(answer)}`).join(',\n');
    return `    {\n${members(rest, '      ').join(',\n')},\n      "answers": [\n${lines}\n      ]\n    }`;
  };
  const record = (name: string, value: object) => `  "${name}": {\n${members(value, '    ').join(',\n')}\n  }`;
  const parts = [
    `  "pod": ${JSON.stringify(pod.split('\n'))}`,
    record('world', world),
    record('made', made),
    `  "containers": [\n${containers.map(container).join(',\n')}\n  ]`,
  ];
  return `{\n${parts.join(',\n')}\n}\n`;
}

/** Reads what `renderRecording` wrote. */
export function readRecording(text: string): Recording {
  const stored = JSON.parse(text) as Omit<Recording, 'pod'> & { readonly pod: readonly string[] };
  return { ...stored, pod: stored.pod.join('\n') };
}
