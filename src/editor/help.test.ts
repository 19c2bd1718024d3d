import { describe, expect, test } from 'vitest';
import { helpAt, suggestionsAt } from './help.ts';

const pod = `spec:
  securityContext:
    |
  containers:
    - name: api
      securityContext:
        runAsUser: 1000
        capabilities:
          drop: [NET_RAW]
          add:
            - CAP_CHOWN
`;

function at(marked: string): { text: string; offset: number } {
  return { text: marked.replace('|', ''), offset: marked.indexOf('|') };
}

function names(marked: string): readonly string[] {
  const { text, offset } = at(marked);
  return suggestionsAt(text, offset).map(({ name }) => name);
}

function help(word: string): string {
  const text = pod.replace('|', '');
  return helpAt(text, text.indexOf(word) + 1)?.paragraphs.join(' ') ?? '';
}

describe('what could be written', () => {
  test('the fields of the pod, and none that only a container has', () => {
    expect(names(pod)).toEqual(expect.arrayContaining(['runAsUser', 'fsGroup', 'sysctls', 'seccompProfile']));
    expect(names(pod)).not.toContain('allowPrivilegeEscalation');
  });

  test('the fields of a container, of whatever kind', () => {
    for (const list of ['containers', 'initContainers', 'ephemeralContainers']) {
      const text = `spec:\n  ${list}:\n    - name: a\n      securityContext:\n        |`;
      expect(names(text)).toEqual(expect.arrayContaining(['allowPrivilegeEscalation', 'capabilities', 'runAsUser']));
      expect(names(text)).not.toContain('fsGroup');
    }
  });

  test('a security context itself, where one can stand', () => {
    expect(names('spec:\n  |')).toContain('securityContext');
    expect(names('spec:\n  containers:\n    - name: a\n      |')).toContain('securityContext');
  });

  test('the same in a Deployment', () => {
    const text = 'kind: Deployment\nspec:\n  template:\n    spec:\n      securityContext:\n        |';
    expect(names(text)).toContain('runAsNonRoot');
  });

  test('the values of a field', () => {
    expect(names('spec:\n  hostUsers: |')).toEqual(['true', 'false']);
    expect(names('spec:\n  securityContext:\n    seccompProfile: { type: | }')).toContain('RuntimeDefault');
  });

  test('capabilities as Kubernetes spells them, in both styles of list', () => {
    const inContainer = (rest: string): string =>
      `spec:\n  containers:\n    - securityContext:\n        capabilities:\n          ${rest}`;
    for (const rest of ['drop: [|]', 'drop:\n            - |', 'add: [CHOWN, |]']) {
      expect(names(inContainer(rest))).toEqual(expect.arrayContaining(['ALL', 'NET_RAW', 'NET_BIND_SERVICE']));
    }
    expect(names(inContainer('drop: [|]')).some((name) => name.startsWith('CAP_'))).toBe(false);
  });

  test('a field brings its colon, unless one stands there', () => {
    const [fresh, standing] = ['spec:\n  hostU|', 'spec:\n  hostU|: true'].map((marked) => {
      const { text, offset } = at(marked);
      return suggestionsAt(text, offset).find(({ name }) => name === 'hostUsers')?.insert;
    });
    expect([fresh, standing]).toEqual(['hostUsers: ', 'hostUsers']);
  });

  test('nothing in a comment and nothing where no field is known', () => {
    expect(names('spec:\n  hostUsers: false # |')).toEqual([]);
    expect(names('metadata:\n  |')).toEqual([]);
  });
});

describe('what is said', () => {
  test.each([
    ['runAsUser', '**runAsUser**'],
    ['1000', '**runAsUser**'],
    ['NET_RAW', '**NET_RAW**'],
    ['CAP_CHOWN', '**CHOWN**'],
    ['drop', '**drop**'],
    ['securityContext', '**securityContext**'],
  ])('of %s', (word, said) => {
    expect(help(word)).toContain(said);
  });

  test('of a word that is no field, nothing', () => {
    expect(help('api')).toBe('');
  });
});
