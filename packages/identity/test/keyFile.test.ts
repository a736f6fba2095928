import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createDetachedSigner, createGrantSigner, generateKeyFile, publicJwks, writePublicJwks } from '../src/index.js';
import { temporaryFolder } from './support/folder.js';

const folder = temporaryFolder();
const KEY_FILE = pathToFileURL(join(__dirname, '../dist/keyFile.js')).href;
const INVALID = expect.objectContaining({ code: 'KEY_FILE_INVALID' });

describe('a key file', () => {
  it('is readable by its owner only, and stays the same when it is made again', () => {
    const path = join(folder, 'keys', 'grant.jwk.json');
    const keyId = generateKeyFile(path);
    const content = readFileSync(path, 'utf8');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(generateKeyFile(path)).toBe(keyId);
    expect(readFileSync(path, 'utf8')).toBe(content);
    expect(readdirSync(join(folder, 'keys'))).toEqual(['grant.jwk.json']);
  });

  it('is named by its thumbprint, a service’s by the service too, so that a new key never goes by an old name', () => {
    expect(generateKeyFile(join(folder, 'a.json'))).not.toBe(generateKeyFile(join(folder, 'b.json')));
    expect(generateKeyFile(join(folder, 'c.json'), 'psychiatry')).toMatch(/^psychiatry#[\w-]{43}$/);
    expect(() => generateKeyFile(join(folder, 'c.json'), 'municipality')).toThrow(INVALID);
  });

  it('is made however often garbage is collected in the middle of making one', () => {
    const keys = `import { newPrivateJwk } from ${JSON.stringify(KEY_FILE)};
      for (let made = 0; made < 6_000; made += 1) newPrivateJwk(made % 2 ? 'ngo' : undefined);`;
    // In a process of its own: one that waits for itself cannot be told to stop by its own timer.
    const flags = ['--max-semi-space-size=1', '--input-type=module', '--eval', keys];
    expect(spawnSync(process.execPath, flags, { timeout: 20_000 })).toMatchObject({ status: 0, signal: null });
  }, 30_000);

  it('is for one use: what signs agrees on no key, and the other way round', () => {
    const [signing, calls] = [join(folder, 'signing.json'), join(folder, 'calls.json')];
    generateKeyFile(signing);
    generateKeyFile(calls, 'ngo');
    expect(publicJwks([signing, calls]).keys).toMatchObject([
      { crv: 'Ed25519', use: 'sig', alg: 'EdDSA' },
      { crv: 'X25519', use: 'enc' },
    ]);
    expect(() => createGrantSigner({ keyFile: calls })).toThrow(INVALID);
    expect(() => createDetachedSigner({ keyFile: calls })).toThrow(INVALID);
    expect(() => generateKeyFile(signing, 'ngo')).toThrow('The key file signing.json is not an X25519 private key.');
    expect(() => generateKeyFile(calls)).toThrow('The key file calls.json is not an Ed25519 private key.');
  });

  it('shows only its public half', () => {
    const paths = ['x', 'y'].map((name) => join(folder, `service-${name}.jwk.json`));
    paths.forEach((path, i) => generateKeyFile(path, ['x', 'y'][i]));
    const target = join(folder, 'services.jwks.json');
    writePublicJwks(target, paths);
    const written = JSON.parse(readFileSync(target, 'utf8')) as { keys: object[] };
    expect(written.keys.map((key) => Object.keys(key).sort())).toEqual(
      Array(2).fill(['crv', 'kid', 'kty', 'use', 'x']),
    );
    expect(() => publicJwks([paths[0]!, paths[0]!])).toThrow(INVALID);
  });

  it('that holds anything else is refused by its base name, without the folder it is in', () => {
    const broken = join(folder, 'broken.json');
    for (const content of [
      '',
      '{',
      'null',
      '{"kty":"RSA"}',
      '{"kty":"OKP","crv":"Ed25519","x":"AA","d":"AA","kid":"k"}',
    ]) {
      writeFileSync(broken, content);
      expect(() => generateKeyFile(broken)).toThrow(INVALID);
    }
    mkdirSync(join(folder, 'empty'));
    const missing = () => publicJwks([join(folder, 'empty', 'none.json')]);
    expect(missing).toThrow('The key file none.json cannot be read.');
  });
});
