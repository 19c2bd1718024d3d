/**
 * A text's profiles made ready to be asked, and what the parser refuses only then: variables, globs, modes that exclude each
 * other. For these it names no line. Source: apparmor 3.0, parser/parser_policy.c, in its order.
 */
import type { Span } from '../../model/span.ts';
import { execConflict } from './exec-conflicts.ts';
import { withoutDoubleSlashes, type GlobProblem } from './glob-expression.ts';
import { isMatcher, matcherOf, type Matcher } from './matcher.ts';
import { refusalFinding } from './messages.ts';
import { kindsOf } from './mount-rules.ts';
import type { File, Policy, Profile } from './policy.ts';
import type { Refusal } from './reading.ts';
import type { PolicyText, ProfileText, Rule } from './syntax.ts';
import { expanded, isProblem, type VariableProblem } from './variables.ts';

interface Compiled {
  readonly policy: Policy;
  readonly refusals: readonly Refusal[];
}

/** What is collected while compiling. */
interface Work {
  readonly text: PolicyText;
  readonly variables: PolicyText['variables'];
  readonly refusals: Refusal[];
  /** A glob is made an automaton once, however many rules have it. */
  readonly matchers: Map<string, Matcher | GlobProblem>;
  /** The same for words with variables, profile by profile. */
  readonly words: Map<string, string | VariableProblem>;
  open: Policy['open'];
}

/** What aliases may make of the rules; a few of them are all that anybody has. */
const mostNames = 200_000;

export function compile(written: PolicyText): Compiled {
  const [unknown] = written.unknown;
  const text = { ...written, aliases: aliasesOf(written) };
  const isTooLarge = text.aliases.length * text.profiles.reduce((sum, { rules }) => sum + rules.length, 0) > mostNames;
  if (isTooLarge) return { policy: { profiles: [], open: { name: 'alias' } }, refusals: [] };
  const work: Work = {
    text,
    variables: text.variables,
    refusals: [],
    matchers: new Map(),
    words: new Map(),
    open: unknown ?? null,
  };
  const profiles = text.profiles.map((profile) => compileProfile(work, profile));
  checkNames(work, profiles);
  return { policy: { profiles, open: work.open }, refusals: work.refusals };
}

/** One that is written twice is dropped (parser_alias.c). */
function aliasesOf({ aliases }: PolicyText): PolicyText['aliases'] {
  return [...new Map(aliases.map((alias) => [`${alias.from} ${alias.to}`, alias])).values()];
}

function refuseVariable(work: Work, { problem, name }: VariableProblem, span: Span): void {
  if (problem === 'too-large') {
    work.open ??= { name: `@{${name}}` };
    return;
  }
  const isUndefined = problem === 'undefined';
  // A file that is not known may well set it.
  if (isUndefined && work.text.unknown.length > 0) return;
  const said = isUndefined
    ? `Found reference to variable ${name}, but is never declared`
    : `Variable @{${name}} is referenced recursively (by @{${name}})`;
  const code = isUndefined ? 'apparmor-profile/variable-undefined' : 'apparmor-profile/variable-of-itself';
  const diagnostic = refusalFinding({ code, severity: 'error', span, facts: { name } });
  work.refusals.push({ said, line: null, diagnostic });
}

function checkNames(work: Work, profiles: readonly Profile[]): void {
  const seen = new Set<string>();
  for (const { name, text } of profiles) {
    if (seen.has(name)) {
      const said = `Multiple definitions for profile ${name} exist,bailing out.`;
      const code = 'apparmor-profile/profile-twice';
      const diagnostic = refusalFinding({ code, severity: 'error', span: text.span, facts: { name } });
      work.refusals.push({ said, line: null, diagnostic });
    }
    seen.add(name);
  }
}

function compileProfile(work: Work, text: ProfileText): Profile {
  const name = wordOf(work, text.name, text.span) ?? text.name;
  const own = name.replace(/[{}[\]*?]/g, '\\$&');
  const variables = { ...work.variables, profile_name: { values: [own], span: text.span } };
  const inside: Work = { ...work, variables, words: new Map() };
  const context: Context = { work: inside, profile: name };
  const profile: Profile = {
    name,
    text,
    attachments: attachmentsOf(inside, text, name),
    files: rulesOf(text.rules, 'file').flatMap((rule) => filesOf(context, rule)),
    capabilities: rulesOf(text.rules, 'capability'),
    networks: rulesOf(text.rules, 'network'),
    mounts: rulesOf(text.rules, 'mount').flatMap((rule) => mountsOf(context, rule)),
    pivots: rulesOf(text.rules, 'pivot_root').map((rule) => ({
      rule,
      newRoot: optionalGlob(context, rule, rule.newRoot),
      oldRoot: optionalGlob(context, rule, rule.oldRoot),
    })),
    signals: rulesOf(text.rules, 'signal').map((rule) => ({ rule, peer: optionalGlob(context, rule, rule.peer) })),
    ptraces: rulesOf(text.rules, 'ptrace').map((rule) => ({ rule, peer: optionalGlob(context, rule, rule.peer) })),
    changes: rulesOf(text.rules, 'change_profile').flatMap((rule) => {
      const target = globOf(context, rule, rule.target);
      return target === null ? [] : [{ rule, target }];
    }),
    rlimits: rulesOf(text.rules, 'rlimit'),
  };
  work.open ??= inside.open;
  checkExec(work, profile);
  return profile;
}

interface Context {
  readonly work: Work;
  readonly profile: string;
}

function rulesOf<K extends Rule['kind']>(rules: readonly Rule[], kind: K): readonly Extract<Rule, { kind: K }>[] {
  return rules.filter((rule): rule is Extract<Rule, { kind: K }> => rule.kind === kind);
}

function wordOf(work: Work, word: string, span: Span): string | null {
  const read = work.words.get(word) ?? expanded(word, work.variables);
  work.words.set(word, read);
  if (!isProblem(read)) return read;
  refuseVariable(work, read, span);
  return null;
}

function optionalGlob(context: Context, rule: Rule, glob: string | null): Matcher | null {
  return glob === null ? null : globOf(context, rule, glob);
}

/** Answers the automaton of a word, null where the parser refuses it. */
function globOf({ work, profile }: Context, rule: Rule, word: string): Matcher | null {
  const text = wordOf(work, word, rule.span);
  if (text === null) return null;
  const matcher = work.matchers.get(text) ?? matcherOf(text);
  work.matchers.set(text, matcher);
  if (isMatcher(matcher)) return matcher;
  const facts = { glob: text, said: matcher };
  const diagnostic = refusalFinding({ code: 'apparmor-profile/glob', severity: 'error', span: rule.span, facts });
  work.refusals.push({ said: globRefusal(matcher, profile), line: null, diagnostic });
  return null;
}

function globRefusal(problem: GlobProblem, profile: string): string {
  if (problem === 'not a character class') return `ERROR processing regexs for profile ${profile}, failed to load`;
  return `${problem.startsWith('trailing') ? 'Regex error' : 'Regex grouping error'}: ${problem}`;
}

/** A rule for a path with an alias counts for both. */
function filesOf(context: Context, rule: Rule & { kind: 'file' }): readonly File[] {
  const { work } = context;
  const link = rule.link === null ? null : wordOf(work, rule.link.target, rule.span);
  const path = wordOf(work, rule.path, rule.span);
  if (path === null) return [];
  const linked = link === null ? null : globOf(context, rule, withoutDoubleSlashes(link));
  return namesOf(work, path).flatMap((name) => {
    const matcher = globOf(context, rule, withoutDoubleSlashes(name));
    return matcher === null ? [] : [{ rule, path: matcher, link: linked }];
  });
}

function namesOf({ text }: Work, path: string): readonly string[] {
  const others = text.aliases.filter(({ from }) => path.startsWith(from));
  return [path, ...others.map(({ from, to }) => to + path.slice(from.length))];
}

function attachmentsOf(work: Work, text: ProfileText, name: string): readonly Matcher[] {
  const local = name.split('//').at(-1) ?? name;
  const written = text.attachment === null ? local : wordOf(work, text.attachment, text.span);
  if (written === null) return [];
  return namesOf(work, written).flatMap((each) => {
    const matcher = globOf({ work, profile: name }, { span: text.span } as Rule, withoutDoubleSlashes(each));
    return matcher === null ? [] : [matcher];
  });
}

function mountsOf(context: Context, rule: Rule & { kind: 'mount' }): Profile['mounts'] {
  const kinds = rule.does === 'umount' ? ([{ does: 'umount', flags: { set: 0, free: 0 } }] as const) : kindsOf(rule);
  if (kinds.length === 0) {
    const code = 'apparmor-profile/mount-of-nothing';
    const diagnostic = refusalFinding({ code, severity: 'error', span: rule.span, facts: {} });
    context.work.refusals.push({ said: 'Encoding of mount rule failed', line: null, diagnostic });
    return [];
  }
  const target = optionalGlob(context, rule, pathOf(rule.target));
  const source = optionalGlob(context, rule, pathOf(rule.source));
  const types = rule.types.map((type) => globOf(context, rule, type)).filter((type) => type !== null);
  return kinds.map((kind) => ({ rule, ...kind, target, source, types }));
}

function pathOf(path: string | null): string | null {
  return path === null ? null : withoutDoubleSlashes(path);
}

function checkExec(work: Work, { name, files }: Profile): void {
  const conflict = execConflict(files, name);
  if (conflict === null) return;
  const { first, second } = conflict;
  const facts = { path: second.path.glob, other: first.path.glob };
  work.refusals.push({
    said:
      first.path.glob === second.path.glob
        ? `profile ${name}: has merged rule ${first.path.glob} with conflicting x modifiers`
        : 'profile has merged rule with conflicting x modifiers',
    line: null,
    diagnostic: {
      ...refusalFinding({ code: 'apparmor-profile/two-exec-modes', severity: 'error', span: second.rule.span, facts }),
      related: [{ span: first.rule.span, role: 'conflicts' }],
    },
  });
}
