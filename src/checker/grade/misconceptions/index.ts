/** The misconceptions that can be found, in order of precedence: what is plain in one line comes before what it takes several to see. */
import type { MisconceptionFound } from '../../model/report.ts';
import type { Attempt, Misconception } from '../attempt.ts';
import { m02 } from './m02.ts';
import { m03 } from './m03.ts';
import { m07 } from './m07.ts';
import { m13 } from './m13.ts';
import { m14 } from './m14.ts';
import { m15 } from './m15.ts';
import { m16 } from './m16.ts';
import { m17 } from './m17.ts';
import { m20 } from './m20.ts';
import { m26 } from './m26.ts';
import { m28 } from './m28.ts';
import { m29 } from './m29.ts';
import { m30 } from './m30.ts';

export const misconceptions: readonly Misconception[] = [
  m07,
  m14,
  m29,
  m02,
  m13,
  m20,
  m28,
  m16,
  m17,
  m15,
  m30,
  m03,
  m26,
];

/** Answers the belief that explains an attempt best, or null: half an answer has none. */
export function misconceptionIn(attempts: readonly Attempt[]): MisconceptionFound | null {
  for (const { id, showsIn } of misconceptions) {
    for (const attempt of attempts) {
      const origins = showsIn(attempt);
      if (origins !== null) return { id, origins };
    }
  }
  return null;
}
