import type { Messages } from '../../model/explanation.ts';

export interface NoNewPrivsCodes {
  'no-new-privs/setuid-honoured': { path: string };
  'no-new-privs/setuid-ignored': { path: string; uid: number };
  'no-new-privs/not-setuid-root': { path: string };
  'no-new-privs/setuid-to-another': { path: string; uid: number };
  'no-new-privs/stays-root': { path: string };
  'no-new-privs/set': Record<never, never>;
  'no-new-privs/not-set': Record<never, never>;
}

export const noNewPrivsMessages: Messages<NoNewPrivsCodes> = {
  'no-new-privs/setuid-honoured': ({ facts }) => ({
    what: `\`${facts.path}\` becomes uid 0 when it is executed.`,
    why: 'The file is setuid root and `no_new_privs` is not set, so the kernel changes the effective uid during execve.',
    todo: 'Look at `allowPrivilegeEscalation`.',
  }),
  'no-new-privs/setuid-ignored': ({ facts, decidedBy }) => ({
    what: `\`${facts.path}\` runs, but stays uid ${facts.uid}: \`no_new_privs\` is set by ${decidedBy}.`,
    why: 'With `no_new_privs` execve grants nothing: setuid bits and file capabilities are passed over.',
    todo: 'Look at `allowPrivilegeEscalation`.',
  }),
  'no-new-privs/not-setuid-root': ({ facts }) => ({
    what: `\`${facts.path}\` runs as who called it.`,
    why: 'The file is not setuid, so there is nothing for `no_new_privs` to take away.',
  }),
  'no-new-privs/setuid-to-another': ({ facts }) => ({
    what: `\`${facts.path}\` runs as uid ${facts.uid}, which is not root.`,
    why: 'A setuid program runs as its owner, and this one does not belong to root. Root itself becomes less by it.',
  }),
  'no-new-privs/stays-root': ({ facts, decidedBy }) => ({
    what: `\`${facts.path}\` runs as uid 0, which the process is already (${decidedBy}).`,
    why: 'The effective uid changes only for a setuid file, and only where `no_new_privs` is not set.',
    todo: 'Look at `runAsUser`.',
  }),
  'no-new-privs/set': ({ decidedBy }) => ({
    what: `\`no_new_privs\` is set by ${decidedBy}.`,
    why: 'A process that can gain nothing by execve may install a filter for itself and its children.',
    todo: 'Look at `allowPrivilegeEscalation`.',
  }),
  'no-new-privs/not-set': () => ({
    what: '`no_new_privs` is not set when the container starts.',
    why: 'Without it the kernel asks for `CAP_SYS_ADMIN` before it takes a filter. Any process may set the flag on itself first.',
    todo: 'Look at `allowPrivilegeEscalation`.',
  }),
};
