/** The tokens that the editor is painted with; their values are in `src/styles/tokens.css`. */
export const paintedWith = [
  'sunk',
  'sheet',
  'raised',
  'ink-1',
  'ink-2',
  'ink-3',
  'line-1',
  'line-2',
  'line-3',
  'act',
  'act-on',
  'act-wash',
  'focus',
  'code-key',
  'code-value',
  'code-comment',
  'code-select',
  'code-select-on',
  'wanted-wash',
  'not-wanted',
  'not-wanted-wash',
] as const;

/** The value of each token now, as `#rrggbb`. */
export type Paint = Readonly<Record<(typeof paintedWith)[number], string>>;
export type Look = 'light' | 'dark' | 'high-contrast-light' | 'high-contrast-dark';

/** Where the system forces its own few colours on a page, they are all there is (CSS Color Adjustment 1, section 3). */
export const forcedColors: Readonly<Record<keyof Paint, string>> = {
  ...(Object.fromEntries(paintedWith.map((name) => [name, 'CanvasText'])) as Record<keyof Paint, string>),
  sunk: 'Canvas',
  sheet: 'Canvas',
  raised: 'Canvas',
  act: 'Highlight',
  'act-on': 'HighlightText',
  'act-wash': 'Canvas',
  focus: 'Highlight',
  'code-select': 'Highlight',
  'code-select-on': 'HighlightText',
  'code-value': 'LinkText',
  'wanted-wash': 'Canvas',
  'not-wanted-wash': 'Canvas',
};

const bases = {
  light: 'vs',
  dark: 'vs-dark',
  'high-contrast-light': 'hc-light',
  'high-contrast-dark': 'hc-black',
} as const;

/** Answers a Monaco theme in the colours of the page: two inks for code, so that the marks stand out. */
export function themeOf(paint: Paint, look: Look) {
  return {
    base: bases[look],
    inherit: true,
    rules: [
      { token: '', foreground: bare(paint['ink-1']) },
      { token: 'type', foreground: bare(paint['code-key']) },
      { token: 'comment', foreground: bare(paint['code-comment']) },
      ...['delimiter', 'operators'].map((token) => ({ token, foreground: bare(paint['ink-3']) })),
      ...['string', 'number', 'keyword', 'tag', 'namespace'].map((token) => ({
        token,
        foreground: bare(paint['code-value']),
      })),
    ],
    colors: { ...textColors(paint), ...popupColors(paint), ...comparisonColors(paint) },
  };
}

function textColors(paint: Paint): Record<string, string> {
  return {
    'editor.background': paint.sunk,
    'editor.foreground': paint['ink-1'],
    'editorLineNumber.foreground': paint['ink-3'],
    'editorLineNumber.activeForeground': paint['ink-1'],
    'editorCursor.foreground': paint.act,
    'editor.selectionBackground': paint['code-select'],
    // Monaco takes it in high contrast only.
    'editor.selectionForeground': paint['code-select-on'],
    'editor.inactiveSelectionBackground': paint['code-select'],
    'editor.selectionHighlightBackground': paint['act-wash'],
    'editor.wordHighlightBackground': paint['act-wash'],
    'editor.lineHighlightBackground': paint.sunk,
    'editor.lineHighlightBorder': paint['line-1'],
    'editorIndentGuide.background1': paint['line-1'],
    'editorIndentGuide.activeBackground1': paint['line-2'],
    // Monaco colours brackets by depth; colour says something else here.
    ...Object.fromEntries(
      [1, 2, 3, 4, 5, 6].map((depth) => [`editorBracketHighlight.foreground${depth}`, paint['ink-3']]),
    ),
    'editorBracketMatch.background': paint['act-wash'],
    'editorBracketMatch.border': paint.act,
    'editorGutter.background': paint.sunk,
    'editorError.foreground': paint['not-wanted'],
    'editorWarning.foreground': paint.act,
    'editorInfo.foreground': paint.act,
    'scrollbarSlider.background': paint['line-2'],
    'scrollbarSlider.hoverBackground': paint['line-3'],
    'scrollbarSlider.activeBackground': paint['line-3'],
    focusBorder: paint.focus,
  };
}

function popupColors(paint: Paint): Record<string, string> {
  return {
    'editorWidget.background': paint.raised,
    'editorWidget.foreground': paint['ink-1'],
    'editorWidget.border': paint['line-3'],
    'widget.shadow': paint['line-2'],
    'editorHoverWidget.background': paint.raised,
    'editorHoverWidget.foreground': paint['ink-1'],
    'editorHoverWidget.border': paint['line-3'],
    'editorSuggestWidget.background': paint.raised,
    'editorSuggestWidget.foreground': paint['ink-1'],
    'editorSuggestWidget.border': paint['line-3'],
    'editorSuggestWidget.selectedBackground': paint.act,
    'editorSuggestWidget.selectedForeground': paint['act-on'],
    'editorSuggestWidget.selectedIconForeground': paint['act-on'],
    'editorSuggestWidget.highlightForeground': paint.act,
    'editorSuggestWidget.focusHighlightForeground': paint['act-on'],
    'list.hoverBackground': paint['act-wash'],
    'input.background': paint.sheet,
    'input.foreground': paint['ink-1'],
    'input.border': paint['line-3'],
    'textLink.foreground': paint.act,
    'textLink.activeForeground': paint.act,
    'textCodeBlock.background': paint.sunk,
    'menu.background': paint.raised,
    'menu.foreground': paint['ink-1'],
    'menu.border': paint['line-3'],
    'menu.selectionBackground': paint.act,
    'menu.selectionForeground': paint['act-on'],
    'icon.foreground': paint['ink-2'],
  };
}

function comparisonColors(paint: Paint): Record<string, string> {
  return {
    'diffEditor.insertedLineBackground': paint['wanted-wash'],
    'diffEditor.insertedTextBackground': paint['wanted-wash'],
    'diffEditor.removedLineBackground': paint['not-wanted-wash'],
    'diffEditor.removedTextBackground': paint['not-wanted-wash'],
    'diffEditor.border': paint['line-2'],
    'diffEditor.diagonalFill': paint['line-1'],
  };
}

/** Monaco wants token colours without the `#`. */
function bare(color: string): string {
  return color.replace('#', '');
}

/** Answers a computed colour, `rgb(14, 33, 41)` or `rgb(14 33 41 / 0.5)`, as `#rrggbb`; Monaco takes no other form. */
export function hexOf(computed: string): string {
  const [red = '0', green = '0', blue = '0'] = computed.match(/[\d.]+/g) ?? [];
  return `#${[red, green, blue].map((part) => Math.round(Number(part)).toString(16).padStart(2, '0')).join('')}`;
}
