import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { transform } from 'lightningcss';

const prefix = '\0monaco-css:';
const suffix = '.js';

/**
 * Turns Monaco's style sheets into modules that adopt a constructed sheet, so that they arrive with the editor's chunk.
 * Astro links the CSS of a chunk loaded on demand from every page of its route: a lesson would carry 180 KB for nothing.
 */
export function monacoCss() {
  return {
    name: 'bulkhead:monaco-css',
    enforce: 'pre',
    apply: 'build',
    resolveId(source, importer) {
      if (!source.endsWith('.css') || !importer?.includes('/monaco-editor/esm/')) return null;
      return prefix + resolve(dirname(importer), source) + suffix;
    },
    async load(id) {
      if (!id.startsWith(prefix)) return null;
      const filename = id.slice(prefix.length, -suffix.length);
      const { code } = transform({ filename, code: await readFile(filename), minify: true });
      return { code: moduleOf(code.toString(), dirname(filename)), moduleSideEffects: true };
    },
  };
}

/** Files that the sheet names (the icon font) become hashed assets like any other. */
function moduleOf(css, folder) {
  const imports = [];
  const parts = css.split(/url\("?(?!data:)([^)"]+)"?\)/).map((part, index) => {
    if (index % 2 === 0) return JSON.stringify(part);
    const name = `asset${imports.length}`;
    imports.push(`import ${name} from ${JSON.stringify(`${resolve(folder, part.split('?')[0])}?url`)};`);
    return `'url("' + ${name} + '")'`;
  });
  return `${imports.join('\n')}
const sheet = new CSSStyleSheet();
sheet.replaceSync(${parts.join(' + ')});
document.adoptedStyleSheets.push(sheet);
`;
}
