/** What holds for the Pod Security Standards whatever a pod says, in every version. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  analyse,
  defaultWorld,
  podSecurityOf,
  readPodSecurityVersion,
  type PodSecurity,
} from '../../src/checker/index.ts';
import { anyPod, deploymentOf, sourceOf, type Plain } from '../support/pods.ts';

const anyVersion = fc.integer({ min: 0, max: 36 }).map((minor) => readPodSecurityVersion(`v1.${minor}`)!);

function standardsOf(document: Plain, version: PodSecurity['version']) {
  const source = sourceOf(document);
  const { pod } = analyse([source], defaultWorld).documents[0]!;
  return { source, ...podSecurityOf(pod!, version) };
}

// On Windows it does not: `os.name: windows` exempts from the restricted checks that stand in for baseline ones.
test('what restricted allows, baseline allows', () => {
  fc.assert(
    fc.property(anyPod, anyVersion, (pod, version) => {
      const { baseline, restricted } = standardsOf(pod, version);
      expect(restricted.allowed && !baseline.allowed).toBe(false);
    }),
  );
});

test('a Deployment is judged as the pod in it', () => {
  fc.assert(
    fc.property(anyPod, anyVersion, (pod, version) => {
      const bare = standardsOf(pod, version);
      const wrapped = standardsOf(deploymentOf(pod), version);
      const told = ({ restricted }: PodSecurity) => restricted.violations.map(({ id, path }) => `${id} ${path}`);
      expect(told(wrapped)).toEqual(told(bare));
    }),
  );
});

test('every violation points into the text', () => {
  fc.assert(
    fc.property(anyPod, anyVersion, (pod, version) => {
      const { source, baseline, restricted } = standardsOf(pod, version);
      for (const { span } of [...baseline.violations, ...restricted.violations]) {
        expect(span.start).toBeLessThan(span.end);
        expect(span.end).toBeLessThanOrEqual(source.text.length);
      }
    }),
  );
});
