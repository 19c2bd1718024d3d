/** What loads and hardly means what it says, seen beside the rest of the text. */
import { mostFindings, type Diagnostic } from '../../model/diagnostic.ts';
import { matches } from './matcher.ts';
import { bit, lettersOf } from './permissions.ts';
import type { File, Policy, Profile } from './policy.ts';
import { findingsInRule } from './rule-findings.ts';
import { ruleFinding } from './rule-messages.ts';
import type { PolicyText, PtraceWord } from './syntax.ts';

/** Answers what is to say about a text that loads; what leaves everything open comes first. */
export function findingsIn(text: PolicyText, { profiles }: Policy): readonly Diagnostic[] {
  const unknown = text.unknown.map(({ name, span }) =>
    ruleFinding({ code: 'apparmor-rule/unknown-include', severity: 'warning', span, facts: { name } }),
  );
  const optional = text.optional.map(({ name, span }) =>
    ruleFinding({ code: 'apparmor-rule/optional-include', severity: 'note', span, facts: { name } }),
  );
  const names = profiles.map(({ name }) => name);
  return [
    ...unknown,
    ...optional,
    ...inVariables(text),
    ...profiles.flatMap((profile) => inProfile(profile, names)),
  ].slice(0, mostFindings);
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
    ...profile.files.flatMap((file) => [...besideDeny(profile, file), ...toNowhere(profile, file, names)]),
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

/** A literal path whose letters are all taken by one rule with `deny`. */
function besideDeny({ files }: Profile, { rule, path }: File): readonly Diagnostic[] {
  if (rule.deny || rule.from !== null || !path.isLiteral) return [];
  const denying = files.filter(
    ({ rule: other, path: glob }) =>
      other.deny && (other.ownership === null || other.ownership === rule.ownership) && matches(glob, path.glob),
  );
  const taken = denying.reduce((all, { rule: other }) => all | other.permissions, 0) & rule.permissions;
  const [first] = denying;
  if (first === undefined || (taken & ~bit.a) === 0) return [];
  const facts = { path: path.glob, letters: lettersOf(taken) };
  return [
    {
      ...ruleFinding({ code: 'apparmor-rule/allow-behind-deny', severity: 'warning', span: rule.span, facts }),
      related: [{ span: first.rule.span, role: 'conflicts' }],
    },
  ];
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
  const reads = files.filter(({ rule }) => !rule.deny && (rule.permissions & bit.r) !== 0);
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
