/**
 * What apparmor_parser hands to the kernel, read as the kernel reads it. Source: Linux security/apparmor/policy_unpack.c
 * and match.c, read at 6.1.
 */

export interface Blob {
  readonly name: string;
  /** Rules on files; null where a profile has none. */
  readonly files: Automaton | null;
  /** Rules on sockets, mounts and other processes. */
  readonly policy: Automaton | null;
  /** The capabilities that are left, by their numbers. */
  readonly capabilities: bigint;
}

export interface Automaton {
  readonly accept: readonly number[];
  readonly quiet: readonly number[];
  readonly base: readonly number[];
  readonly fallback: readonly number[];
  readonly next: readonly number[];
  readonly check: readonly number[];
  readonly classes: readonly number[];
}

type Tagged = readonly { readonly name: string | null; readonly value: unknown }[];

/** Answers the profiles of a compiled policy. */
export function blobsIn(bytes: Buffer): readonly Blob[] {
  const entries = entriesIn(bytes);
  return entries.flatMap(({ name, value }) => (name === 'profile' ? [blobOf(value as Tagged)] : []));
}

function blobOf(profile: Tagged): Blob {
  const first = profile.find(({ name, value }) => name === null && typeof value === 'string');
  // Before the flags stands what the profile attaches to.
  const behind = profile.slice(profile.findIndex(({ name }) => name === 'flags'));
  const files = behind.find(({ name }) => name === 'aadfa')?.value as Buffer | undefined;
  const inner = profile.find(({ name }) => name === 'policydb')?.value as Tagged | undefined;
  const policy = inner?.find(({ name }) => name === 'aadfa')?.value as Buffer | undefined;
  return {
    name: first?.value as string,
    files: files === undefined ? null : automatonOf(files),
    policy: policy === undefined ? null : automatonOf(policy),
    capabilities: capabilitiesIn(behind),
  };
}

/** The lower half stands behind the flags, the upper one in a part of its own. */
function capabilitiesIn(behind: Tagged): bigint {
  const low = behind.find(({ name, value }) => name === null && typeof value === 'number')?.value as number;
  const high = (behind.find(({ name }) => name === 'caps64')?.value as Tagged | undefined)?.[0]?.value as number;
  return BigInt(low) | (BigInt(high) << 32n);
}

const code = {
  u8: 0,
  u16: 1,
  u32: 2,
  u64: 3,
  name: 4,
  string: 5,
  blob: 6,
  struct: 7,
  end: 8,
  list: 9,
  listEnd: 10,
  array: 11,
  arrayEnd: 12,
};

function entriesIn(bytes: Buffer): Tagged {
  let at = 0;
  const text = (): string => {
    const length = bytes.readUInt16LE(at);
    at += 2 + length;
    return bytes.subarray(at - length, at - 1).toString('latin1');
  };
  const until = (end: number | null): Tagged => {
    const entries: { name: string | null; value: unknown }[] = [];
    let name: string | null = null;
    while (at < bytes.length) {
      const kind = bytes[at] ?? -1;
      at += 1;
      if (kind === end) return entries;
      if (kind === code.name) {
        name = text();
        continue;
      }
      entries.push({ name, value: valueOf(kind) });
      name = null;
    }
    return entries;
  };
  const valueOf = (kind: number): unknown => {
    switch (kind) {
      case code.u8:
        return bytes[at++];
      case code.u16:
        at += 2;
        return bytes.readUInt16LE(at - 2);
      case code.u32:
        at += 4;
        return bytes.readUInt32LE(at - 4);
      case code.u64:
        at += 8;
        return bytes.readBigUInt64LE(at - 8);
      case code.string:
        return text();
      case code.blob: {
        const length = bytes.readUInt32LE(at);
        at += 4 + length;
        return bytes.subarray(at - length, at);
      }
      case code.struct:
        return until(code.end);
      case code.list:
        return until(code.listEnd);
      case code.array:
        at += 2;
        return until(code.arrayEnd);
      default:
        throw new Error(`no tag ${kind} at ${at}`);
    }
  };
  return until(null);
}

const table = { accept: 1, base: 2, check: 3, fallback: 4, classes: 5, quiet: 7, next: 8 };

/** The blob starts with padding up to eight bytes, and so do its tables. */
function automatonOf(blob: Buffer): Automaton {
  const start = blob.indexOf(Buffer.from([0x1b, 0x5e, 0x78, 0x3d]));
  const headerSize = blob.readUInt32BE(start + 4);
  const size = blob.readUInt32BE(start + 8);
  const tables = new Map<number, number[]>();
  let at = start + headerSize;
  while (at < start + size) {
    const id = blob.readUInt16BE(at);
    const width = blob.readUInt16BE(at + 2);
    const length = blob.readUInt32BE(at + 8);
    const values: number[] = [];
    for (let index = 0; index < length; index += 1) values.push(blob.readUIntBE(at + 12 + index * width, width));
    tables.set(id, values);
    at += (12 + width * length + 7) & ~7;
  }
  const of = (name: keyof typeof table): readonly number[] => tables.get(table[name]) ?? [];
  return {
    accept: of('accept'),
    quiet: of('quiet'),
    base: of('base'),
    fallback: of('fallback'),
    next: of('next'),
    check: of('check'),
    classes: of('classes'),
  };
}

const differs = 0x80000000;

/** Answers the state behind a byte (aa_dfa_next). */
export function step(automaton: Automaton, state: number, byte: number): number {
  const index = automaton.classes.length === 0 ? byte : (automaton.classes[byte] ?? 0);
  for (let current = state; ;) {
    const base = automaton.base[current] ?? 0;
    const at = (base & 0xffffff) + index;
    if (automaton.check[at] === current) return automaton.next[at] ?? 0;
    current = automaton.fallback[current] ?? 0;
    if ((base & differs) === 0) return current;
  }
}

export function walk(automaton: Automaton, bytes: Iterable<number>, from = 1): number {
  let state = from;
  for (const byte of bytes) state = step(automaton, state, byte);
  return state;
}
