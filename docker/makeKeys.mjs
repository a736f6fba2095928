/**
 * The private keys of a deployment, one file each, and the public keys of the services: `node docker/makeKeys.mjs keys`.
 * Makes what is missing and leaves what is there; prints names, never a key.
 */
import { mkdirSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addPublicKeys, generateKeyFile, writePublicJwks } from '@sammen/identity';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('Name the folder for the keys: node docker/makeKeys.mjs keys\n');
  process.exit(2);
}
const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
// `import` runs nowhere: whoever holds its key may hand a sector's messages to its inbox (npx sammen import).
const services = [...readdirSync(join(root, 'subgraphs')), 'gateway', 'import'].toSorted();

mkdirSync(folder, { recursive: true, mode: 0o700 });
const path = (name) => join(folder, name);
generateKeyFile(path('grant.jwk.json'));
generateKeyFile(path('checkpoint.jwk.json'));
// Old public keys stay: checkpoints are verified for as long as the access log is kept.
addPublicKeys(path('checkpoints.jwks.json'), [path('checkpoint.jwk.json')]);
for (const service of services) generateKeyFile(path(`service-${service}.jwk.json`), service);
writePublicJwks(
  path('services.jwks.json'),
  services.map((service) => path(`service-${service}.jwk.json`)),
);
process.stdout.write(`${readdirSync(folder).toSorted().join('\n')}\n`);
