import { labMark, lessonMark, type LabMark, type LessonMark } from './marks.ts';
import { openShelf } from './shelf.ts';

const words: Readonly<Record<LabMark | LessonMark, string>> = {
  untouched: '',
  begun: 'Begun',
  'with-hints': 'Solved with hints',
  alone: 'Solved',
  unread: '',
  read: 'Read',
};

/**
 * Writes the learner's progress into a page of links: every element with `data-lab-mark` or `data-lesson-mark` gets the
 * word and, for the drawing, `data-mark`. Without script these elements are empty and take no room.
 */
export function showMarks(root: ParentNode): void {
  const shelf = openShelf(() => localStorage);
  for (const element of root.querySelectorAll<HTMLElement>('[data-lab-mark]')) {
    show(element, labMark(shelf, element.dataset.labMark ?? ''));
  }
  for (const element of root.querySelectorAll<HTMLElement>('[data-lesson-mark]')) {
    show(element, lessonMark(shelf, element.dataset.lessonMark ?? ''));
  }
}

function show(element: HTMLElement, mark: LabMark | LessonMark): void {
  element.dataset.mark = mark;
  element.textContent = words[mark];
}
