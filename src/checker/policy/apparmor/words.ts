/** Words of an access by the names that rules use, for those who ask. */
import { capabilities, type Capability } from '../../model/capability.ts';
import { mountFlags } from './mount-flags.ts';
import { letterBits, type Letter } from './permissions.ts';
import { isFamily, typeIn } from './sockets.ts';
import { signalOf } from './signals.ts';

/** Names that an access may hold, each null where the word means nothing. */
export const appArmorWords = {
  /** `chown`, `CHOWN` and `CAP_CHOWN` are one. */
  capability: (word: string): Capability | null => {
    const name = `CAP_${word.toUpperCase().replace(/^CAP_/, '')}`;
    return capabilities.find((each) => each === name) ?? null;
  },
  socket: (family: string, type: string): { readonly family: string; readonly type: string } | null => {
    const known = isFamily(family) ? typeIn(family, type) : null;
    return known === null ? null : { family, type: known };
  },
  signal: signalOf,
  /** Options of a mount to its flags. */
  mountOptions: (words: readonly string[]): number | null =>
    words.reduce<number | null>((flags, word) => {
      const meaning = Object.hasOwn(mountFlags, word) ? mountFlags[word] : undefined;
      return flags === null || meaning === undefined ? null : (flags | meaning.set) & ~meaning.clear;
    }, 0),
  /** Letters of file rules to bits; `x` is asked of programs only. */
  letters: (word: string): number | null => {
    let bits = 0;
    for (const letter of word) {
      if (!'rwakml'.includes(letter)) return null;
      bits |= letter === 'w' ? 2 : letterBits[letter as Letter];
    }
    return bits === 0 ? null : bits;
  },
} as const;
