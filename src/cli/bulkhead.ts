#!/usr/bin/env node
/** The `bulkhead` command: what the checker says, for a terminal or another program. It judges nothing itself. */
import { LabProblems } from '../labs/problem.ts';
import { run } from './main.ts';
import { terminalPaper } from './terminal.ts';
import { Unusable } from './unusable.ts';

// Whoever reads the output may stop early, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  const { output, status } = await run(process.argv.slice(2), terminalPaper(process.stdout));
  process.stdout.write(`${output}\n`);
  process.exitCode = status;
} catch (error) {
  if (!(error instanceof Unusable || error instanceof LabProblems)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
