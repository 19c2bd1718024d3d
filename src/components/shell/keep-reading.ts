import { markLessonRead } from '../../progress/marks.ts';
import { openShelf } from '../../progress/shelf.ts';
import { showMarks } from '../../progress/show-marks.ts';

/** Shows the marks of a page, and notes the lesson as read once its last line has been in sight. */
export function keepReading(): void {
  showMarks(document);
  const end = document.querySelector<HTMLElement>('[data-lesson-end]');
  if (end === null) return;
  const seen = new IntersectionObserver(([entry]) => {
    if (entry?.isIntersecting !== true) return;
    seen.disconnect();
    const id = end.dataset.lessonEnd ?? '';
    markLessonRead(
      openShelf(() => localStorage),
      { id, at: Date.now() },
    );
    showMarks(document);
  });
  seen.observe(end);
}
