import type { Plugin } from 'vite';

const id = '\0bulkhead:yaml-writes';
const writers = [
  'createStringifyContext',
  'stringifyCollection',
  'stringifyDocument',
  'stringifyNumber',
  'stringifyPair',
  'stringifyString',
];

/**
 * Leaves the half of `yaml` at home that writes text: its classes can print themselves, so the printer would travel with
 * every lab though the page only reads. Whoever makes a page write YAML is told by the first call, and takes this away.
 */
export function yamlReadOnly(): Plugin {
  return {
    name: 'bulkhead:yaml-read-only',
    enforce: 'pre',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    resolveId: (source, importer) =>
      /\/stringify\/\w+\.js$/.test(source) && importer?.includes('/node_modules/yaml/') ? id : null,
    load: (asked) => (asked === id ? module : null),
  };
}

const module = `function neverWritten() { throw new Error('This page reads YAML and writes none.'); }
export { ${writers.map((name) => `neverWritten as ${name}`).join(', ')} };`;
