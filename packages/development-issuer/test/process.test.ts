/** The program: what it refuses to start with, and that it can die and come back. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isSignInError } from '@sammen/client/sign-in';
import { readIssuerConfig } from '../src/config';
import { environmentOf, PAGES, runIssuer, startIssuerProcess } from './support/issuerProcess';
import { openPage, openWalker } from './support/walk';

const CALLBACK = `${PAGES}/sign-in`;
const keys = mkdtempSync(join(tmpdir(), 'sammen-issuer-'));
afterAll(() => rmSync(keys, { recursive: true, force: true }));
const COMPLETE = environmentOf(0, keys);

describe('I-4: the development issuer', () => {
  it('does not start in production, says so in one line, and makes no key', async () => {
    const { code, said } = await runIssuer({ ...COMPLETE, NODE_ENV: 'production' });
    expect(code).toBe(1);
    const lines = said
      .join('')
      .split('\n')
      .filter((line) => line.startsWith('sammen '));
    expect(lines).toEqual([expect.stringMatching(/^sammen issuer: DEVELOPMENT_ISSUER_REFUSED /)]);
    expect(readdirSync(keys)).toEqual([]);
  });

  it.each(Object.keys(COMPLETE))('does not start without %s, and names it', (key) => {
    const { [key]: _left, ...rest } = COMPLETE;
    expect(() => readIssuerConfig(rest)).toThrow(
      expect.objectContaining({ code: 'CONFIG_MISSING', message: `${key} is missing.` }),
    );
  });

  it.each([
    ['PORT', 'secret'],
    ['ISSUER_URL', 'http://127.0.0.1:4006/secret'],
    ['ISSUER_URL', 'file:///secret'],
    ['PAGE_ORIGINS', 'http://127.0.0.1:4000,secret'],
    ['PAGE_ORIGINS', '*'],
    ['SIGN_IN_RESOURCE', 'secret'],
    ['POPULATION_SEED', 'secret'],
  ])('does not start with a malformed %s, and quotes nothing', (key, value) => {
    const read = () => readIssuerConfig({ ...COMPLETE, [key]: value });
    expect(read).toThrow(expect.objectContaining({ code: 'CONFIG_MISSING' }));
    expect(read).not.toThrow(/secret/);
  });

  it('says which address is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const { code, said } = await runIssuer(environmentOf(port, keys));
    expect([code, said.join('')]).toEqual([1, expect.stringContaining(`sammen issuer: PORT_TAKEN The development`)]);
    expect(said.join('')).toContain(`127.0.0.1:${port}`);
    server.close();
    expect(existsSync(join(keys, 'dev-issuer.jwk.json'))).toBe(true);
  });
});

it('when it dies and comes back, tokens count on, sessions do not, and signing in works again', async () => {
  const issuer = await startIssuerProcess();
  try {
    let late = 0;
    const walker = openWalker(PAGES);
    const page = openPage(walker, issuer.settings, CALLBACK, { clock: () => Date.now() + late });
    await page.signInAs('key-manager');
    const token = await page.signIn.accessToken();
    await issuer.restart();
    await expect(issuer.verifier.verify(`Bearer ${token}`)).resolves.toMatchObject({ actor: { role: 'KEY_MANAGER' } });
    late = 4.5 * 60_000;
    const ended = await page.signIn
      .accessToken()
      .catch((error: unknown) => (isSignInError(error) ? error.code : error));
    expect(ended).toBe('SESSION_ENDED');
    late = 0;
    // The cookies of before are in the browser still.
    await page.signInAs('key-manager');
    await expect(issuer.verifier.verify(`Bearer ${await page.signIn.accessToken()}`)).resolves.toBeDefined();
  } finally {
    await issuer.stop();
  }
});
