import { defineCollection, reference } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { labLoader } from './labs/loader.ts';

/** A place where a rule is written down: the work, the place in it, where to open it. */
const source = z.strictObject({ work: z.string().min(1), at: z.string().min(1), url: z.url() });

const lessons = defineCollection({
  loader: glob({
    base: './content/lessons',
    pattern: '*/index.mdx',
    generateId: ({ entry }) => entry.split('/')[0] ?? entry,
  }),
  schema: z.strictObject({
    title: z.string().min(1),
    /** One sentence: what the lesson is about. */
    lead: z.string().min(1),
    /** One sentence: what to remember. */
    summary: z.string().min(1),
    minutes: z.int().min(1).max(12),
    labs: z.array(reference('labs')),
    sources: z.array(source).min(1),
    /** The day on which the lesson was last checked against its sources. */
    checked: z.date().transform((day) => day.toISOString().slice(0, 10)),
  }),
});

/** The order of everything: parts, and the lessons and labs of each. */
const course = defineCollection({
  loader: file('content/course.yaml'),
  schema: z.strictObject({
    id: z.string(),
    title: z.string().min(1),
    about: z.string().min(1),
    lessons: z.array(reference('lessons')),
    labs: z.array(reference('labs')),
  }),
});

const labs = defineCollection({ loader: labLoader() });

/** What each primitive models and leaves out: the README of its own folder, published as it stands. */
const primitives = defineCollection({
  loader: glob({
    base: './src/checker/primitives',
    pattern: '*/README.md',
    generateId: ({ entry }) => entry.split('/')[0] ?? entry,
  }),
});

export const collections = { lessons, course, labs, primitives };
