/** The pods of the lessons: plain files beside the text, named `<lesson>/<pod>`, so that an author writes YAML as YAML. */
const texts = import.meta.glob<string>('/content/lessons/*/pods/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

interface LessonPod {
  readonly name: string;
  readonly text: string;
  /** The first line worth showing: a pod's head says nothing here, so it starts at `spec:`. Line numbers stay true. */
  readonly first: number;
}

/** Answers a pod of the lessons. A name that is not there ends the build. */
export function podNamed(name: string): LessonPod {
  const [lesson = '', pod = ''] = name.split('/');
  const text = texts[`/content/lessons/${lesson}/pods/${pod}.yaml`];
  if (text === undefined) throw new Error(`There is no content/lessons/${lesson}/pods/${pod}.yaml.`);
  const spec = text.split('\n').findIndex((line) => line.startsWith('spec:'));
  return { name, text, first: spec === -1 ? 1 : spec + 1 };
}
