/**
 * npm run record -- [--runtime runc|crun] [pod…]   records pods of tests/conformance/pods, all of them without a name
 * npm run record -- --labs [--runtime …] [lab…]    records start, solutions and attempts of labs
 *
 * Everything happens in a mount and a network namespace of the recorder's own, on a tmpfs: whatever ends it, nothing stays
 * behind, and a pod with `hostNetwork` meets that network and not this machine's.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { run } from './commands.ts';
import { circumstances } from './ground.ts';
import { whatIsMissing } from './needs.ts';
import { recordPod, type Workshop } from './pod.ts';
import { renderRecording, type RecordedContainer } from './recording.ts';
import { labSubjects, podSubjects, type Subject } from './subjects.ts';

const here = import.meta.dirname;
const root = join(here, '../..');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runtime: { type: 'string', default: 'runc' }, labs: { type: 'boolean', default: false } },
});

async function main(): Promise<number> {
  const runtime = values.runtime;
  if (runtime !== 'runc' && runtime !== 'crun') return complain('A runtime is `runc` or `crun`.');
  const missing = whatIsMissing(runtime);
  if (missing !== null) return complain(missing);
  if (process.env['BULKHEAD_NODE'] === undefined) return insideOwnNamespaces();

  const subjects = await (values.labs ? labSubjects(root, runtime) : podSubjects(root, runtime));
  const unknown = positionals.find((name) => !subjects.some(({ group }) => group === name));
  if (unknown !== undefined) return complain(`There is no ${values.labs ? 'lab' : 'pod'} \`${unknown}\`.`);
  const wanted = subjects.filter(({ group }) => positionals.length === 0 || positionals.includes(group));
  const workshop = openWorkshop();
  for (const subject of wanted) await record(subject, workshop);
  return 0;
}

async function record(subject: Subject, workshop: Workshop): Promise<void> {
  const { tables: _tables, ...world } = subject.world;
  writeFileSync('/proc/sys/net/ipv4/ip_unprivileged_port_start', String(world.node.unprivilegedPortStart));
  const containers = await onFreshGround(workshop, (fresh) => recordPod(subject, fresh));
  const notes = subject.text.includes('hostUsers: false') ? [idMapNote] : [];
  const recording = { pod: subject.text, world, made: { ...circumstances(world.node.ociRuntime), notes }, containers };
  mkdirSync(dirname(subject.recording), { recursive: true });
  writeFileSync(subject.recording, renderRecording(recording));
  console.log(`${relative(root, subject.recording)}: ${containers.map(summary).join('; ')}`);
}

/** A tmpfs for each pod: the next one meets no file and no id-mapped mount of the last. */
async function onFreshGround<T>(workshop: Workshop, work: (fresh: Workshop) => Promise<T>): Promise<T> {
  const folder = join(workshop.folder, 'pod');
  mkdirSync(folder, { recursive: true });
  run('mount', '-t', 'tmpfs', '-o', 'mode=755', 'bulkhead', folder);
  try {
    return await work({ ...workshop, folder });
  } finally {
    run('umount', '--lazy', folder);
  }
}

const idMapNote =
  'The image and the volumes were id-mapped before the run, as newer runtimes do it themselves (mount_setattr, MOUNT_ATTR_IDMAP).';

function summary(container: RecordedContainer): string {
  if (container.fate === 'not-tried') return `${container.name} not tried (${container.by}: ${container.question})`;
  if (container.fate === 'not-started') return `${container.name} not started (${container.words})`;
  const let_ = container.answers.filter(({ result }) => result === 'ok').length;
  return `${container.name} ${let_} of ${container.answers.length} let past`;
}

function openWorkshop(): Workshop {
  const folder = process.env['BULKHEAD_NODE'] ?? '';
  run('mount', '-t', 'tmpfs', '-o', 'mode=755', 'bulkhead', folder);
  // crun refuses a node with both versions of cgroups; in this mount namespace the second one may go.
  if (existsSync('/sys/fs/cgroup/unified')) run('umount', '/sys/fs/cgroup/unified');
  const operate = join(folder, 'operate');
  const idmapMount = join(folder, 'idmap-mount');
  run(join(here, '../guest/operations/build.sh'), operate);
  run('gcc', '-Wall', '-Wextra', '-Werror', '-o', idmapMount, join(here, 'idmap-mount.c'));
  return { folder, operate, idmapMount };
}

/** Runs this program again where mounts and network are its own; the kernel takes both away with the last process in them. */
function insideOwnNamespaces(): number {
  const folder = mkdtempSync(join(tmpdir(), 'bulkhead-'));
  try {
    const words = [
      '--mount',
      '--net',
      '--',
      process.execPath,
      fileURLToPath(import.meta.url),
      ...process.argv.slice(2),
    ];
    const ended = spawnSync('unshare', words, { stdio: 'inherit', env: { ...process.env, BULKHEAD_NODE: folder } });
    return ended.status ?? 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function complain(sentence: string): number {
  console.error(sentence);
  return 2;
}

process.exitCode = await main();
