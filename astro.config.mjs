import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import { defineConfig } from 'astro/config';
import { monacoCss } from './src/editor/vite-monaco-css.mjs';
import { agreementModule } from './src/tools/build/agreement.ts';
import { treeshake } from './src/tools/build/treeshake.ts';
import { codeSplitting } from './src/tools/build/code-splitting.ts';
import { yamlReadOnly } from './src/tools/build/yaml-read-only.ts';

export default defineConfig({
  base: process.env.SITE_BASE ?? '/',
  output: 'static',
  trailingSlash: 'always',
  // The policy allows no inline script, and style sheets come as files so that every page shares them.
  build: { format: 'directory', inlineStylesheets: 'never' },
  // The default drops spaces between inline elements that stand on lines of their own.
  compressHTML: true,
  // Preact renders on the server here. No `client:*` directive anywhere: each would add an inline script.
  integrations: [mdx(), preact()],
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  vite: {
    plugins: [agreementModule(), monacoCss(), yamlReadOnly()],
    worker: { format: 'es' },
    // Nothing becomes a data URL, and Monaco is one large chunk by nature.
    build: {
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 4000,
      rolldownOptions: { output: { codeSplitting }, treeshake },
    },
  },
});
