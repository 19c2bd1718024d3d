import { defaultWorld, type World } from '../checker/index.ts';
import { LabProblems } from '../labs/problem.ts';
import { readText } from './read-source.ts';

/** Answers the world of a file laid over the default one; without a file, the default one. */
export async function readWorld(file: string | null): Promise<World> {
  if (file === null) return defaultWorld;
  const text = await readText(file);
  // Only here, since the schema language takes longer to load than the rest of the command.
  const [{ readData }, { worldFile, worldOf }] = await Promise.all([
    import('../labs/data-file.ts'),
    import('../labs/world-file.ts'),
  ]);
  const read = readData(worldFile, file, text);
  if ('problems' in read) throw new LabProblems(read.problems);
  return worldOf(read.file.data);
}
