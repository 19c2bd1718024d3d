/**
 * The floors: who may import whom. Every folder of the source stands on one; a file belongs to the nearest one above it.
 * `eslint.config.mjs` turns this table into lint errors, and ARCHITECTURE.md shows it to people.
 */
export interface Floor {
  /** Folders, or single files, that may be imported. `*` stands for one name. */
  readonly may: readonly string[];
  /** Folders that may be imported by `import()` only, so that a page does not load them before it must. */
  readonly onDemand?: readonly string[];
  /** The packages that may be imported here. Absent: any that has no door. */
  readonly packages?: readonly string[];
  /** Its files never import each other; only its `index.ts` imports them. */
  readonly apart?: true;
  /** What to do instead, for somebody who reaches in from a floor that may not. */
  readonly instead: string;
}

const checker = 'src/checker';
const door = `${checker}/index.ts`;
const theDoor = `import it from the door of the checker, \`${door}\``;

export const floors: Readonly<Record<string, Floor>> = {
  [door]: {
    may: [`${checker}/*`],
    packages: [],
    instead: 'inside the checker, import the file that declares it; the door is for everyone else',
  },
  [`${checker}/model`]: { may: [], packages: [], instead: theDoor },
  [`${checker}/facts`]: { may: [`${checker}/model`], packages: [], instead: theDoor },
  [`${checker}/parse`]: {
    may: [`${checker}/model`],
    packages: ['yaml', 'jsonc-parser'],
    instead: 'what it reads arrives as a `ParsedDocument` (`src/checker/model/pod.ts`)',
  },
  [`${checker}/schema`]: {
    may: [`${checker}/model`, `${checker}/facts`],
    packages: ['fastest-levenshtein'],
    instead: 'what it reads arrives as a `PodDocument` with its diagnostics (`src/checker/model/pod.ts`)',
  },
  [`${checker}/admission`]: {
    may: [`${checker}/model`, `${checker}/facts`],
    packages: [],
    instead: 'what the API server refuses arrives as `EffectiveContainer.refusals`',
  },
  [`${checker}/pod-security`]: {
    may: [`${checker}/model`, `${checker}/facts`],
    packages: [],
    instead: 'the standards are asked by the command line, through `podSecurityOf` of the door',
  },
  [`${checker}/policy`]: {
    may: [`${checker}/model`, `${checker}/facts`, `${checker}/parse`, `${checker}/schema/nearest.ts`],
    packages: [],
    instead: 'a policy is read and asked through the door; what a primitive needs of it is handed over',
  },
  [`${checker}/primitives`]: {
    may: [`${checker}/model`, `${checker}/facts`, `${checker}/primitives/*`],
    packages: [],
    instead: 'what a primitive resolves arrives in the `EffectiveContainer` (`src/checker/model/container.ts`)',
  },
  [`${checker}/primitives/*`]: {
    may: [`${checker}/model`, `${checker}/facts`],
    packages: [],
    instead: 'name the primitive in `needs` and receive its value; primitives never import each other',
  },
  [`${checker}/operations`]: {
    may: [`${checker}/model`, `${checker}/facts`],
    packages: [],
    instead: 'ask for an operation by its id, through `operationNamed` of the door',
  },
  [`${checker}/effective`]: {
    may: [`${checker}/model`, `${checker}/facts`, `${checker}/primitives/index.ts`],
    packages: [],
    instead: 'the effective containers arrive in the `Analysis` (`src/checker/model/report.ts`)',
  },
  [`${checker}/kernel`]: {
    may: [`${checker}/model`, `${checker}/facts`, `${checker}/primitives/index.ts`, `${checker}/operations`],
    packages: [],
    instead: 'what the kernel says arrives as a `Verdict` (`src/checker/model/verdict.ts`)',
  },
  [`${checker}/grade`]: {
    may: ['model', 'facts', 'operations', 'effective', 'kernel', 'grade/misconceptions'].map((f) => `${checker}/${f}`),
    packages: [],
    instead: 'what an answer is worth arrives as a `Grade` (`src/checker/model/report.ts`)',
  },
  [`${checker}/grade/misconceptions`]: {
    may: [`${checker}/model`, `${checker}/facts`, `${checker}/grade/attempt.ts`],
    packages: [],
    apart: true,
    instead: 'the belief that was found arrives as `Grade.misconception`',
  },
  [`${checker}/explain`]: {
    may: [`${checker}/model`, `${checker}/*/messages.ts`, `${checker}/*/*/messages.ts`],
    packages: [],
    instead: 'sentences are made last: hand on the code and its facts (`src/checker/model/explanation.ts`)',
  },
  [checker]: { may: [`${checker}/*`], packages: [], instead: theDoor },

  'src/labs': {
    may: [door],
    instead: 'a lab is read when the site is built and arrives as a `LabDefinition` (`src/checker/model/lab.ts`)',
  },
  'src/cli': {
    may: [
      door,
      `${checker}/policy/apparmor/index.ts`,
      `${checker}/policy/seccomp/index.ts`,
      'src/labs',
      'src/components/verdict/section.ts',
    ],
    instead: 'the command prints and judges nothing: import what it prints from the door of the checker',
  },
  'src/oci': {
    may: [door, `${checker}/model`, `${checker}/facts`],
    packages: [],
    instead: 'only the recorder translates',
  },
  'src/recorder': { may: [door, 'src/oci', 'src/labs'], instead: 'the recorder stands alone; read its recordings' },
  'src/editor': {
    may: [door, `${checker}/schema/security-fields.ts`, `${checker}/schema/capability-help.ts`],
    packages: ['monaco-editor'],
    instead: 'load it with `import()` from `src/components/workspace`, so that Monaco arrives when it is wanted',
  },
  'src/editor/vite-monaco-css.mjs': { may: [], instead: 'a plug-in of the build belongs to `astro.config.mjs`' },
  'src/progress': { may: [door], packages: [], instead: 'progress is kept by the page, through `src/progress`' },
  'src/components/verdict': {
    may: [door],
    packages: ['preact'],
    instead: 'draw a verdict with `src/components/verdict`',
  },
  'src/components/workspace': {
    may: [door, 'src/labs', 'src/progress', 'src/components/verdict', 'src/components'],
    onDemand: ['src/editor'],
    packages: ['preact', 'diff', 'astro:content', 'astro:assets'],
    instead: 'embed the workspace with `src/components/workspace/Exercise.astro`',
  },
  'src/components': {
    may: [door, 'src/labs', 'src/progress', 'src/components/*'],
    instead: 'components belong to layouts and pages',
  },
  'src/layouts': { may: [door, 'src/components', 'src/progress', 'src/styles'], instead: 'layouts belong to pages' },
  'src/pages': {
    may: [door, 'src/components', 'src/layouts', 'src/labs', 'src/progress', 'src/styles'],
    instead: 'nothing imports a page',
  },
};

/** The packages that come in through one folder only. */
export const packageDoors: Readonly<Record<string, string>> = {
  yaml: `${checker}/parse`,
  'jsonc-parser': `${checker}/parse`,
  'fastest-levenshtein': `${checker}/schema`,
  'monaco-editor': 'src/editor',
  diff: 'src/components/workspace',
};
