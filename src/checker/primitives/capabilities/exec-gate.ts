/**
 * Capabilities across execve: "P'(permitted) = (P(inheritable) & F(inheritable)) | (F(permitted) & P(bounding)) | P'(ambient)"
 * (capabilities(7)). Inheritable and ambient sets are empty in every container, so the bounding set and the file decide.
 */
import { linux, man } from '../../facts/sources.ts';
import { boundingOriginOf, type EffectiveContainer } from '../../model/container.ts';
import type { Gate } from '../../model/primitive.ts';
import { reasonsOf } from '../../model/reason.ts';
import { isSetuidRoot, type FileFacts } from '../../model/world.ts';
import type { CapabilitiesCodes } from './messages.ts';

const reason = reasonsOf<CapabilitiesCodes>();

const citeTransform = man('capabilities(7)', 'Transformation of capabilities during execve()');
const citeSafety = man('capabilities(7)', 'Safety checking for capability-dumb binaries');
const citeCalculate = linux('security/commoncap.c', 'bprm_caps_from_vfs_caps');

/**
 * "If the process did not obtain the full set of file permitted capabilities … the execve fails with the error EPERM"
 * (capabilities(7)), for a file with the effective bit; asked before uid and no_new_privs count.
 */
export const fileCapabilitiesFit: Gate<'file-capabilities-fit'> = ({ program }, { capabilities }) => {
  const { path, capabilities: carried } = program.file;
  const missing =
    carried?.effective === true ? carried.names.find((name) => !capabilities.bounding.includes(name)) : undefined;
  if (missing === undefined) {
    return {
      answer: 'passes',
      layer: 'capabilities',
      reason: reason('capabilities/file-capabilities-fit', { path }, [], citeSafety),
    };
  }
  return {
    answer: 'stops',
    layer: 'capabilities',
    reason: reason(
      'capabilities/file-capabilities-missing',
      { path, missing },
      [boundingOriginOf(capabilities, missing)],
      citeCalculate,
    ),
  };
};

/** Does the program hold the capability once it runs? */
export const capabilityAfterExec: Gate<'capability-after-exec'> = ({ program, capability }, container) => {
  const { capabilities, noNewPrivs, user } = container;
  const { file } = program;
  const path = file.path;
  const isRoot = user.uid.value === 0;
  const brings = capabilitySource(file, container);
  if (!isRoot && brings !== 'nothing' && noNewPrivs.value) {
    const facts = { capability, path, uid: user.uid.value };
    return {
      answer: 'stops',
      layer: 'dac',
      reason: reason('capabilities/not-gained-no-new-privs', facts, [noNewPrivs.origin], citeTransform),
    };
  }
  const carries = brings === 'root' || (brings === 'file' && file.capabilities?.names.includes(capability) === true);
  if (!carries) {
    return {
      answer: 'stops',
      layer: 'capabilities',
      reason: reason('capabilities/not-gained-file', { capability, path }, [], citeTransform),
    };
  }
  const listed = boundingOriginOf(capabilities, capability);
  if (!capabilities.bounding.includes(capability)) {
    return {
      answer: 'stops',
      layer: 'capabilities',
      reason: reason('capabilities/not-gained-bounding-set', { capability, path }, [listed], citeTransform),
    };
  }
  const origins = [listed, isRoot ? user.uid.origin : noNewPrivs.origin];
  return {
    answer: 'passes',
    layer: 'capabilities',
    reason: reason('capabilities/gained-by-exec', { capability, path, isRoot }, origins, citeTransform),
  };
};

/**
 * What the program's capabilities come from. Root gets the whole bounding set whatever the file carries; a setuid-root file
 * that also carries file capabilities gives a non-root caller only those (capabilities(7), "Set-user-ID-root programs that
 * have file capabilities").
 */
function capabilitySource(file: FileFacts, { user }: EffectiveContainer): 'root' | 'file' | 'nothing' {
  if (user.uid.value === 0) return 'root';
  if (file.capabilities !== undefined) return 'file';
  return isSetuidRoot(file) ? 'root' : 'nothing';
}
