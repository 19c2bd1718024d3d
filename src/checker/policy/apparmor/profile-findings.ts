/** What loads and hardly means what it says, seen beside the rest of the text. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import { matches } from './matcher.ts';
import { bit, lettersOf } from './permissions.ts';
import type { File, Policy, Profile } from './policy.ts';
import { findingsInRule } from './rule-findings.ts';
import { ruleFinding } from './rule-messages.ts';
import type { FileRule, PolicyText, PtraceWord } from './syntax.ts';

/** Answers what is to say about a text that loads; what leaves everything open comes first. */
export function findingsIn(text: PolicyText, { profiles }: Policy): readonly Diagnostic[] {
  const unknown = text.unknown.map(({ name, span }) =>
    ruleFinding({ code: 'apparmor-rule/unknown-include', severity: 'warning', span, facts: { name } }),
  );
  const optional = text.optional.map(({ name, span }) =>
    ruleFinding({ code: 'apparmor-rule/optional-include', severity: 'note', span, facts: { name } }),
  );
  const names = profiles.map(({ name }) => name);
  return [...unknown, ...optional, ...inVariables(text), ...profiles.flatMap((profile) => inProfile(profile, names))];
}

function inVariables({ variables }: PolicyText): readonly Diagnostic[] {
  return Object.entries(variables)
    .filter(([, { values }]) => values.some((value) => value.startsWith('#')))
    .map(([name, { span }]) =>
      ruleFinding({ code: 'apparmor-rule/comment-in-variable', severity: 'warning', span, facts: { name } }),
    );
}

function inProfile(profile: Profile, names: readonly string[]): readonly Diagnostic[] {
  const { text } = profile;
  return [
    ...onWhole(profile),
    ...text.rules.flatMap(findingsInRule),
    ...behindDeny(profile),
    ...profile.files.flatMap((file) => toNowhere(profile, file, names)),
    ...starsInVain(profile),
    ...halfOfPtrace(profile),
  ];
}

function onWhole({ name, text, files }: Profile): readonly Diagnostic[] {
  const { span, mode, isHat } = text;
  const found: Diagnostic[] = [];
  if (isHat) found.push(ruleFinding({ code: 'apparmor-rule/hat', severity: 'note', span, facts: { name } }));
  if (mode === 'complain')
    found.push(ruleFinding({ code: 'apparmor-rule/learns', severity: 'note', span, facts: { name } }));
  const runs = files.some(({ rule }) => !rule.deny && (rule.permissions & bit.x) !== 0);
  if (!runs && (mode === 'enforce' || mode === 'kill'))
    found.push(ruleFinding({ code: 'apparmor-rule/no-program-runs', severity: 'note', span, facts: { name } }));
  return found;
}

/** Each is held against each, and a profile of so many rules is not read by a person. */
const mostCompared = 500;

/** Literal paths whose letters are taken by rules with `deny`. */
function behindDeny({ files }: Profile): readonly Diagnostic[] {
  const denies = files.filter(({ rule }) => rule.deny).slice(0, mostCompared);
  const literals = files.filter(({ rule, path }) => !rule.deny && rule.from === null && path.isLiteral);
  return literals.slice(0, mostCompared).flatMap(({ rule, path }) => {
    const taking = denies.filter(({ rule: deny, path: glob }) => isFor(deny, rule) && matches(glob, path.glob));
    const taken = taking.reduce((all, { rule: deny }) => all | deny.permissions, 0) & rule.permissions;
    const [first] = taking;
    if (first === undefined || (taken & ~bit.a) === 0) return [];
    const facts = { path: path.glob, letters: lettersOf(taken) };
    const found = ruleFinding({ code: 'apparmor-rule/allow-behind-deny', severity: 'warning', span: rule.span, facts });
    return [{ ...found, related: [{ span: first.rule.span, role: 'conflicts' }] } as const];
  });
}

/** Of a rule for everybody a `deny` for the owner leaves the rest. */
function isFor(deny: FileRule, allow: FileRule): boolean {
  return deny.ownership === null || deny.ownership === allow.ownership;
}

function toNowhere({ name }: Profile, { rule }: File, names: readonly string[]): readonly Diagnostic[] {
  const target = rule.exec?.target?.replace(/^&/, '') ?? null;
  if (target === null || rule.from !== null || target === 'unconfined' || target.startsWith(':')) return [];
  const full = rule.exec?.goes === 'child' ? `${name}//${target}` : target;
  if (names.includes(full)) return [];
  const severity = rule.exec?.otherwise === null ? 'warning' : 'note';
  return [
    ruleFinding({ code: 'apparmor-rule/transition-to-nowhere', severity, span: rule.span, facts: { name: full } }),
  ];
}

/** `/srv/* r,` where nothing lists `/srv/`. */
function starsInVain({ files }: Profile): readonly Diagnostic[] {
  const reads = files.filter(({ rule }) => !rule.deny && (rule.permissions & bit.r) !== 0).slice(0, mostCompared);
  return reads
    .filter(({ rule }) => rule.from === null && /[^*]\/\*$/.test(rule.path))
    .filter(({ path }) => !reads.some(({ path: other }) => matches(other, path.glob.slice(0, -1))))
    .map(({ rule }) => {
      const facts = { path: rule.path };
      return ruleFinding({ code: 'apparmor-rule/star-leaves-directories', severity: 'note', span: rule.span, facts });
    });
}

const halves: readonly (readonly [PtraceWord, PtraceWord])[] = [
  ['trace', 'tracedby'],
  ['read', 'readby'],
];

/** A word for the one side without that for the other, among processes of the profile. */
function halfOfPtrace({ name, ptraces }: Profile): readonly Diagnostic[] {
  const among = ptraces.filter(({ rule, peer }) => !rule.deny && (peer === null || matches(peer, name)));
  const words = among.flatMap(({ rule }) => rule.does);
  for (const pair of halves) {
    const there = pair.find((word) => words.includes(word));
    const missing = pair.find((word) => !words.includes(word));
    const rule = among.find(({ rule: each }) => there !== undefined && each.does.includes(there))?.rule;
    if (there === undefined || missing === undefined || rule === undefined || rule.from !== null) continue;
    const facts = { there, missing };
    return [ruleFinding({ code: 'apparmor-rule/half-of-ptrace', severity: 'note', span: rule.span, facts })];
  }
  return [];
}
