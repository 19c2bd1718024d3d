/**
 * How the checker goes to the browser: the decisions with `yaml`, the sentences, and the big tables as a file each, since
 * wording and tables change without the rules, and a file that did not change stays in the cache.
 */
export const codeSplitting = {
  groups: [
    {
      name: 'tables',
      test: /src\/checker\/(facts\/(default-world|mounted-files|seccomp-runtime-default|sysctls)|schema\/pod-schema\.generated)/,
      priority: 3,
    },
    { name: 'sentences', test: /src\/checker\/(explain\/|.*messages\.ts)/, priority: 2 },
    {
      name: 'checker',
      test: /src\/checker\/(?!schema\/(security-fields|capability-help))|node_modules\/(yaml|fastest-levenshtein)\//,
      priority: 1,
    },
  ],
};
