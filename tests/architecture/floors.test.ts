import { readdirSync } from 'node:fs';
import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';
import { floors, packageDoors } from '../../src/tools/lint/floors.ts';

/** Lints one line as if it stood in `file`, and answers what the floors say about it. */
async function objections(file: string, code: string): Promise<string[]> {
  const eslint = new ESLint({ ruleFilter: ({ ruleId }) => ruleId === 'bulkhead/floors' });
  const [result] = await eslint.lintText(code, { filePath: file });
  return (result?.messages ?? []).map((message) => message.message);
}

describe('an import that breaks a floor is told the right door', () => {
  test.each([
    ['src/checker/model/pod.ts', '../facts/capabilities.ts', 'import it from the door of the checker'],
    ['src/checker/kernel/decide.ts', '../parse/documents.ts', 'arrives as a `ParsedDocument`'],
    ['src/checker/kernel/decide.ts', '../schema/read-pod.ts', 'arrives as a `PodDocument`'],
    ['src/checker/effective/effective.ts', '../admission/refusals.ts', '`EffectiveContainer.refusals`'],
    ['src/checker/effective/effective.ts', '../primitives/user/resolve.ts', 'name the primitive in `needs`'],
    ['src/checker/primitives/user/gate.ts', '../capabilities/gate.ts', 'primitives never import each other'],
    ['src/checker/grade/grade.ts', '../pod-security/pod-security.ts', '`podSecurityOf` of the door'],
    ['src/cli/seccomp.ts', '../checker/policy/seccomp/decide.ts', 'read and asked through the door'],
    ['src/components/workspace/store.ts', '../../cli/json.ts', 'the command prints and judges nothing'],
    ['src/checker/primitives/user/gate.ts', '../index.ts', 'arrives in the `EffectiveContainer`'],
    ['src/checker/operations/start.ts', '../effective/effective.ts', 'arrive in the `Analysis`'],
    ['src/checker/parse/documents.ts', '../operations/index.ts', '`operationNamed` of the door'],
    ['src/checker/kernel/decide.ts', '../grade/grade.ts', 'arrives as a `Grade`'],
    ['src/checker/operations/start.ts', '../kernel/decide.ts', 'arrives as a `Verdict`'],
    ['src/checker/grade/grade.ts', '../explain/explain.ts', 'sentences are made last'],
    ['src/checker/grade/misconceptions/m01.ts', './m02.ts', 'never import each other'],
    ['src/checker/kernel/decide.ts', '../index.ts', 'import the file that declares it'],
    ['src/components/Line.astro', '../checker/model/span.ts', 'the door of the checker'],
    ['src/oci/spec.ts', '../checker/effective/effective.ts', 'arrive in the `Analysis`'],
    ['src/components/verdict/section.ts', '../workspace/store.ts', 'Exercise.astro'],
    ['src/pages/index.astro', '../editor/editor.ts', 'load it with `import()`'],
    ['src/components/workspace/element.ts', '../../editor/editor.ts', 'load it with `import()`'],
    ['src/checker/kernel/decide.ts', '../../labs/read-lab.ts', 'arrives as a `LabDefinition`'],
    ['src/progress/store.ts', '../components/workspace/store.ts', 'Exercise.astro'],
    ['src/pages/index.astro', '../tools/lab.ts', 'tools are programs'],
    ['src/recorder/record.ts', '../../tests/support/pods.ts', 'Nothing in `src` imports `tests`'],
  ])('%s imports %s', async (file, specifier, door) => {
    const line = `import { it } from '${specifier}';`;
    const code = file.endsWith('.astro') ? `---\n${line}\n---\n<p>{it}</p>` : `${line}\nvoid it;`;
    expect(await objections(file, code)).toEqual([expect.stringContaining(door)]);
  });

  test.each([
    ['src/checker/schema/read-pod.ts', 'yaml', '`yaml` has one door, `src/checker/parse`'],
    ['src/components/workspace/element.ts', 'monaco-editor/editor', '`monaco-editor` has one door, `src/editor`'],
    ['src/pages/index.astro', 'diff', '`diff` has one door, `src/components/workspace`'],
    ['src/checker/policy/seccomp/profile.ts', 'jsonc-parser', '`jsonc-parser` has one door, `src/checker/parse`'],
    ['src/checker/parse/documents.ts', 'fastest-levenshtein', '`fastest-levenshtein` has one door'],
    ['src/checker/kernel/decide.ts', 'node:fs', '`src/checker/kernel` may not import `node:fs`'],
    ['src/editor/editor.ts', 'preact', 'Packages that it may import: `monaco-editor`'],
  ])('%s imports the package %s', async (file, specifier, door) => {
    const line = `import { it } from '${specifier}';`;
    const code = file.endsWith('.astro') ? `---\n${line}\n---\n<p>{it}</p>` : `${line}\nvoid it;`;
    expect(await objections(file, code)).toEqual([expect.stringContaining(door)]);
  });

  test.each([
    ["export { it } from '../parse/documents.ts';"],
    ["export * from '../parse/documents.ts';"],
    ["void import('../parse/documents.ts');"],
    ['void import(`../parse/documents.ts`);'],
    ["void import('../parse/' + 'documents.ts');"],
    ["void import('/src/checker/parse/documents.ts');"],
    ["export type It = import('../parse/documents.ts').It;"],
    ["import type { It } from '../parse/documents.ts';\nexport type Its = It[];"],
  ])('whatever the form: %s', async (code) => {
    expect(await objections('src/checker/kernel/decide.ts', code)).toHaveLength(1);
  });
});

describe('an import that keeps to the floors passes', () => {
  test.each([
    ['src/checker/kernel/decide.ts', "import { it } from '../model/pod.ts';\nvoid it;"],
    ['src/checker/parse/documents.ts', "import { it } from 'yaml';\nvoid it;"],
    ['src/cli/seccomp.ts', "import { it } from '../checker/policy/seccomp/index.ts';\nvoid it;"],
    ['src/checker/explain/explain.ts', "import { it } from '../primitives/capabilities/messages.ts';\nvoid it;"],
    ['src/checker/primitives/index.ts', "import { it } from './user/resolve.ts';\nvoid it;"],
    ['src/checker/grade/misconceptions/index.ts', "import { it } from './m01.ts';\nvoid it;"],
    ['src/checker/kernel/decide.test.ts', "import { it } from '../parse/documents.ts';\nvoid it;"],
    ['src/components/workspace/element.ts', "void import('../../editor/editor.ts');"],
    [
      'src/components/workspace/element.ts',
      "import type { It } from '../../editor/editor.ts';\nexport type Its = It[];",
    ],
    ['src/editor/editor.ts', "import url from 'monaco-editor/editor/editor.worker?worker&url';\nvoid url;"],
  ])('%s: %s', async (file, code) => {
    expect(await objections(file, code)).toEqual([]);
  });
});

test('every folder of the source stands on a floor, or is known to need none', () => {
  // Programs may import anything; the other two hold CSS and C.
  const free = ['tools', 'styles', 'guest'];
  const folders = (path: string): string[] =>
    readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [`${path}/${entry.name}`] : [],
    );
  const standing = [...folders('src'), ...folders('src/checker')].filter((folder) => !free.includes(folder.slice(4)));
  expect(standing.filter((folder) => floors[folder] === undefined)).toEqual([]);
});

test('the door of every package is a floor', () => {
  expect(Object.values(packageDoors).filter((door) => floors[door] === undefined)).toEqual([]);
});
