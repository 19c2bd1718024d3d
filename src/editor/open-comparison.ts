import type { ComparisonOptions, OpenComparison } from './contract.ts';
import { editor as monaco } from './monaco.ts';
import { habits, looks, paintEditors } from './open-editor.ts';

/** Puts two texts side by side into `host`, their differences marked by line. Neither can be changed there. */
export function openComparison(host: HTMLElement, options: ComparisonOptions): OpenComparison {
  const stopPainting = paintEditors();
  const left = monaco.createModel(options.left, 'yaml');
  const right = monaco.createModel(options.right, 'yaml');
  const comparison = monaco.createDiffEditor(host, {
    ...looks(),
    ...habits,
    theme: 'page',
    readOnly: true,
    originalEditable: false,
    renderSideBySide: true,
    renderOverviewRuler: false,
    renderMarginRevertIcon: false,
    renderGutterMenu: false,
    glyphMargin: false,
    originalAriaLabel: options.labels.left,
    modifiedAriaLabel: options.labels.right,
  });
  comparison.setModel({ original: left, modified: right });
  return {
    setTexts(texts) {
      if (texts.left !== left.getValue()) left.setValue(texts.left);
      if (texts.right !== right.getValue()) right.setValue(texts.right);
    },
    dispose() {
      stopPainting();
      comparison.dispose();
      left.dispose();
      right.dispose();
    },
  };
}
