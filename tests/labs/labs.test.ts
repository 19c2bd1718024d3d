/** Every lab holds what it promises. `npm run prove` prints the same as a table. */
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { misconceptions as detectors } from '../../src/checker/grade/misconceptions/index.ts';
import { holds, proveLab } from '../../src/labs/proof/prove-lab.ts';
import { readProven } from '../../src/labs/proof/read-proven.ts';
import { labIds, readMisconceptions } from '../../src/labs/read-lab.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const beliefs = await readMisconceptions(join(root, 'content/misconceptions'));
const labs = await Promise.all(
  (await labIds(join(root, 'labs'))).map((id) => readProven(join(root, 'labs', id), beliefs)),
);

describe.for(labs.map((lab) => [lab.folder.id, lab] as const))('%s', ([, lab]) => {
  const proofs = proveLab(lab);

  test.for(proofs.map((proof) => [proof.what, proof] as const))('%s', ([, proof]) => {
    expect(holds(proof) ? [] : proof.problems).toEqual([]);
    expect(proof.of).toBeGreaterThan(0);
  });
});

describe('misconceptions', () => {
  test('each has data and a detector', () => {
    expect(detectors.map(({ id }) => id).sort()).toEqual(Object.keys(beliefs).sort());
  });

  test('each is shown by an attempt', () => {
    const shown = new Set(
      labs.flatMap(({ folder }) => Object.values(folder.expected.attempts)).map((one) => one.misconception),
    );
    expect(Object.keys(beliefs).filter((id) => !shown.has(id as `M${number}`))).toEqual([]);
  });
});
