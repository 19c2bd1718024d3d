import { posix } from 'node:path';
import type { Rule } from 'eslint';
import { floors, packageDoors, type Floor } from './floors.ts';

interface Import {
  readonly importer: string;
  /** Null where it is no plain string. */
  readonly specifier: string | null;
  readonly how: 'value' | 'type' | 'on-demand';
}

/** Answers what is wrong with an import, naming the right door, or null. Paths count from the root of the repository. */
function objectionTo({ importer, specifier, how }: Import): string | null {
  if (!importer.startsWith('src/') || /\.test\.tsx?$/.test(importer)) return null;
  if (specifier === null) return 'Write the path as one plain string: nobody can judge one that is put together.';
  const at = floorOf(importer);
  if (specifier.startsWith('/')) return 'Write the way from this file on: a path from the root is judged by nobody.';
  if (!specifier.startsWith('.')) return objectionToPackage(packageOf(specifier), at);

  const target = posix.join(posix.dirname(importer), specifier.replace(/\?.*$/, ''));
  if (target.startsWith('tests/')) return 'Nothing in `src` imports `tests`: move what both need to the source.';
  if (at === null) return null;
  const there = floorOf(target);
  if (there === null)
    return target.startsWith('src/tools/') ? 'Nothing imports `src/tools`: tools are programs.' : null;
  if (there.folder === at.folder) return objectionToSibling({ importer, target, how }, at);
  if (at.floor.may.some((pattern) => covers(pattern, target))) return null;
  if (at.floor.onDemand?.some((pattern) => covers(pattern, target)) && how !== 'value') return null;
  return `\`${at.folder}\` may not import \`${there.folder}\`: ${there.floor.instead}.`;
}

interface Standing {
  /** The folder as it is, where the table has a `*`. */
  readonly folder: string;
  readonly floor: Floor;
}

function floorOf(path: string): Standing | null {
  let nearest: Standing | null = null;
  for (const [pattern, floor] of Object.entries(floors)) {
    const folder = path.split('/', pattern.split('/').length).join('/');
    const isInside = path === folder ? path === pattern : covers(pattern, folder);
    if (isInside && folder.length > (nearest?.folder.length ?? 0)) nearest = { folder, floor };
  }
  return nearest;
}

function covers(pattern: string, path: string): boolean {
  const names = path.split('/');
  return pattern.split('/').every((name, index) => (name === '*' ? names[index] !== undefined : name === names[index]));
}

function packageOf(specifier: string): string {
  return /^(?:@[^/]+\/)?[^/?]+/.exec(specifier)?.[0] ?? specifier;
}

function objectionToPackage(name: string, at: Standing | null): string | null {
  const door = packageDoors[name];
  if (door !== undefined && at?.folder !== door)
    return `\`${name}\` has one door, \`${door}\`: use what that folder exports.`;
  if (at?.floor.packages === undefined || at.floor.packages.includes(name)) return null;
  const allowed = at.floor.packages.map((each) => `\`${each}\``).join(', ') || 'none';
  return `\`${at.folder}\` may not import \`${name}\`. Packages that it may import: ${allowed}.`;
}

function objectionToSibling(
  { importer, target, how }: { importer: string; target: string; how: string },
  at: Standing,
) {
  if (at.floor.apart !== true || how === 'type' || importer === `${at.folder}/index.ts`) return null;
  return `\`${importer}\` may not import \`${posix.basename(target)}\`: the files of \`${at.folder}\` never import each other.`;
}

/** The lint rule `bulkhead/floors`. */
export const floorsRule: Rule.RuleModule = {
  meta: { type: 'problem', schema: [], messages: { objection: '{{ objection }}' } },
  create(context) {
    const importer = posix.relative(context.cwd.replaceAll('\\', '/'), context.filename.replaceAll('\\', '/'));
    const judge = (source: unknown, how: Import['how']): void => {
      const literal = source as (Rule.Node & { value?: unknown }) | null | undefined;
      if (literal === null || literal === undefined) return;
      const specifier = typeof literal.value === 'string' ? literal.value : null;
      const objection = objectionTo({ importer, specifier, how });
      if (objection !== null) context.report({ node: literal, messageId: 'objection', data: { objection } });
    };
    const kindOf = (node: object): Import['how'] =>
      ('importKind' in node && node.importKind === 'type') || ('exportKind' in node && node.exportKind === 'type')
        ? 'type'
        : 'value';
    return {
      ImportDeclaration: (node) => judge(node.source, kindOf(node)),
      ExportNamedDeclaration: (node) => judge(node.source, kindOf(node)),
      ExportAllDeclaration: (node) => judge(node.source, kindOf(node)),
      ImportExpression: (node) => judge(node.source, 'on-demand'),
      TSImportType: (node: { source?: unknown }) => judge(node.source, 'type'),
    };
  },
};
