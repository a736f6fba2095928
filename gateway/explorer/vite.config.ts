/** How the explorer is built: everything from our own origin, nothing inlined, names that change with the content. */
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { recordSources } from '../pageSources.mjs';

const client = fileURLToPath(new URL('../../packages/client/src/', import.meta.url));

export default defineConfig({
  plugins: [react(), recordSources('explorer')],
  resolve: {
    alias: [
      { find: '@sammen/client/sign-in', replacement: `${client}signIn/index.ts` },
      { find: '@sammen/client', replacement: `${client}index.ts` },
    ],
    // One editor, one language, one React, whoever asks for them.
    dedupe: ['monaco-editor', 'graphql', 'react', 'react-dom'],
  },
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    // The policy allows no `data:` scripts or fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The editor is one large file on purpose: it is loaded once and kept.
    chunkSizeWarningLimit: 4096,
    rolldownOptions: {
      // What others wrote stays in files of its own, whose names change only with them.
      output: {
        codeSplitting: {
          groups: [
            { name: 'preload', test: /vite\/preload-helper/ },
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
          ],
        },
      },
      // Marks of React's compiler in packages that are compiled already.
      onLog: (level, log, write) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : write(level, log)),
    },
  },
  server: {
    proxy: Object.fromEntries(
      ['/graphql', '/settings.json', '/questions.json', '/capabilities.json', '/schema-labels.json'].map((path) => [
        path,
        'http://127.0.0.1:4000',
      ]),
    ),
  },
});
