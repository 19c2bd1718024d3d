import { markLessonRead } from '../../progress/marks.ts';
import { openShelf } from '../../progress/shelf.ts';
import { showMarks } from '../../progress/show-marks.ts';
import { keepMarks } from './keep-marks.ts';

/** Notes a lesson as read once its last line has been in sight, beside what every page with marks does. */
export function keepReading(): void {
  keepMarks();
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
