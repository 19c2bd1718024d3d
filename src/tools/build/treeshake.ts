/**
 * What may be left out of a page's script. The yaml package does not say that its modules do nothing when they are loaded, so
 * the visitors of its syntax tree, which nothing here calls, would travel with every lab: about a kibibyte.
 */
export const treeshake = {
  moduleSideEffects: [{ test: /node_modules\/yaml\//, sideEffects: false }],
};
