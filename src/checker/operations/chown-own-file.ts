import { linux } from '../facts/sources.ts';
import type { Operation } from '../model/operation.ts';
import { creates } from './questions/creates.ts';
import { holds, syscall } from './questions/requirements.ts';

const cite = linux('fs/attr.c', 'chown_ok');

/** Gives away a file the process has just made. The owner may not: only CAP_CHOWN changes the uid of a file (fs/attr.c, chown_ok). */
export const chownOwnFile: Operation<{ readonly volume?: string }> = {
  id: 'chown-own-file',
  parameters: { volume: { kind: 'volume', optional: true } },
  requirements({ volume }, site) {
    const created = creates(site, { name: 'own-file', volume });
    if (created === null) return null;
    return [...created, syscall('fchown'), holds('CAP_CHOWN', { owner: 'file', cite })];
  },
};
