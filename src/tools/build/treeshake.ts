/**
 * What may be left out of a page's script. The yaml package does not say that its modules do nothing when they are loaded, and
 * the visitors of its syntax tree, which nothing here calls, would travel with every lab; the checker is pure by its law.
 */
export const treeshake = {
  moduleSideEffects: [{ test: /node_modules\/yaml\/|src\/checker\//, sideEffects: false }],
};
