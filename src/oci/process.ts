import type { EffectiveContainer } from '../checker/index.ts';
import type { OciProcess } from './configuration.ts';
import type { Placement } from './placement.ts';

/** Answers the process of a container as containerd hands it to the runtime, before execve changes its capabilities. */
export function processOf(container: EffectiveContainer, placement: Placement): OciProcess {
  const capabilities = configuredCapabilities(container);
  const gid = container.user.gid.value;
  return {
    terminal: false,
    cwd: '/',
    args: placement.args,
    env: ['PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'],
    user: {
      uid: container.user.uid.value,
      gid,
      // containerd repeats the primary group, so that a setuid program cannot shed it (pkg/oci, ensureAdditionalGids).
      additionalGids: [gid, ...container.user.groups.value],
    },
    noNewPrivileges: container.noNewPrivs.value,
    // The same three for every uid: it is the kernel that empties two of them when a non-root process executes.
    capabilities: { bounding: capabilities, permitted: capabilities, effective: capabilities },
  };
}

/**
 * Names that nobody knows travel on: containerd puts `CAP_` in front of whatever `add` says, and only the runtime finds
 * `CAP_CAP_NET_ADMIN` strange (internal/cri/opts/spec_opts.go, WithCapabilities).
 */
function configuredCapabilities({ capabilities, privilegedContainer }: EffectiveContainer): readonly string[] {
  if (privilegedContainer.value) return capabilities.bounding;
  const inList = (list: 'add' | 'drop') =>
    capabilities.ignoredNames.filter((each) => each.list === list).map(({ name }) => `CAP_${name.toUpperCase()}`);
  const dropped = inList('drop');
  return [...capabilities.bounding, ...new Set(inList('add').filter((name) => !dropped.includes(name)))];
}
