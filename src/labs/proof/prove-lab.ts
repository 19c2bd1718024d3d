/** The invariants of a lab, tried: what `npm run prove` prints and what the tests assert. */
import { check, openLab, type Grade, type Lab } from '../../checker/index.ts';
import type { LabFolder, Misconceptions } from '../lab-folder.ts';
import { attacksOn } from './attacks.ts';
import { sourceOf } from './draft.ts';
import { differenceFrom, summaryOf } from './grade-in-words.ts';
import { mutantsOf, type Mutant } from './mutants.ts';
import { reportsOf, type GeneratedReport } from './reports.ts';
import { rewritesOf } from './rewrites.ts';

/** One invariant: how often it held, and what to do where it did not. */
export interface Proof {
  readonly what: (typeof invariants)[number];
  readonly held: number;
  readonly of: number;
  readonly problems: readonly string[];
}

/** In the order of the columns. */
export const invariants = [
  'start',
  'solutions',
  'attempts',
  'control',
  'mutants',
  'attacks',
  'rewrites',
  'reports',
] as const;

/** What share of the mutants must change something or be declared cosmetic. */
const leastKilled = 0.95;

/** Answers whether an invariant holds: for mutants a share is enough, for all else nothing but all. */
export function holds({ what, held, of }: Proof): boolean {
  return what === 'mutants' ? held >= of * leastKilled : held === of;
}

export interface Proven {
  readonly folder: LabFolder;
  readonly beliefs: Misconceptions;
  /** The reports as they lie in the folder, by path. */
  readonly reports: ReadonlyMap<string, string>;
}

interface Bench extends Proven {
  readonly lab: Lab;
}

/** Answers what holds of a lab. */
export function proveLab(proven: Proven): readonly Proof[] {
  const bench: Bench = { ...proven, lab: openLab(proven.folder.definition) };
  return [
    proveStart(bench),
    proveSolutions(bench),
    proveAttempts(bench),
    proveControl(bench),
    proveMutants(bench),
    proveAttacks(bench),
    proveRewrites(bench),
    proveReports(bench),
  ];
}

function gradeOf(text: string, { lab }: Bench): Grade {
  return check([sourceOf(text)], lab).grade;
}

function proof(what: Proof['what'], results: readonly (string | null)[]): Proof {
  const problems = results.filter((problem) => problem !== null);
  return { what, held: results.length - problems.length, of: results.length, problems };
}

function proveStart(bench: Bench): Proof {
  const { definition, start, expected } = bench.folder;
  const grade = gradeOf(start, bench);
  const lost = grade.outcomes.filter(({ criterion, status }) => criterion.must === 'keep-working' && status !== 'met');
  const isAsSaid = definition.startsAs === (lost.length === 0 ? 'works' : startFate(grade));
  return proof('start', [
    differenceFrom(expected.start, grade),
    isAsSaid ? null : `start.yaml is not what \`startsAs: ${definition.startsAs}\` says. Change one of the two.`,
    grade.status === 'solved' ? 'start.yaml is solved before anybody touched it.' : null,
  ]);
}

function startFate({ outcomes }: Grade): 'refused' | 'broken' {
  return outcomes.some(({ status }) => status === 'not-run') ? 'refused' : 'broken';
}

function proveSolutions(bench: Bench): Proof {
  return proof(
    'solutions',
    bench.folder.solutions.map(({ name, text }) => {
      const grade = gradeOf(text, bench);
      return grade.status === 'solved' ? null : `solutions/${name}.yaml does not solve: ${summaryOf(grade)}.`;
    }),
  );
}

function proveAttempts(bench: Bench): Proof {
  const { attempts, expected } = bench.folder;
  return proof(
    'attempts',
    attempts.map(({ name, text }) => {
      const grade = gradeOf(text, bench);
      if (grade.status === 'solved')
        return `attempts/${name}.yaml solves the lab: move it to solutions, or ask for more.`;
      const difference = differenceFrom(expected.attempts[name] ?? {}, grade);
      return difference === null ? null : `attempts/${name}.yaml: ${difference}. If that is right, write it there.`;
    }),
  );
}

/** The attack succeeds somewhere: on the start, or on the attempt that the lab names. */
function proveControl(bench: Bench): Proof {
  const { attempts, positiveControl, start } = bench.folder;
  const control = attempts.find(({ name }) => name === positiveControl)?.text ?? start;
  const isOpen = gradeOf(control, bench).outcomes.some(
    ({ criterion, status }) => criterion.must === 'be-blocked' && status === 'unmet',
  );
  const name = positiveControl ?? 'start';
  return proof('control', [isOpen ? null : `No attack succeeds on \`${name}\`: nothing shows that there is one.`]);
}

function proveMutants(bench: Bench): Proof {
  const { solutions, definition, start, expected } = bench.folder;
  const results = solutions.flatMap(({ name, text }) => {
    const file = `solutions/${name}.yaml`;
    const cosmetic = (expected.solutions[name]?.cosmetic ?? []).map(({ field }) => field);
    const mutants = mutantsOf({ solution: text, start, lab: definition });
    const survivors = mutants.filter((mutant) => gradeOf(mutant.text, bench).status === 'solved');
    const covers = (field: string) => (mutant: Mutant) => mutant.field.startsWith(field);
    const stale = cosmetic.filter((field) => !survivors.some(covers(field)));
    return [
      ...mutants.map((mutant) => {
        if (!survivors.includes(mutant) || cosmetic.some((field) => covers(field)(mutant))) return null;
        return `${file}: \`${mutant.field}\` ${mutant.did}, and it is still solved. Ask for more, or declare the field cosmetic in expected.yaml.`;
      }),
      ...stale.map((field) => `${file}: \`${field}\` is declared cosmetic and is not. Remove it in expected.yaml.`),
    ];
  });
  return proof('mutants', results);
}

function proveAttacks(bench: Bench): Proof {
  return proof(
    'attacks',
    attacksOn(bench.folder).map(({ name, text }) =>
      gradeOf(text, bench).status === 'solved' ? `${name}: solved, and must not be.` : null,
    ),
  );
}

function proveRewrites(bench: Bench): Proof {
  const { solutions, attempts, definition } = bench.folder;
  return proof(
    'rewrites',
    [...solutions, ...attempts].flatMap(({ name, text }) => {
      const plain = summaryOf(gradeOf(text, bench));
      return rewritesOf(text, definition.world).map((rewrite) => {
        const other = summaryOf(gradeOf(rewrite.text, bench));
        return other === plain ? null : `${name}, ${rewrite.name}: ${other}, and as it stands ${plain}.`;
      });
    }),
  );
}

function proveReports(bench: Bench): Proof {
  const { folder, lab, beliefs, reports } = bench;
  const written: readonly GeneratedReport[] = reportsOf(folder, lab, beliefs);
  return proof(
    'reports',
    written.map(({ path, text }) =>
      reports.get(path) === text
        ? null
        : `${path} is not what is said now. Read it: npm run prove -- ${folder.id} --update`,
    ),
  );
}
