/** "A name in `add` gives the program what it needs." At execve a process that is not root keeps nothing of it (capabilities(7)). */
import { editsOf, isEdit, lost, passesOf, pathOf, stopsOf, type Attempt, type Misconception } from '../attempt.ts';
import { boundingOriginOf } from '../../model/container.ts';
import type { Origin } from '../../model/resolved.ts';

export const m02: Misconception = {
  id: 'M02',
  showsIn(attempt) {
    if (lost(attempt).length === 0) return null;
    const missed = addedButNotHeld(attempt) ?? addedForAnOpenPort(attempt);
    return missed === null ? null : [missed, attempt.now.user.uid.origin];
  },
};

/** What was added is what is missing, since the process is not root. */
function addedButNotHeld(attempt: Attempt): Origin | null {
  const { capabilities, user } = attempt.now;
  if (user.uid.value === 0) return null;
  const missing = lost(attempt)
    .flatMap(stopsOf)
    .flatMap(({ requirement }) => (requirement.kind === 'capability' ? [requirement.capability] : []));
  const added = missing.find(
    (name) => capabilities.bounding.includes(name) && isAdded(attempt, boundingOriginOf(capabilities, name)),
  );
  return added === undefined ? null : boundingOriginOf(capabilities, added);
}

/** The habit of port 80: the name is in the list, no port asked for it, and something else is missing. */
function addedForAnOpenPort(attempt: Attempt): Origin | null {
  const origin = boundingOriginOf(attempt.now.capabilities, 'CAP_NET_BIND_SERVICE');
  if (!isAdded(attempt, origin)) return null;
  const isNeeded = attempt.outcomes
    .flatMap(passesOf)
    .some((passed) => passed.kind === 'capability' && passed.capability === 'CAP_NET_BIND_SERVICE');
  return isNeeded ? null : origin;
}

function isAdded(attempt: Attempt, origin: Origin): boolean {
  const isInList = pathOf(origin)?.includes('.capabilities.add[') === true;
  return isInList && isEdit(attempt, origin) && editsOf(attempt, 'capabilities.add').length > 0;
}
