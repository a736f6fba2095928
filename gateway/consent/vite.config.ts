/** How the page is built: everything from our own origin, nothing inlined, names that change with the content. */
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { recordSources } from '../pageSources.mjs';

const client = fileURLToPath(new URL('../../packages/client/src/', import.meta.url));
const GATEWAY = 'http://127.0.0.1:4000';

export default defineConfig({
  base: '/consent/',
  plugins: [react(), recordSources('consent')],
  resolve: {
    alias: [
      { find: '@sammen/client/sign-in', replacement: `${client}signIn/index.ts` },
      { find: '@sammen/client/graphql', replacement: `${client}graphql/index.ts` },
      { find: '@sammen/client', replacement: `${client}index.ts` },
    ],
    dedupe: ['gql.tada', 'graphql', 'graphql-request', 'oauth4webapi', 'react', 'react-dom'],
  },
  build: { target: 'es2023', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  // For `npm run dev` beside a running system; the issuer knows the gateway's address alone, so sign in there.
  server: { proxy: { '/graphql': GATEWAY, '/settings.json': GATEWAY } },
});
