import { helpAt, suggestionsAt, type Suggestion } from './help.ts';
import { languages, Range, type editor } from './monaco.ts';

const kinds = {
  field: languages.CompletionItemKind.Field,
  value: languages.CompletionItemKind.Value,
  capability: languages.CompletionItemKind.Constant,
} as const;

/** Lets Monaco ask for help about security-context fields and capabilities: on hover and while typing. */
export function registerHelp(): void {
  languages.registerHoverProvider('yaml', {
    provideHover(model, position) {
      const help = helpAt(model.getValue(), model.getOffsetAt(position));
      if (help === null) return null;
      return { range: rangeOf(model, help.word), contents: help.paragraphs.map((value) => ({ value })) };
    },
  });
  languages.registerCompletionItemProvider('yaml', {
    triggerCharacters: [' ', '[', ','],
    provideCompletionItems(model, position) {
      const suggestions = suggestionsAt(model.getValue(), model.getOffsetAt(position));
      return { suggestions: suggestions.map((suggestion, index) => itemOf(model, suggestion, index)) };
    },
  });
}

function itemOf(model: editor.ITextModel, suggestion: Suggestion, index: number): languages.CompletionItem {
  const { name, is, detail, help, insert, word } = suggestion;
  const item = {
    label: name,
    kind: kinds[is],
    detail,
    documentation: { value: help },
    insertText: insert,
    range: rangeOf(model, word),
    sortText: String(index).padStart(3, '0'),
  };
  // Behind `field: ` the values are the next question.
  if (!insert.endsWith(': ')) return item;
  return { ...item, command: { id: 'editor.action.triggerSuggest', title: 'Show the values' } };
}

function rangeOf(model: editor.ITextModel, { start, end }: Suggestion['word']): Range {
  return Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
}
