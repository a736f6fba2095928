#!/usr/bin/env node
/** `sammen-client manifest`: writes the list of documents of a front end from its sources, for the gateway that serves it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildASTSchema, parse, validate } from 'graphql';
import { clientError, SammenClientError } from '../dist/index.js';
import { createManifest } from '../dist/manifest/index.js';
import { readSources } from './readSources.mjs';

const USAGE = `sammen-client manifest <file or folder>... [--out documents.json] [--schema schema.graphql]

Finds every document in the sources, checks it against the schema, and writes {"<sha256>": "<document>"}, which a gateway
reads from PERSISTED_DOCUMENTS_FILE. Without --out it is printed. Needs @babel/parser beside it.
`;

/** Documents that the graph would refuse are found here, not by the people who use the front end. */
function check(manifest, schemaFile) {
  const schema = buildASTSchema(parse(readFileSync(schemaFile, 'utf8')));
  const errors = Object.values(manifest).flatMap((text) => validate(schema, parse(text)));
  if (errors.length === 0) return;
  const message = `There is no list of documents: ${errors.map((error) => error.message).join(' ')}`;
  throw clientError('MANIFEST_REFUSED', { message });
}

async function run(argv) {
  const options = { out: { type: 'string' }, schema: { type: 'string' }, help: { type: 'boolean' } };
  const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true });
  const [command, ...paths] = positionals;
  if (values.help) return void process.stdout.write(USAGE);
  if (command !== 'manifest' || paths.length === 0) {
    process.stderr.write(USAGE);
    process.exitCode = 2;
    return undefined;
  }
  const manifest = await createManifest(readSources(paths));
  const count = Object.keys(manifest).length;
  if (count === 0) throw clientError('MANIFEST_REFUSED', { message: 'There is no document in these sources.' });
  check(manifest, values.schema ?? new URL('../schema.graphql', import.meta.url));
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  if (values.out === undefined) return void process.stdout.write(text);
  writeFileSync(values.out, text);
  return void process.stderr.write(`${count} documents in ${values.out}\n`);
}

run(process.argv.slice(2)).catch((error) => {
  const { code, message, next } =
    error instanceof SammenClientError ? error : { code: 'USAGE', ...error, message: error.message };
  process.stderr.write(`sammen-client: ${code} ${message} ${next ?? ''}\n`);
  process.exitCode = error.code?.startsWith('ERR_PARSE_ARGS') ? 2 : 1;
});
