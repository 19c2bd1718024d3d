import { actionOf, isSameAction, type Action } from '../actions.ts';
import type { OciProfile, OciRule } from '../oci.ts';

/** A profile with its actions understood: what the findings are made from. */
export interface Judged {
  readonly profile: OciProfile;
  readonly text: string;
  readonly defaultAction: Action;
  /** What no rule names goes through. */
  readonly isOpen: boolean;
  readonly rules: readonly JudgedRule[];
}

export interface JudgedRule {
  readonly rule: OciRule;
  readonly action: Action;
  readonly allows: boolean;
  /** The runtime leaves it out. */
  readonly isLikeDefault: boolean;
}

/** Answers a profile with its actions, or null where one of them is none: then it is not loaded. */
export function judgedProfile(profile: OciProfile, text: string): Judged | null {
  const defaultAction = actionOf(profile.defaultAction, profile.defaultErrnoRet);
  if (defaultAction === null) return null;
  const rules: JudgedRule[] = [];
  for (const rule of profile.rules) {
    const action = actionOf(rule.action, rule.errnoRet);
    if (action === null) return null;
    rules.push({ rule, action, allows: isAllowing(action), isLikeDefault: isSameAction(action, defaultAction) });
  }
  return { profile, text, defaultAction, isOpen: isAllowing(defaultAction), rules };
}

function isAllowing({ kind }: Action): boolean {
  return kind === 'allow' || kind === 'log';
}
