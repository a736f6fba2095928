/** Where the keys that access tokens are checked with come from, and what happens when they change. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDevelopmentIssuer, createTokenVerifier, DEVELOPMENT_ISSUER, rotateKeys } from '../src/index.js';
import { temporaryFolder } from './support/folder.js';
import { startJwksServer } from './support/jwksServer.js';
import { citizen, socialWorker } from './support/people.js';

const folder = temporaryFolder();
const names = { issuer: 'https://issuer.test', audience: 'sammen' };
const issuer = createDevelopmentIssuer({ directory: folder, production: false, ...names });
const UNAUTHENTICATED = { code: 'UNAUTHENTICATED', status: 401 };

describe('the keys of the issuer', () => {
  it('may stand in a file only outside production, and never at an address that is neither file nor http', () => {
    const make = (jwksUrl: string, production: boolean) => () => createTokenVerifier({ jwksUrl, production, ...names });
    const REFUSED = expect.objectContaining({ code: 'ISSUER_KEYS_REFUSED' });
    expect(make(issuer.jwksUrl, true)).toThrow(REFUSED);
    expect(make('data:application/json,{"keys":[]}', false)).toThrow(REFUSED);
    expect(make('not an address', false)).toThrow(REFUSED);
    expect(make('https://issuer.test/keys', true)).not.toThrow();
  });

  it('are read again from their file when a key is unknown', async () => {
    const directory = join(folder, 'rotating');
    const before = createDevelopmentIssuer({ directory, production: false, ...names });
    const rotating = createTokenVerifier({ jwksUrl: before.jwksUrl, production: false, ...names });
    await rotating.verify(`Bearer ${await before.issue(socialWorker)}`);
    rmSync(join(directory, 'dev-issuer.jwk.json'));
    const after = createDevelopmentIssuer({ directory, production: false, ...names });
    const token = `Bearer ${await after.issue(citizen)}`;
    const another = `Bearer ${await after.issue(socialWorker)}`;
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    // Both come while the file is being read, and both wait for it.
    const verified = await Promise.all([rotating.verify(token), rotating.verify(another)]);
    expect(verified.map(({ actor }) => actor)).toEqual([citizen, socialWorker]);
  });

  it('are read once more when their file is caught half written', async () => {
    const directory = join(folder, 'half-written');
    const { jwksUrl, issue } = createDevelopmentIssuer({ directory, production: false, ...names });
    const [file, whole] = [join(directory, 'jwks.json'), readFileSync(join(directory, 'jwks.json'), 'utf8')];
    const token = `Bearer ${await issue(citizen)}`;
    writeFileSync(file, whole.slice(0, 40));
    const read = createTokenVerifier({ jwksUrl, production: false, ...names }).verify(token);
    setTimeout(() => writeFileSync(file, whole), 5);
    expect((await read).actor).toEqual(citizen);
    writeFileSync(file, whole.slice(0, 40));
    const fresh = createTokenVerifier({ jwksUrl, production: false, ...names });
    await expect(fresh.verify(token)).rejects.toMatchObject({ code: 'ISSUER_UNAVAILABLE', status: 503 });
  });

  it('are fetched over HTTP; a key server that is down or talks nonsense is not the fault of the token', async () => {
    const server = await startJwksServer();
    try {
      const token = `Bearer ${await issuer.issue(socialWorker)}`;
      const make = () => createTokenVerifier({ jwksUrl: server.url, production: true, ...names });
      const UNAVAILABLE = { code: 'ISSUER_UNAVAILABLE', status: 503 };
      server.state.status = 500;
      await expect(make().verify(token)).rejects.toMatchObject(UNAVAILABLE);
      Object.assign(server.state, { status: 200, body: '<html>' });
      await expect(make().verify(token)).rejects.toMatchObject(UNAVAILABLE);
      server.state.body = '{}';
      await expect(make().verify(token)).rejects.toMatchObject(UNAVAILABLE);
      server.state.body = readFileSync(join(folder, 'jwks.json'), 'utf8');
      expect((await make().verify(token)).actor).toEqual(socialWorker);
      await server.stop();
      await expect(make().verify(token)).rejects.toMatchObject(UNAVAILABLE);
    } finally {
      await server.stop();
    }
  });

  it('I-4: that the issuer withdraws count for five minutes at most, whatever was fetched and remembered meanwhile', async () => {
    const server = await startJwksServer();
    let now = Date.now();
    const time = jest.spyOn(Date, 'now').mockImplementation(() => now);
    try {
      const old = createDevelopmentIssuer({ directory: join(folder, 'withdrawn'), production: false, ...names });
      const young = createDevelopmentIssuer({ directory: join(folder, 'successor'), production: false, ...names });
      const keys = (name: string) => readFileSync(join(folder, name, 'jwks.json'), 'utf8');
      const remote = createTokenVerifier({ jwksUrl: server.url, production: true, ...names });
      const bearer = async (by: typeof old, expiresInSeconds: number) =>
        `Bearer ${await by.issue(citizen, { expiresInSeconds })}`;
      server.state.body = keys('withdrawn');
      await remote.verify(await bearer(old, 5_000));
      server.state.body = keys('successor');
      const remembered = await bearer(old, 6_000);
      now += 119_000;
      await remote.verify(remembered);
      now += 181_000;
      for (const token of [remembered, await bearer(old, 7_000)])
        await expect(remote.verify(token)).rejects.toMatchObject(UNAUTHENTICATED);
      await remote.verify(await bearer(young, 8_000));
    } finally {
      time.mockRestore();
      await server.stop();
    }
  });

  it('are two while the issuer replaces one, and both count', async () => {
    const server = await startJwksServer();
    try {
      const directory = join(folder, 'rotating');
      const old = createDevelopmentIssuer({ directory, production: false, ...names });
      const file = join(directory, 'dev-issuer.jwk.json');
      const token = await old.issue(citizen);
      rotateKeys(file, 'publish');
      rotateKeys(file, 'use');
      const young = createDevelopmentIssuer({ directory, production: false, ...names });
      server.state.body = readFileSync(join(directory, 'jwks.json'), 'utf8');
      const remote = createTokenVerifier({ jwksUrl: server.url, production: true, ...names });
      for (const one of [token, await young.issue(citizen)])
        await expect(remote.verify(`Bearer ${one}`)).resolves.toMatchObject({ actor: citizen });
    } finally {
      await server.stop();
    }
  });

  it('I-4: of the development issuer are never those of production', () => {
    const unfit = [
      DEVELOPMENT_ISSUER,
      `https://issuer.test ${DEVELOPMENT_ISSUER}`,
      'http://127.0.0.1:4006',
      'https://issuer.test HTTP://issuer.test',
    ];
    for (const name of unfit) {
      const options = { jwksUrl: 'https://issuer.test/keys', production: true, ...names, issuer: name };
      const make = () => createTokenVerifier(options);
      expect(make).toThrow(expect.objectContaining({ code: 'DEVELOPMENT_ISSUER_REFUSED' }));
    }
  });
});
