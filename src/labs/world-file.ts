/** The world of a lab as an author writes it: only what differs from `defaultWorld`. */
import { z } from 'astro/zod';
import { capabilities, defaultWorld } from '../checker/index.ts';
import type { Capability, FileFacts, ImageFacts, World } from '../checker/index.ts';

const id = z.int().min(0).max(4294967295);

// Quoted octal: a bare 0640 is 416 to YAML 1.1 and 640 to YAML 1.2, and editors follow the second.
const mode = z
  .string()
  .regex(/^[0-7]{4}$/, 'A mode is four octal digits in quotes.')
  .transform((digits) => Number.parseInt(digits, 8))
  .describe("Permission bits in octal, quoted: '0644', '4755'.");

const fileCapabilities = z
  .string()
  .regex(/^cap_[a-z_]+(,cap_[a-z_]+)*\+e?p$/, 'File capabilities are written as setcap takes them: `cap_net_raw+ep`.')
  .transform((text, context): NonNullable<FileFacts['capabilities']> => {
    const [names = '', flags] = text.toUpperCase().split('+');
    const known = names.split(',').filter((name): name is Capability => isCapability(name));
    if (known.length < names.split(',').length) context.addIssue('The kernel knows no capability of this name.');
    return { names: known, effective: flags === 'EP' };
  })
  .describe('As setcap writes them: cap_net_raw+ep.');

function isCapability(name: string): name is Capability {
  return (capabilities as readonly string[]).includes(name);
}

const file = z
  .strictObject({
    path: z.string().startsWith('/').describe('Absolute; on a volume it counts from the root of the volume.'),
    kind: z.enum(['file', 'directory']).default('file'),
    uid: id,
    gid: id,
    mode,
    capabilities: fileCapabilities.exactOptional(),
  })
  .readonly();

const files = z.array(file).readonly();

const image = z
  .strictObject({
    user: z.union([id, z.string(), z.null()]).exactOptional().describe('USER of the image; null is root.'),
    passwd: z
      .array(z.strictObject({ name: z.string(), uid: id, gid: id }).readonly())
      .readonly()
      .exactOptional()
      .describe('Users of /etc/passwd; any other uid gets gid 0.'),
    files: files.exactOptional(),
  })
  .readonly();

const node = z
  .strictObject({
    runtime: z
      .strictObject({ name: z.literal('containerd'), version: z.string() })
      .readonly()
      .exactOptional(),
    ociRuntime: z.enum(['runc', 'crun']).exactOptional(),
    // No answer depends on it yet, so a page must not show another one.
    kernel: z
      .literal(
        defaultWorld.node.kernel,
        `The checker answers as Linux ${defaultWorld.node.kernel} does, and as no other.`,
      )
      .exactOptional(),
    appArmor: z.boolean().exactOptional(),
    seLinux: z.boolean().exactOptional(),
    seccompDefault: z.boolean().exactOptional(),
    allowedUnsafeSysctls: z.array(z.string()).readonly().exactOptional(),
    unprivilegedPortStart: z.int().min(0).max(65535).exactOptional(),
    seccompProfiles: z.array(z.string()).readonly().exactOptional(),
    appArmorProfiles: z.array(z.string()).readonly().exactOptional(),
  })
  .readonly();

export const worldFile = z
  .strictObject({
    fieldValidation: z.enum(['Strict', 'Ignore']).exactOptional(),
    node: node.exactOptional(),
    images: z.record(z.string(), image).readonly().exactOptional().describe('By container name.'),
    volumes: z.record(z.string(), files).readonly().exactOptional().describe('What lies on a volume, by its name.'),
  })
  .readonly();

type WorldFile = z.output<typeof worldFile>;

/** Answers the whole world of a lab: what its author wrote, laid over `defaultWorld`. */
export function worldOf(written: WorldFile): World {
  const fieldValidation = written.fieldValidation ?? defaultWorld.kubernetes.fieldValidation;
  const images = Object.entries(written.images ?? {}).map(([name, facts]) => [name, imageOf(facts)] as const);
  return {
    ...defaultWorld,
    kubernetes: { ...defaultWorld.kubernetes, fieldValidation },
    node: { ...defaultWorld.node, ...written.node },
    images: Object.fromEntries(images),
    volumes: written.volumes ?? {},
  };
}

function imageOf(written: z.output<typeof image>): ImageFacts {
  const { files: added = [], ...rest } = written;
  const replaced = new Set(added.map(({ path }) => path));
  const kept = defaultWorld.defaultImage.files.filter(({ path }) => !replaced.has(path));
  return { ...defaultWorld.defaultImage, ...rest, files: [...kept, ...added] };
}
