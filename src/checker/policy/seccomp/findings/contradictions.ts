/** Rules of which one keeps another from counting; nobody says so when the profile is loaded. */
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { positionAt, type Span } from '../../../model/span.ts';
import { isSameAction } from '../actions.ts';
import { namesOnce } from '../plan.ts';
import { finding } from './finding-messages.ts';
import type { Judged, JudgedRule } from './judged.ts';

export function contradictionFindings(judged: Judged): readonly Diagnostic[] {
  const kept = judged.rules.filter(({ isLikeDefault }) => !isLikeDefault);
  const always = firstAlways(kept);
  return judged.rules.flatMap((judgedRule) => {
    const { rule, action, isLikeDefault } = judgedRule;
    if (isLikeDefault) {
      const facts = { action: action.name };
      return [finding({ code: 'seccomp-rule/like-default', severity: 'note', span: rule.span, facts })];
    }
    return namesOnce(rule).flatMap(({ text: call, span }) => {
      const first = always.get(call);
      if (first === undefined || first === judgedRule || isSameAction(first.action, action)) return [];
      const isPlain = rule.args.length === 0;
      const facts = { call, line: positionAt(judged.text, first.rule.span.start).line };
      const related: readonly { readonly span: Span; readonly role: 'conflicts' }[] = [
        { span: first.rule.span, role: 'conflicts' },
      ];
      const code = isPlain ? 'seccomp-rule/never-counts' : 'seccomp-rule/hidden-conditions';
      return [finding({ code, severity: 'warning', span, facts, related })];
    });
  });
}

/** The first rule without conditions of each call. */
function firstAlways(rules: readonly JudgedRule[]): ReadonlyMap<string, JudgedRule> {
  const first = new Map<string, JudgedRule>();
  for (const judgedRule of rules) {
    if (judgedRule.rule.args.length > 0) continue;
    for (const { text } of judgedRule.rule.names) if (!first.has(text)) first.set(text, judgedRule);
  }
  return first;
}
