/**
 * Laws are tried on the same made-up values in every run, so that red is red for everybody. Other values, to look for more:
 * `SEED=7 npm run test:unit -- tests/properties`.
 */
import * as fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['SEED'] ?? '1') });
