import { linux } from '../facts/sources.ts';
import type { Operation } from '../model/operation.ts';
import type { Requirement } from '../model/requirement.ts';
import { holds, syscall } from './questions/requirements.ts';

const cite = linux('fs/namespace.c', 'may_mount');

const asked: readonly Requirement[] = [syscall('mount'), holds('CAP_SYS_ADMIN', { owner: 'mount', cite })];

/** mount(2) of a tmpfs: CAP_SYS_ADMIN in the user namespace that owns the mount namespace (fs/namespace.c, may_mount). */
export const mountTmpfs: Operation = {
  id: 'mount-tmpfs',
  parameters: {},
  requirements: () => asked,
};
