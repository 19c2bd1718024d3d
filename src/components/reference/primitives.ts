import { getCollection } from 'astro:content';

interface PrimitivePage {
  readonly id: string;
  readonly title: string;
}

/** Answers the reference pages of the primitives, by name. The first heading of a README is its title. */
export async function primitivePages(): Promise<readonly PrimitivePage[]> {
  const entries = await getCollection('primitives');
  return entries
    .map(({ id, body = '' }) => ({ id, title: /^# (.+)$/m.exec(body)?.[1] ?? id }))
    .toSorted((a, b) => a.title.localeCompare(b.title, 'en'));
}
