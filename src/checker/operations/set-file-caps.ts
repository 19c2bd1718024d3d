import { man } from '../facts/sources.ts';
import type { Operation } from '../model/operation.ts';
import { creates } from './questions/creates.ts';
import { holds, syscall } from './questions/requirements.ts';

const cite = man('capabilities(7)', 'File capabilities');

/** setxattr(2) of `security.capability` on an own file: CAP_SETFCAP over the user namespace of the file system (security/commoncap.c, cap_convert_nscap). */
export const setFileCaps: Operation<{ readonly volume?: string }> = {
  id: 'set-file-caps',
  parameters: { volume: { kind: 'volume', optional: true } },
  requirements({ volume }, site) {
    const created = creates(site, { name: 'own-program', volume });
    if (created === null) return null;
    return [...created, syscall('fsetxattr'), holds('CAP_SETFCAP', { owner: 'file', cite })];
  },
};
