/** Words that more than one report says. */
import { fateOf, fateWords, type DocumentStatus, type Paper, type Verdict } from '../checker/index.ts';

const statusWords: Readonly<Record<DocumentStatus, string>> = {
  valid: 'admitted',
  rejected: 'rejected by the API server',
  unparsable: 'not YAML yet',
  'not-a-workload': 'makes no pods',
};

/** Answers what became of a document, in colour where it has to be mended. */
export function statusText(status: DocumentStatus, { paint }: Paper): string {
  return paint(statusWords[status], status === 'rejected' || status === 'unparsable' ? 'not-wanted' : 'quiet');
}

/**
 * Answers what became of an operation, null where there is nothing to try it on. Nobody said here what is wanted, so colour
 * tells allowed from denied only.
 */
export function fateText(verdict: Verdict | null, { paint }: Paper): string {
  if (verdict === null) return paint(fateWords['nothing-to-try'], 'quiet');
  const { is, code } = fateOf(verdict);
  const ink = is === 'allowed' ? 'wanted' : is === 'denied' ? 'not-wanted' : 'quiet';
  return paint(code === undefined ? fateWords[is] : `${fateWords[is]}, ${code}`, ink);
}
