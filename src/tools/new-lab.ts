/** The files of a new lab. Every answer is the start still, which the prover tells. */

interface NewFile {
  /** Counted from the folder of the lab. */
  readonly path: string;
  readonly text: string;
}

/** Answers the files of a new lab. */
export function newLab(id: string): readonly NewFile[] {
  const answers = ['solutions/first', 'solutions/second', 'attempts/first', 'attempts/second', 'attempts/third'];
  return [
    { path: 'lab.yaml', text: lab },
    { path: 'brief.md', text: brief },
    { path: 'start.yaml', text: start(id) },
    { path: 'hints.yaml', text: hints },
    { path: 'expected.yaml', text: expected },
    ...answers.map((name) => ({ path: `${name}.yaml`, text: start(id) })),
  ];
}

const lab = `# yaml-language-server: $schema=../lab.schema.json
title: A title of a few words
objective: What somebody can say after this lab and not before.
minutes: 10
difficulty: easy
startsAs: works

criteria:
  - id: system-files
    must: be-blocked
    title: Put a file into \`/usr\`
    container: app
    tries:
      - operation: write-rootfs-root-dir
  - id: serve
    must: keep-working
    title: Answer on port 8080
    container: app
    tries:
      - { operation: bind-port, port: 8080 }

outOfScope:
  - A right answer that is not in this file, with a word that it is right.

sources:
  - work: capabilities(7)
    at: Capabilities list
    url: https://man7.org/linux/man-pages/man7/capabilities.7.html
`;

const brief = `What the workload does, in a sentence or two. What went wrong, and what somebody could do because of it.

What must be impossible afterwards, and what must go on as before.
`;

const start = (id: string): string => `apiVersion: v1
kind: Pod
metadata:
  name: ${id}
spec:
  containers:
    - name: app
      image: app:1
`;

const hints = `# yaml-language-server: $schema=../hints.schema.json
system-files:
  rungs:
    - Where to look.
    - What rules there.
    - Which field it is.
    - One answer.
serve:
  rungs:
    - Where to look.
    - What rules there.
    - Which field it is.
    - One answer.
`;

const expected = `# yaml-language-server: $schema=../expected.schema.json
start:
  outcomes: { system-files: unmet }

solutions:
  first: {}
  second: {}

attempts:
  first: {}
  second: {}
  third: {}
`;
