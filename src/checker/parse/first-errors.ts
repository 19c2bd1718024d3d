import { Composer, type CST, type ParsedNode } from 'yaml';
import { mostFindings } from '../model/diagnostic.ts';
import { kubectlOptions } from './scalars.ts';

/**
 * Answers a composer that keeps of each document the first error, and of the warnings as many as are told. The package has
 * no option for it and makes an object with a stack for each: 131,070 of them for a page of commas, a second's work. This
 * is the only place that reaches into it.
 */
export function composerOfFirstErrors(): Composer<ParsedNode> {
  const composer = new Composer<ParsedNode>(kubectlOptions);
  const keep = composer['onError'] as (...told: Told) => void;
  composer['onError'] = (...told: Told): void => {
    const [, , , isWarning] = told;
    const kept = (isWarning === true ? composer['warnings'] : composer['errors']) as readonly unknown[];
    if (kept.length < (isWarning === true ? mostFindings : 1)) keep(...told);
  };
  return composer;
}

type Told = [source: unknown, code: string, message: string, isWarning?: boolean];

/** Answers the tokens without those errors that follow upon one another: the package makes an object of each as well. */
export function withFirstErrors(tokens: readonly CST.Token[]): readonly CST.Token[] {
  let last = '';
  return tokens.filter(({ type }) => {
    const isNews = type !== 'error' || last !== 'error';
    if (type !== 'space' && type !== 'newline' && type !== 'comment') last = type;
    return isNews;
  });
}
