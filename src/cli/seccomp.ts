/** `bulkhead seccomp`: what a filter answers to calls, as a runtime loads the profile. */
import { positionAt, wrapped, type Diagnostic, type Paper, type Source } from '../checker/index.ts';
import {
  compileSeccomp,
  decideSeccomp,
  errnoName,
  explainSeccompAnswer,
  explainSeccompFinding,
  readSeccompCall,
  readSeccompProfile,
  type CallProblem,
  type CompiledFilter,
  type ReadCall,
} from '../checker/policy/seccomp/index.ts';
import { placesIn, type RegionOf } from './regions.ts';
import type { SeccompArguments } from './seccomp-arguments.ts';
import type { SeccompEntry } from './seccomp-output.ts';
import { Unusable } from './unusable.ts';

/** Answers each call in the order asked; throws where the profile does not load or a call is none. */
export function askSeccomp(source: Source, { calls, runtime }: SeccompArguments): readonly SeccompEntry[] {
  const asked = calls.map((written) => ({ written, call: callOf(written) }));
  const { profile } = readSeccompProfile(source);
  const compiled = compileSeccomp(profile, runtime);
  if ('refusal' in compiled) throw new Unusable(doesNotLoad(source, { ...compiled, runtime }));
  const regionOf = placesIn(source.text);
  return asked.map(({ written, call }) => entryOf({ written, call, filter: compiled.value, regionOf }));
}

function callOf(written: string): ReadCall {
  const read = readSeccompCall(written);
  if ('problem' in read) throw new Unusable(`\`${written}\` cannot be asked: ${problemText(read.problem)}`);
  return read.call;
}

function problemText(problem: CallProblem): string {
  switch (problem.is) {
    case 'not-a-call':
      return 'a call is written as in `socket(40)`, `i386:socketcall(1)` or `read`.';
    case 'unknown-entry':
      return `there is no entry \`${problem.entry}\`: x86_64, i386, x32.`;
    case 'unknown-name': {
      const nearest = problem.nearest === null ? '' : ` Did you mean \`${problem.nearest}\`?`;
      return `libseccomp knows no call \`${problem.name}\`.${nearest}`;
    }
    case 'other-entry': {
      const instead = problem.instead === null ? '' : ` Did you mean \`${problem.instead}\`?`;
      return `${problem.entry} has no call \`${problem.name}\`.${instead}`;
    }
    case 'number':
      return `\`${problem.word}\` is no number of 64 bits.`;
    case 'too-many-arguments':
      return 'a call has at most six arguments.';
  }
}

interface NotLoaded extends Pick<SeccompArguments, 'runtime'> {
  readonly refusal: Diagnostic & { readonly words: string };
}

/** The runtime's own words first, which a search finds; then ours, with the place. */
function doesNotLoad(source: Source, { refusal, runtime }: NotLoaded): string {
  return [`${runtime}: ${refusal.words}`, ...findingLines(source, refusal)].join('\n');
}

function findingLines({ file, text }: Source, found: Diagnostic): readonly string[] {
  const { line, column } = positionAt(text, found.span.start);
  const { what, why, todo = '' } = explainSeccompFinding(found);
  return [
    `${file}:${line}:${column}: ${found.severity}: ${what} [${found.code}]`,
    ...wrapped(`${why} ${todo}`.trimEnd(), { width: 100, indent: '    ' }),
  ];
}

interface Asked {
  readonly written: string;
  readonly call: ReadCall;
  readonly filter: CompiledFilter;
  readonly regionOf: RegionOf;
}

function entryOf({ written, call, filter, regionOf }: Asked): SeccompEntry {
  const { decision, action, errno, signal, rule, why } = decideSeccomp(filter, call);
  const region = rule === null ? null : regionOf(rule.span);
  const told = explainSeccompAnswer(why, region === null ? '' : `line ${region.line}`);
  return {
    call: written,
    architecture: call.entry,
    syscall: call.name,
    number: call.number,
    args: call.registers.map(String),
    action,
    decision,
    errno: errno === null ? null : errnoName(errno),
    errnoNumber: errno,
    signal,
    rule: region,
    reason: why.code,
    message: `${told.what} ${told.why}`,
  };
}

/** Answers the findings about the profile and then an entry of lines for each call. */
export function seccompText(source: Source, asked: SeccompArguments, paper: Paper): string {
  const answers = askSeccomp(source, asked).flatMap((entry) => answerLines(entry, paper));
  const found = readSeccompProfile(source).findings.flatMap((finding) => findingLines(source, finding));
  return [...found, ...answers].join('\n');
}

function answerLines(entry: SeccompEntry, { paint, width }: Paper): readonly string[] {
  const { call, decision, errno, errnoNumber, signal, action, message } = entry;
  const ink = decision === 'allowed' ? 'wanted' : decision === 'denied' ? 'not-wanted' : 'quiet';
  const number = errnoNumber === null ? null : errnoNumber === 0 ? 'returns 0' : `errno ${errnoNumber}`;
  const fate = [decision, errno ?? number, signal].filter((word) => word !== null).join(', ');
  const by = action === null ? '' : ` (${action})`;
  return [`${call}: ${paint(fate, ink)}${by}`, ...wrapped(message, { width, indent: '    ' })];
}
