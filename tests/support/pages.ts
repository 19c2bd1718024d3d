/** Every kind of page there is, by its address below the base path. */
export const everyPage = [
  './',
  'lessons/',
  'lessons/capabilities/',
  'labs/',
  'labs/drop-all-add-three/',
  'reference/',
  'reference/capabilities/',
  'reference/operations/',
  'nowhere/',
] as const;

/** Pages to read, without a workspace. */
export const readingPages = [
  'reference/operations/',
  './',
  'lessons/',
  'labs/',
  'reference/',
  'reference/capabilities/',
  'nowhere/',
] as const;
