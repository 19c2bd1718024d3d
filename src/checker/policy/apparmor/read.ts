/** The door of the folder for texts: a text to profiles that can be asked, and to what is to say about it. */
import type { IncludedFiles } from '../../model/apparmor-include.ts';
import { mostFindings, type Diagnostic } from '../../model/diagnostic.ts';
import type { Source } from '../../model/source.ts';
import { compile } from './compile.ts';
import { includer } from './includes.ts';
import { findingsIn } from './profile-findings.ts';
import { parsePolicy } from './parse-profile.ts';
import type { Policy } from './policy.ts';
import { readingOf, type Reading, type Refusal } from './reading.ts';
import { ruleFinding } from './rule-messages.ts';
import type { PolicyText } from './syntax.ts';

interface ReadProfiles {
  /** Null where the text does not load: then none of its profiles does. */
  readonly policy: Policy | null;
  /** What is written, also of a text that does not load. */
  readonly written: PolicyText;
  /** Why it does not load, in the words of apparmor_parser 3.0.8. */
  readonly refusal: { readonly said: string; readonly line: number | null } | null;
  readonly findings: readonly Diagnostic[];
}

/** Answers the profiles of a text. Total: any text is answered. `files` are those that includes may name. */
export function readAppArmorProfiles(source: Pick<Source, 'file' | 'text'>, files: IncludedFiles): ReadProfiles {
  const included = includer(files);
  const { file, text } = source;
  const reading: Reading = readingOf({ file, text }, (name, token) => included(reading, { name, span: token.span }));
  const written = parsePolicy(reading);
  const compiled = reading.refusals.length === 0 ? compile(written) : null;
  const refusals: readonly Refusal[] = compiled?.refusals ?? reading.refusals;
  const [first] = refusals;
  const policy = first === undefined ? (compiled?.policy ?? null) : null;
  const said = policy === null ? [] : [...findingsIn(written, policy), ...onWords(source, reading)];
  return {
    policy,
    written,
    refusal: first === undefined ? null : { said: first.said, line: first.line },
    findings: [...refusals.map(({ diagnostic }) => diagnostic), ...said].slice(0, mostFindings),
  };
}

/** What is seen in the words only: `#include`, and a text without a profile. */
function onWords({ file, text }: Pick<Source, 'file' | 'text'>, { tokens }: Reading): readonly Diagnostic[] {
  const hashed = tokens.filter(
    ({ kind, span }) => kind === 'INCLUDE' && /#include[ \t]*$/.test(text.slice(0, span.start)),
  );
  const found = hashed.map(({ span, text: name }) =>
    ruleFinding({ code: 'apparmor-rule/include-with-hash', severity: 'note', span, facts: { name } }),
  );
  if (tokens.some(({ kind }) => kind === 'OPEN')) return found;
  const span = { file, start: 0, end: text.length };
  return [...found, ruleFinding({ code: 'apparmor-rule/no-profile', severity: 'note', span, facts: {} })];
}
