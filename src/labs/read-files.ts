/** The files of a lab's folder, missing and extra ones told. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Answer } from './lab-folder.ts';
import type { LabProblem } from './problem.ts';

const single = ['lab.yaml', 'brief.md', 'hints.yaml', 'start.yaml', 'expected.yaml'] as const;
const answers = ['solutions', 'attempts'] as const;

export type LabTexts = Readonly<Record<(typeof single)[number], string>> &
  Readonly<Record<(typeof answers)[number], readonly Answer[]>>;

/** Answers the texts of a lab, or which files are missing or do not belong there. */
export async function readFiles(
  folder: string,
  id: string,
): Promise<{ readonly texts: LabTexts } | { readonly problems: readonly LabProblem[] }> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
  const problems = [...missing(id, names), ...extra(id, names)];
  if (problems.length > 0) return { problems };

  const text = (name: string): Promise<string> => readFile(join(folder, name), 'utf8');
  const [lab, brief, hints, start, expected] = await Promise.all(single.map(text));
  const [solutions, attempts] = await Promise.all(
    answers.map((kind) => Promise.all(answerFiles(names, kind).map(async (file) => answer(file, await text(file))))),
  );
  if (brief?.trim() === '') {
    return {
      problems: [{ file: `${id}/brief.md`, what: 'The brief says nothing.', fix: 'Tell the story of the pod.' }],
    };
  }
  return {
    texts: {
      'lab.yaml': lab ?? '',
      'brief.md': brief ?? '',
      'hints.yaml': hints ?? '',
      'start.yaml': start ?? '',
      'expected.yaml': expected ?? '',
      solutions: solutions ?? [],
      attempts: attempts ?? [],
    },
  };
}

function answerFiles(names: readonly string[], kind: string): string[] {
  return names.filter((name) => name.startsWith(`${kind}/`) && name.endsWith('.yaml'));
}

function answer(file: string, text: string): Answer {
  return { name: file.replace(/^[a-z]+\/|\.yaml$/g, ''), text };
}

function missing(id: string, names: readonly string[]): LabProblem[] {
  const files = single
    .filter((name) => !names.includes(name))
    .map((name) => ({
      file: `${id}/${name}`,
      what: 'The file is missing.',
      fix: 'Take it from another lab as a model.',
    }));
  const few = (
    [
      ['solutions', 2],
      ['attempts', 3],
    ] as const
  )
    .filter(([kind, least]) => answerFiles(names, kind).length < least)
    .map(([kind, least]) => ({
      file: `${id}/${kind}`,
      what: `There are fewer than ${least} ${kind}.`,
      fix: kind === 'solutions' ? 'Write two of different style.' : 'Write what a learner would really type.',
    }));
  return [...files, ...few];
}

function extra(id: string, names: readonly string[]): LabProblem[] {
  const isReport = (name: string): boolean => {
    const text = name.replace(/\.report\.txt$/, '.yaml');
    return text !== name && /^(start|attempts\/[^/]+)\.yaml$/.test(text) && names.includes(text);
  };
  return names
    .filter((name) => !(single as readonly string[]).includes(name))
    .filter((name) => !/^(solutions|attempts)\/[a-z0-9-]+\.yaml$/.test(name) && !isReport(name))
    .map((name) => ({
      file: `${id}/${name}`,
      what: 'A lab has no such file.',
      fix: name.endsWith('.report.txt')
        ? 'Its text is gone: remove the report too.'
        : 'Remove it, or rename it: answers are `solutions/<name>.yaml` and `attempts/<name>.yaml`.',
    }));
}
