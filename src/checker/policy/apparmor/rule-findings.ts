/** Rules that load and hardly mean what they say, one by one. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import { mountFlags } from './mount-flags.ts';
import { ruleFinding } from './rule-messages.ts';
import type { FileRule, MountRule, NetworkRule, Rule } from './syntax.ts';

/** Answers what is to say about a rule by itself. What an included file says is not the writer's. */
export function findingsInRule(rule: Rule): readonly Diagnostic[] {
  if (rule.from !== null) return [];
  switch (rule.kind) {
    case 'file':
      return inFileRule(rule);
    case 'mount':
      return inMountRule(rule);
    case 'network':
      return inNetworkRule(rule);
    case 'dbus':
      return [ruleFinding({ code: 'apparmor-rule/not-mediated', ...note(rule), facts: { kind: 'dbus' } })];
    default:
      return [];
  }
}

function note({ span }: Rule) {
  return { severity: 'note', span } as const;
}

function warning({ span }: Rule) {
  return { severity: 'warning', span } as const;
}

/** Capital letters, but for those that choose how a program is run. */
const capitals = /\s((?=\w*[RWLM])[A-Za-z]+)\s*(?:->[^,]*)?,$/;

function inFileRule(rule: FileRule): readonly Diagnostic[] {
  const { path, text } = rule;
  const found: Diagnostic[] = [];
  if (/^(?:\/proc|@\{PROC\})\/*\/(?:self|thread-self)(?:\/|$)/.test(path))
    found.push(ruleFinding({ code: 'apparmor-rule/proc-self', ...warning(rule), facts: { path } }));
  if (/\/\.{1,2}(?:\/|$)/.test(path))
    found.push(ruleFinding({ code: 'apparmor-rule/dots-in-path', ...warning(rule), facts: { path } }));
  // In the first place of a component it cannot: the kernel's paths hold no two slashes in a row.
  const negated = /[^/]\[\^([^\]]*)\]/.exec(path);
  if (negated !== null && negated[1]?.includes('/') === false)
    found.push(ruleFinding({ code: 'apparmor-rule/negated-class-takes-slash', ...note(rule), facts: { path } }));
  const letters = capitals.exec(text)?.[1];
  if (letters !== undefined)
    found.push(ruleFinding({ code: 'apparmor-rule/old-spelling', ...note(rule), facts: { letters } }));
  return found;
}

function inMountRule(rule: MountRule): readonly Diagnostic[] {
  const isBind = rule.options.some(({ words }) => words.some((word) => /^r?bind$|^move$/.test(word)));
  const places = [rule.target, isBind ? rule.source : null].filter((path) => path !== null);
  const found = places
    .filter((path) => /[^/*}\]?]$/.test(path))
    .map((path) => ruleFinding({ code: 'apparmor-rule/mount-point-without-slash', ...warning(rule), facts: { path } }));
  const option = rule.options.map(({ test, words }) => (test === 'exactly' ? cancelled(words) : null)).find(Boolean);
  if (option == null) return found;
  return [...found, ruleFinding({ code: 'apparmor-rule/options-cancel-out', ...warning(rule), facts: { option } })];
}

/** Answers the first of two options that are opposites. */
function cancelled(words: readonly string[]): string | null {
  const clears = words.reduce((all, word) => all | (mountFlags[word]?.clear ?? 0), 0);
  return words.find((word) => ((mountFlags[word]?.set ?? 0) & clears) !== 0) ?? null;
}

function inNetworkRule(rule: NetworkRule): readonly Diagnostic[] {
  if (!rule.isUnix) return [];
  if (rule.deny) return [ruleFinding({ code: 'apparmor-rule/deny-unix-is-lost', ...warning(rule), facts: {} })];
  return [ruleFinding({ code: 'apparmor-rule/unix-without-address', ...note(rule), facts: {} })];
}
