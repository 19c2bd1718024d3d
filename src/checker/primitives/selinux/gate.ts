import { citeLevels, citeTypes } from '../../facts/selinux-labels.ts';
import { linux } from '../../facts/sources.ts';
import { mountAt, parentOf } from '../../model/path.ts';
import type { Answer } from '../../model/primitive.ts';
import { beating, reasonsOf } from '../../model/reason.ts';
import type {
  SELinuxAnswers,
  SELinuxAsk,
  SELinuxFileAsk,
  SELinuxProcessAsk,
  SELinuxWorld,
} from '../../model/selinux.ts';
import { entryOf, judgeLevel, judgeObject, realType, wantsOf, type Judgement, type Subject } from './judge.ts';
import type { SELinuxCodes } from './messages.ts';
import { labelAt, type LabelledContainer } from './objects.ts';

const reason = reasonsOf<SELinuxCodes>();
const cite = linux('security/selinux/avc.c', 'avc_has_perm');
const citeMode = linux('security/selinux/avc.c', 'avc_denied');

interface Scene {
  readonly subject: Subject;
  readonly container: LabelledContainer;
  readonly world: SELinuxWorld;
}

/** Does the policy of the node let the process do it? Asked of nothing on a node without SELinux. */
export function seLinuxAllows(
  { ask }: { readonly ask: SELinuxAsk },
  container: LabelledContainer,
  world: SELinuxWorld,
): Answer {
  const { label } = container.seLinux;
  const layer = 'selinux';
  if (label === null) return { answer: 'passes', layer, reason: reason('selinux/not-on-node', {}, [], cite) };
  const policy = world.tables.seLinuxPolicy;
  if (policy === undefined)
    return { answer: 'cannot-tell', layer, reason: reason('selinux/no-table', {}, [label.type.origin], cite) };
  const type = realType(policy, label.type.value);
  const { answer, code, facts, part } = judge({ subject: { policy, label, type }, container, world }, ask);
  const decided = label[part];
  const mount = ask.on === 'file' ? mountAt(container.mounts, ask.path) : null;
  const origins = mount === null ? [decided.origin] : [decided.origin, mount.origin];
  if (world.node.seLinuxMode === 'permissive' && answer !== 'passes') {
    const open = reason('selinux/permissive', { type, wouldStop: answer === 'stops' }, [decided.origin], citeMode);
    return { answer: 'passes', layer, reason: open };
  }
  // The union of judgements pairs code and facts; the pairing is lost to the compiler here.
  const told = reason(code, facts as SELinuxCodes[typeof code], origins, part === 'type' ? citeTypes : citeLevels);
  return { answer, layer, reason: beating(told, decided) };
}

function judge(scene: Scene, ask: SELinuxAsk): Judgement {
  const { subject } = scene;
  const { policy, type } = subject;
  if (policy.unconfined.includes(type))
    return { answer: 'passes', code: 'selinux/unconfined', facts: { type }, part: 'type' };
  switch (ask.on) {
    case 'file':
      return judgeFile(scene, ask);
    case 'object':
      return judgeObject(subject, { object: ask.object, access: ask.access, wants: wantsOf(ask) });
    case 'process':
      return judgeProcess(subject, ask);
    case 'capability': {
      const denied = policy.deniedCapabilities.includes(ask.capability);
      const answers = { may: denied ? [] : policy.constrained, mayNot: denied ? policy.constrained : [] };
      return judgeAnswers(subject, answers, ask.capability);
    }
    case 'self':
      return judgeAnswers(subject, policy.self[ask.does], ask.does);
    case 'mount':
      return judgeMount(scene, ask);
    case 'other':
      return notInTable(subject, ask.call);
  }
}

/** Search on every folder of the path, then the object. The first stop decides, else the first that nobody knows. */
function judgeFile(scene: Scene, { path, kind, access }: SELinuxFileAsk): Judgement {
  const way = foldersAbove(path).map((folder) => judgeAt(scene, { path: folder, kind: 'directory', access: 'search' }));
  const end = judgeAt(scene, { path, kind, access });
  return firstOf([...way, end], 'stops') ?? firstOf([...way, end], 'cannot-tell') ?? end;
}

function firstOf(judgements: readonly Judgement[], answer: Judgement['answer']): Judgement | undefined {
  return judgements.find((each) => each.answer === answer);
}

function judgeAt(
  { subject, container, world }: Scene,
  ask: Pick<SELinuxFileAsk, 'path' | 'kind' | 'access'>,
): Judgement {
  const object = labelAt(container, ask.path, world);
  const facts = { path: ask.path };
  if (object === 'contested') return { answer: 'cannot-tell', code: 'selinux/contested', facts, part: 'level' };
  if (object === 'not-known') return { answer: 'cannot-tell', code: 'selinux/object-unknown', facts, part: 'type' };
  return judgeObject(subject, { object, access: ask.access, wants: wantsOf(ask) });
}

function foldersAbove(path: string): readonly string[] {
  if (path === '/') return [];
  const parent = parentOf(path);
  return [...foldersAbove(parent), parent];
}

/** Of its own type everything, if the level allows; of others what the table says. To connect to a socket no level is asked. */
function judgeProcess(subject: Subject, { does, peer }: SELinuxProcessAsk): Judgement {
  const { policy, type } = subject;
  const peerType = peer === null ? type : realType(policy, peer.type);
  const own = peerType === type ? ([does] as const) : undefined;
  const granted = own ?? entryOf(policy.peers, peerType) ?? (policy.constrained.includes(peerType) ? [] : undefined);
  if (granted === undefined || !policy.confined.includes(type)) return notInTable(subject, does);
  const facts = { type, object: peerType, access: does };
  if (!granted.includes(does)) return { answer: 'stops', code: 'selinux/type-denied', facts, part: 'type' };
  const byLevel = peer === null || does === 'connect' ? null : judgeLevel(subject, { object: peer, access: does });
  return byLevel ?? { answer: 'passes', code: 'selinux/type-allowed', facts, part: 'type' };
}

function judgeMount(scene: Scene, { fileSystem, path }: Extract<SELinuxAsk, { on: 'mount' }>): Judgement {
  const { subject, container, world } = scene;
  const answers = entryOf(subject.policy.mounts, fileSystem) ?? { may: [], mayNot: [] };
  const mounted = judgeAnswers(subject, answers, fileSystem);
  const object = path === null ? null : labelAt(container, path, world);
  if (object === null || typeof object === 'string') return mounted;
  const onto = judgeObject(subject, { object, access: 'mount on', wants: { dir: 'm' } });
  return firstOf([mounted, onto], 'stops') ?? firstOf([mounted, onto], 'cannot-tell') ?? mounted;
}

function judgeAnswers(subject: Subject, { may, mayNot }: SELinuxAnswers, access: string): Judgement {
  const { type } = subject;
  const facts = { type, access };
  if (mayNot.includes(type)) return { answer: 'stops', code: 'selinux/access-denied', facts, part: 'type' };
  if (may.includes(type)) return { answer: 'passes', code: 'selinux/access-allowed', facts, part: 'type' };
  return notInTable(subject, access);
}

function notInTable({ type }: Subject, access: string): Judgement {
  return { answer: 'cannot-tell', code: 'selinux/access-not-in-table', facts: { type, access }, part: 'type' };
}
