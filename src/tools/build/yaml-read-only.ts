import type { Plugin } from 'vite';

/** Modules of `yaml` that a page never runs, and what stands in for each of their exports. */
const left = [
  {
    id: '\0bulkhead:yaml-writers',
    paths: /\/(stringify\/\w+|visit|anchors|createNode|applyReviver)\.js$/,
    code: "const it = () => { throw new Error('This page reads YAML and makes none.'); };",
    names: [
      ...['anchorIsValid', 'anchorNames', 'applyReviver', 'createNode', 'createNodeAnchors', 'createStringifyContext'],
      ...['findNewAnchor', 'stringifyCollection', 'stringifyDocument', 'stringifyNumber', 'stringifyPair'],
      ...['stringifyString', 'visit', 'visitAsync'],
    ],
  },
  {
    id: '\0bulkhead:yaml-tags',
    paths: /\/(core\/\w+|json\/schema|binary|bool|float|int|omap|pairs|set|timestamp)\.js$/,
    code: 'const it = []; it.tag = "none";',
    names: [
      ...['binary', 'boolTag', 'falseTag', 'float', 'floatExp', 'floatNaN', 'floatTime', 'int', 'intBin', 'intHex'],
      ...['intOct', 'intTime', 'omap', 'pairs', 'schema', 'set', 'timestamp', 'trueTag'],
    ],
  },
];

/**
 * Leaves at home what `yaml` brings for others: its classes can make and print documents, so that half would travel with
 * every lab though the page only reads, and so would the tags that `kubectlOptions` takes out again.
 * `tests/architecture/weight.test.ts` holds that what is left reads as the whole package does.
 */
export function yamlReadOnly(): Plugin {
  return {
    name: 'bulkhead:yaml-read-only',
    enforce: 'pre',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    resolveId: (source, importer) =>
      importer?.includes('/node_modules/yaml/') ? (left.find(({ paths }) => paths.test(source))?.id ?? null) : null,
    load(asked) {
      const found = left.find(({ id }) => id === asked);
      return found && `${found.code}\nexport { ${found.names.map((name) => `it as ${name}`).join(', ')} };`;
    },
  };
}
