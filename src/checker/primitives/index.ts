/**
 * Every primitive, one row each, in the order in which they are resolved: a primitive stands below those it needs.
 * A member of `EffectiveContainer` without a row here does not compile, and a row without a member neither.
 */
import type { PrimitiveId } from '../model/container.ts';
import type { Primitive } from '../model/primitive.ts';
import { appArmor } from './apparmor/resolve.ts';
import { capabilities } from './capabilities/resolve.ts';
import { hostNamespaces } from './host-namespaces/resolve.ts';
import { mounts } from './mounts/resolve.ts';
import { noNewPrivs } from './no-new-privs/resolve.ts';
import { placement } from './placement/resolve.ts';
import { privilegedContainer } from './privileged-container/resolve.ts';
import { procMount } from './proc-mount/resolve.ts';
import { rootFilesystem } from './root-filesystem/resolve.ts';
import { seccomp } from './seccomp/resolve.ts';
import { sysctls } from './sysctls/resolve.ts';
import { user } from './user/resolve.ts';
import { userNamespace } from './user-namespace/resolve.ts';

export const primitives = {
  privilegedContainer,
  userNamespace,
  hostNamespaces,
  user,
  noNewPrivs,
  capabilities,
  seccomp,
  appArmor,
  sysctls,
  rootFilesystem,
  procMount,
  mounts,
  placement,
} satisfies { readonly [Id in PrimitiveId]: Primitive<Id, never> | Primitive<Id, PrimitiveId> };
