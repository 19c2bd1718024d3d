/** `bulkhead apparmor`: what the kernel answers to accesses under a profile. */
import { positionAt, type Diagnostic, type Paper, type Source } from '../checker/index.ts';
import {
  decideAppArmor,
  debianIncludes,
  explainAppArmorAnswer,
  explainAppArmorFinding,
  readAppArmorProfiles,
  type AppArmorAnswer,
  type AppArmorPolicy,
} from '../checker/policy/apparmor/index.ts';
import { readAccess } from './apparmor-access.ts';
import type { AppArmorArguments } from './apparmor-arguments.ts';
import type { AppArmorEntry } from './apparmor-output.ts';
import { Unusable } from './unusable.ts';

type Rule = AppArmorAnswer['rules'][number];

/** Answers each access in the order asked; throws where the text does not load or an access is none. */
export function askAppArmor(source: Source, asked: AppArmorArguments): readonly AppArmorEntry[] {
  const { policy, name } = loaded(source, asked);
  return asked.accesses.map((written) => {
    const access = readAccess(written, { profile: name });
    const { uid, owner, noNewPrivs } = asked;
    const answer = decideAppArmor(policy, access, { profile: name, uid, owner, noNewPrivs });
    if (answer === null) throw new Error(`no profile ${name}`);
    return entryOf({ written, name, answer, text: source.text });
  });
}

interface Loaded {
  readonly policy: AppArmorPolicy;
  readonly name: string;
  readonly findings: readonly Diagnostic[];
}

function loaded(source: Source, { file, profile }: AppArmorArguments): Loaded {
  const { policy, refusal, findings } = readAppArmorProfiles(source, debianIncludes);
  if (policy === null) throw new Unusable(doesNotLoad({ file, source, refusal, findings }));
  const names = policy.profiles.map(({ name }) => name);
  const name = profile ?? names[0];
  if (name === undefined) throw new Unusable(`\`${file}\` declares no profile.`);
  if (!names.includes(name))
    throw new Unusable(
      `\`${file}\` declares no profile \`${name}\`: ${names.map((each) => `\`${each}\``).join(', ')}.`,
    );
  return { policy, name, findings };
}

interface NotLoaded {
  readonly file: string;
  readonly source: Source;
  readonly refusal: { readonly said: string; readonly line: number | null } | null;
  readonly findings: readonly Diagnostic[];
}

/** The parser's own words first, which a search finds; then ours, with the place. */
function doesNotLoad({ file, source, refusal, findings }: NotLoaded): string {
  const line = refusal?.line ?? null;
  const said = `AppArmor parser error for ${file}${line === null ? '' : ` at line ${line}`}: ${refusal?.said ?? ''}`;
  return [
    said,
    ...findings.filter(({ severity }) => severity === 'error').map((found) => findingText(file, source, found)),
  ].join('\n');
}

function findingText(file: string, { text }: Source, found: Diagnostic): string {
  const { line, column } = positionAt(text, found.span.start);
  const { what, why, todo } = explainAppArmorFinding(found);
  const rest = todo === undefined ? [why] : [why, todo];
  return [
    `${file}:${line}:${column}: ${found.severity}: ${what} [${found.code}]`,
    ...rest.map((each) => `    ${each}`),
  ].join('\n');
}

interface Answered {
  readonly written: string;
  readonly name: string;
  readonly answer: AppArmorAnswer;
  readonly text: string;
}

function entryOf({ written, name, answer, text }: Answered): AppArmorEntry {
  const rules = answer.rules.map((rule) => ruleOf(rule, text));
  const { decision, errno, signal, label, mode, logged, missing, reason } = answer;
  const { what } = explainAppArmorAnswer(answer, placeOf(answer.rules, text));
  const rule = rules[0] ?? null;
  return {
    access: written,
    profile: name,
    decision,
    errno,
    signal,
    label,
    mode,
    logged,
    missing,
    rule,
    rules,
    reason,
    message: what,
  };
}

function ruleOf({ span, text: rule }: Rule, text: string): AppArmorEntry['rules'][number] {
  const { line, column } = positionAt(text, span.start);
  const end = positionAt(text, span.end);
  return { line, column, endLine: end.line, endColumn: end.column, text: rule };
}

function placeOf([rule]: readonly Rule[], text: string): string {
  if (rule === undefined) return '';
  const { line } = positionAt(text, rule.span.start);
  return rule.from === null ? `line ${line}` : `line ${line}, \`${rule.from}\``;
}

/** Answers the findings about the text and then an entry of lines for each access. */
export function appArmorText(source: Source, asked: AppArmorArguments, paper: Paper): string {
  const { findings } = loaded(source, asked);
  const said = findings.map((found) => findingText(asked.file, source, found));
  const answers = askAppArmor(source, asked).map((entry) => answerText(entry, paper));
  return [...said, ...answers].join('\n');
}

function answerText(entry: AppArmorEntry, { paint }: Paper): string {
  const { decision, errno, signal, label, rule, mode, logged, message } = entry;
  const ink = decision === 'allowed' ? 'wanted' : decision === 'denied' ? 'not-wanted' : 'quiet';
  const fate = [decision, errno, signal].filter((word) => word !== null).join(', ');
  const under = [
    ...(label === null ? [] : [`under ${label}`]),
    ...(mode === 'enforce' ? [] : [mode]),
    ...(logged ? ['logged'] : []),
  ];
  const lines = [
    `${entry.access}: ${paint(fate, ink)}${under.length === 0 ? '' : ` (${under.join('; ')})`}`,
    `    ${message}`,
  ];
  return rule === null ? lines.join('\n') : [...lines, `    line ${rule.line}: ${rule.text}`].join('\n');
}
