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
  });
  comparison.setModel({ original: left, modified: right });
  keepName(comparison.getOriginalEditor(), options.labels.left);
  keepName(comparison.getModifiedEditor(), options.labels.right);
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

/** Monaco 0.57 takes a name for each side, and empties it whenever it decides anew how the sides stand. */
function keepName(side: monaco.ICodeEditor, name: string): void {
  const give = (): void => {
    if (side.getOption(monaco.EditorOption.ariaLabel) !== name) side.updateOptions({ ariaLabel: name });
  };
  give();
  side.onDidChangeConfiguration(give);
}
