import { globSync, readFileSync } from 'node:fs';
import type { Agreement } from 'virtual:agreement';
import type { Plugin } from 'vite';
import { comparisonsOf } from '../../recorder/compare.ts';
import { readRecording } from '../../recorder/recording.ts';

/** Answers the agreement over all recordings. What nobody here could try is no answer: for it the model's word is all there is. */
export function agreement(): Agreement {
  const files = globSync('tests/conformance/recordings/**/*.json');
  const answers = files
    .flatMap((file) => comparisonsOf(readRecording(readFileSync(file, 'utf8'))))
    .filter(({ container }) => container.fate !== 'not-tried');
  return { pods: files.length, answers: answers.length, agreed: answers.filter(({ agrees }) => agrees).length };
}

const id = 'virtual:agreement';
const resolved = `\0${id}`;

/** Hands the agreement to pages as a module of its own: bundled the recordings would be megabytes, and pages read no files. */
export function agreementModule(): Plugin {
  let code: string | null = null;
  return {
    name: 'bulkhead:agreement',
    resolveId: (source) => (source === id ? resolved : null),
    load(asked) {
      if (asked !== resolved) return null;
      // Counted once a build, however many bundles ask.
      code ??= `export default ${JSON.stringify(agreement())};`;
      return code;
    },
  };
}
