import { showMarks } from '../../progress/show-marks.ts';

/** Shows the marks of a page, and again when the page comes back or another tab adds to them. */
export function keepMarks(): void {
  const show = (): void => showMarks(document);
  show();
  // A page that a browser brings back as it was left runs nothing else (HTML, "reactivate a document").
  addEventListener('pageshow', show);
  addEventListener('storage', show);
}
