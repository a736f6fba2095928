/**
 * Replaces a key of a deployment without losing a request, one step at a time (docs/operations.md, "Keys"):
 * `node docker/rotateKey.mjs keys grant publish`, then `use`, then `retire`, a minute apart. Instead of `grant` the name of
 * a service. Prints the ids of the keys that count then, the one that signs first, and never a key.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROTATION_STEPS, rotateKeys, writePublicJwks } from '@sammen/identity';

const [folder, name, step] = process.argv.slice(2);
const path = (file) => join(folder, file);
const file = name === 'grant' ? 'grant.jwk.json' : `service-${name}.jwk.json`;
if (!ROTATION_STEPS.includes(step) || !existsSync(path(file))) {
  process.stderr.write('Name a folder of keys, "grant" or a service, and publish, use or retire.\n');
  process.exit(2);
}
const ids = rotateKeys(path(file), step);
if (name !== 'grant') {
  const services = readdirSync(folder).filter((each) => /^service-.+\.jwk\.json$/.test(each));
  writePublicJwks(path('services.jwks.json'), services.toSorted().map(path));
}
process.stdout.write(`${ids.join('\n')}\n`);
