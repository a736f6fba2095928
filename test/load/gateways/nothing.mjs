/** The same Apollo Server with nothing behind it: it parses, validates, and answers at once. No gateway in it can cost less. */
import { readFileSync } from 'node:fs';
import { loadSupergraph } from '../../../gateway/dist/supergraph/planner.js';
import { logger, serveApollo } from './apollo.mjs';

process.env.NODE_ENV = 'production';
const { apiSchema } = await loadSupergraph(readFileSync(process.env.SUPERGRAPH_FILE, 'utf8'), logger);
const data = { citizen: { name: 'Prøve Prøvesen' } };
await serveApollo({
  onSchemaLoadOrUpdate(listener) {
    listener({ apiSchema, coreSupergraphSdl: '' });
    return () => undefined;
  },
  load: async () => ({ executor: async () => ({ data }) }),
  stop: async () => undefined,
});
