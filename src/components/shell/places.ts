/** The places of the site that the bar leads to, in order. A place is not named here before it exists. */
export const places = [
  { id: 'lessons', title: 'Lessons' },
  { id: 'labs', title: 'Labs' },
  { id: 'reference', title: 'Reference' },
] as const;

export type Place = (typeof places)[number]['id'];

/** Answers the address of a page: `pageAt('labs', 'who-am-i')`. The site may live below a path of its host. */
export function pageAt(...names: readonly string[]): string {
  return [import.meta.env.BASE_URL.replace(/\/$/, ''), ...names, ''].join('/');
}
