/**
 * Records what real containers do: pods of tests/conformance/pods, or with `--labs` start, solutions and attempts of labs.
 * Without a name all of them.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { circumstances, nodeHere } from './ground.ts';
import { whatIsMissing } from './needs.ts';
import { recordPod } from './pod.ts';
import { renderRecording, type RecordedContainer } from './recording.ts';
import { labSubjects, podSubjects, type Runtime, type Subject } from './subjects.ts';
import { onFreshGround, openWorkshop, runInside, type Workshop } from './workshop.ts';

const root = join(import.meta.dirname, '../..');

const usage = `npm run record -- [--runtime runc|crun] [pod…]
npm run record -- --labs [lab…]`;

async function main(): Promise<number> {
  const options = readOptions();
  if (options === null) return complain(usage);
  const { runtime, labs, names } = options;
  if (runtime !== 'runc' && runtime !== 'crun') return complain('A runtime is `runc` or `crun`.');
  if (labs && runtime !== 'runc') return complain('Labs are recorded under runc, the runtime of their world.');
  const missing = whatIsMissing(runtime);
  if (missing !== null) return complain(missing);

  const subjects = await (labs ? labSubjects(root) : podSubjects(root, runtime));
  const unknown = names.find((name) => !subjects.some(({ group }) => group === name));
  if (unknown !== undefined) return complain(`There is no ${labs ? 'lab' : 'pod'} \`${unknown}\`.`);
  const workshop = openWorkshop();
  if (workshop === null) return runInside(fileURLToPath(import.meta.url));
  for (const subject of subjects)
    if (names.length === 0 || names.includes(subject.group)) await record(onThisNode(subject, runtime), workshop);
  return 0;
}

function onThisNode(subject: Subject, runtime: Runtime): Subject {
  const { world } = subject;
  return { ...subject, world: { ...world, node: { ...world.node, ...nodeHere(runtime) } } };
}

async function record(subject: Subject, workshop: Workshop): Promise<void> {
  const { tables: _tables, ...world } = subject.world;
  writeFileSync('/proc/sys/net/ipv4/ip_unprivileged_port_start', String(world.node.unprivilegedPortStart));
  const { containers, idMapped } = await onFreshGround(workshop, (fresh) => recordPod(subject, fresh));
  const made = { ...circumstances(world.node.ociRuntime), notes: idMapped ? [idMapNote] : [] };
  mkdirSync(dirname(subject.recording), { recursive: true });
  writeFileSync(subject.recording, renderRecording({ pod: subject.text, world, made, containers }));
  console.log(`${relative(root, subject.recording)}: ${containers.map(summary).join('; ')}`);
}

const idMapNote =
  'The image and the volumes were id-mapped before the run, as newer runtimes do it themselves (mount_setattr, MOUNT_ATTR_IDMAP).';

function summary(container: RecordedContainer): string {
  if (container.fate === 'not-tried') return `${container.name} not tried (${container.by}: ${container.question})`;
  if (container.fate === 'not-started') return `${container.name} not started (${container.words})`;
  const passed = container.answers.filter(({ result }) => result === 'ok').length;
  return `${container.name} ${passed} of ${container.answers.length} let past`;
}

function readOptions() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { runtime: { type: 'string', default: 'runc' }, labs: { type: 'boolean', default: false } },
    });
    return { ...values, names: positionals };
  } catch {
    return null;
  }
}

function complain(sentence: string): number {
  console.error(sentence);
  return 2;
}

process.exitCode = await main();
