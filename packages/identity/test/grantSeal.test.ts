import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createGrantSigner,
  createGrantVerifier,
  generateKeyFile,
  publicJwks,
  writePublicJwks,
  type GrantStatement,
} from '../src/index.js';
import { signCompactJws } from '../src/compactJws.js';
import { sealed } from '../src/grantSeal.js';
import { readKeyRing } from '../src/keyFile.js';
import { readServiceKeys } from '../src/serviceKeys.js';
import { createSharedKeys, type Direction, type KeyUse } from '../src/sharedKey.js';
import { temporaryFolder } from './support/folder.js';

const folder = temporaryFolder();
const file = (name: string) => join(folder, `${name}.jwk.json`);
const jwksFile = join(folder, 'services.jwks.json');
const SERVICES = ['citizen', 'psychiatry', 'ngo'] as const;
const [citizen, psychiatry, ngo] = SERVICES.map((service) => generateKeyFile(file(service), service)) as [
  string,
  string,
  string,
];
generateKeyFile(file('grant'));
writePublicJwks(jwksFile, SERVICES.map(file));

let now = Date.now();
const clock = () => now;
const keysOf = (service: string) => ({ keyFile: file(service), jwksFile, service, clock });
const statement: GrantStatement = {
  sub: 'staff-1',
  org: 'region-1',
  role: 'PSYCHIATRIST',
  purpose: 'TREATMENT',
  rid: 'request-1',
  asOf: now,
  seq: 17,
  c: { '0f0e0d0c-0b0a-8908-8706-050403020100': ['3f', '07'] },
  w: {},
};
const signer = createGrantSigner({ keyFile: file('grant'), seals: keysOf('citizen'), clock });
/** Knows no key that grants are signed with: what it believes, it believes by the seal. */
const bySeal = (service: string) => createGrantVerifier({ jwks: { keys: [] }, seals: keysOf(service), clock });
const bySignature = createGrantVerifier({ jwks: publicJwks([file('grant')]), clock });
const byEither = createGrantVerifier({ jwks: publicJwks([file('grant')]), seals: keysOf('psychiatry'), clock });
const INVALID = { code: 'GRANT_INVALID', status: 403 };

describe('a sealed grant', () => {
  it('I-1: is believed by every listed service by the seal for it, and by anybody by its signature', async () => {
    const grant = signer.sign(statement);
    for (const service of SERVICES) expect(await bySeal(service).verify(grant)).toMatchObject(statement);
    expect(await bySignature.verify(grant)).toMatchObject(statement);
  });

  it('I-1: ends like any other', async () => {
    const grant = signer.sign(statement);
    now += 30_000;
    await expect(bySeal('psychiatry').verify(grant)).rejects.toMatchObject({ code: 'GRANT_EXPIRED' });
    now -= 30_000;
  });

  it('without a seal for the service is believed by its signature alone', async () => {
    const [jws = '', from = '', ...seals] = signer.sign(statement).split('~');
    const others = [jws, from, ...seals.filter((seal) => !seal.startsWith(psychiatry))].join('~');
    expect(await byEither.verify(jws)).toMatchObject(statement);
    expect(await byEither.verify(others)).toMatchObject(statement);
    await expect(bySeal('psychiatry').verify(others)).rejects.toMatchObject(INVALID);
  });

  it('I-1: is refused with a seal that is not on it, however well it is signed', async () => {
    const [jws = '', ...seals] = signer.sign(statement).split('~');
    const other = signer.sign({ ...statement, rid: 'request-2' }).split('~')[0]!;
    expect(await bySignature.verify(other)).toMatchObject({ rid: 'request-2' });
    await expect(byEither.verify([other, ...seals].join('~'))).rejects.toMatchObject(INVALID);
    const flipped = seals.map((seal) => seal.replace(/:./, (first) => (first === ':Q' ? ':g' : ':Q')));
    await expect(byEither.verify([jws, ...flipped].join('~'))).rejects.toMatchObject(INVALID);
  });

  it('made up by whoever has the keys of the decision point is believed: so what follows is refused for its own reason', async () => {
    expect(await bySeal('psychiatry').verify(sealedBy('citizen', citizen))).toMatchObject(statement);
  });

  it.each<[string, () => string]>([
    ['by another service in its own name', () => sealedBy('ngo', ngo)],
    ['by another service in the name of the decision point', () => sealedBy('ngo', citizen)],
    ['by whoever is to believe it, in its own name', () => sealedBy('psychiatry', psychiatry)],
    ['with the key for calls', () => sealedBy('citizen', citizen, 'sammen-call+jwt')],
    [
      'with the key of the other direction',
      () => forged([{ direction: { from: citizen, to: psychiatry }, key: back() }]),
    ],
    ['for another service', () => forged([toNgo()])],
    ['with the seal for another service, as if it were ours', () => forged([toNgo()]).replace(ngo, psychiatry)],
    ['with nothing', () => forged([])],
  ])('I-1: is refused when it is made up and sealed %s', async (_how, make) => {
    await expect(bySeal('psychiatry').verify(make())).rejects.toMatchObject(INVALID);
    await expect(byEither.verify(make())).rejects.toMatchObject(INVALID);
  });

  it('I-1: a service can seal a grant for itself, which opens its own, and nobody else believes it', async () => {
    const own = sealedBy('psychiatry', citizen);
    expect(await bySeal('psychiatry').verify(own)).toMatchObject(statement);
    for (const other of ['citizen', 'ngo']) await expect(bySeal(other).verify(own)).rejects.toMatchObject(INVALID);
    await expect(bySignature.verify(own)).rejects.toMatchObject(INVALID);
  });

  it('has seals for as many services as there is room for, and the rest verify the signature', async () => {
    const key = toNgo().key;
    const many = Array.from({ length: 500 }, (_, at) => ({ direction: { from: citizen, to: `ngo#${at}` }, key }));
    const [jws = ''] = signer.sign(statement).split('~');
    const grant = sealed(jws, many);
    expect(grant.length - jws.length).toBeLessThanOrEqual(16 * 1024);
    expect(grant.split('~').length).toBeGreaterThan(100);
    expect(await byEither.verify(grant)).toMatchObject(statement);
    expect(sealed(jws, [keyBetween('ngo', { from: ngo, to: psychiatry })])).toBe(jws);
  });

  it('I-1: is refused in any other form than the decision point writes', async () => {
    const grant = signer.sign(statement);
    const [jws = '', from = '', ...seals] = grant.split('~');
    const misshapen = [
      `${grant}~`,
      `${grant}~${psychiatry}`,
      `${grant}~${psychiatry}:`,
      `${grant}=`,
      `${jws}~`,
      `${jws}~${from}`,
      `${jws}~${seals.join('~')}`,
      `~${from}~${seals.join('~')}`,
      [jws, from, ...Array.from({ length: 500 }, () => seals[0]!)].join('~'),
    ];
    for (const text of misshapen) await expect(byEither.verify(text)).rejects.toMatchObject(INVALID);
  });

  it('I-1: is refused when a seal stands on what is no grant', async () => {
    const [{ key, keyId }] = readKeyRing(file('grant'));
    const keys = [keyBetween('citizen', { from: citizen, to: psychiatry })];
    const of = (type: string) => sealed(signCompactJws(type, keyId, key, claims()), keys);
    expect(await bySeal('psychiatry').verify(of('sammen-grant+jwt'))).toMatchObject(statement);
    await expect(bySeal('psychiatry').verify(of('sammen-call+jwt'))).rejects.toMatchObject(INVALID);
  });
});

describe('while keys of services are replaced', () => {
  it('a seal by a key that is not listed yet counts for nothing, and the signature stands', async () => {
    const next = file('citizen-next');
    generateKeyFile(next, 'citizen');
    const early = createGrantSigner({ keyFile: file('grant'), seals: { ...keysOf('citizen'), keyFile: next }, clock });
    const grant = early.sign(statement);
    await expect(bySeal('psychiatry').verify(grant)).rejects.toMatchObject(INVALID);
    expect(await byEither.verify(grant)).toMatchObject(statement);
  });

  it('I-1: a seal by a key that was retired counts for nothing after ten seconds', async () => {
    const [ours, next] = [join(folder, 'retiring.jwks.json'), file('citizen-later')];
    generateKeyFile(next, 'citizen');
    writePublicJwks(ours, SERVICES.map(file));
    const seals = { ...keysOf('psychiatry'), jwksFile: ours };
    const sealOnly = createGrantVerifier({ jwks: { keys: [] }, seals, clock });
    await sealOnly.verify(signer.sign(statement));
    writePublicJwks(ours, [next, file('psychiatry')]);
    now += 10_000;
    await expect(sealOnly.verify(signer.sign(statement))).rejects.toMatchObject(INVALID);
    const later = createGrantSigner({ keyFile: file('grant'), seals: { ...keysOf('citizen'), keyFile: next }, clock });
    expect(await sealOnly.verify(later.sign(statement))).toMatchObject(statement);
  });

  it('one listed key that no key can be made of costs nobody else their seal', async () => {
    const refused: unknown[] = [];
    const ours = join(folder, 'weak.jwks.json');
    const { keys } = publicJwks(SERVICES.map(file));
    const weak = { kty: 'OKP', crv: 'X25519', x: Buffer.alloc(32).toString('base64url'), kid: 'mallory', use: 'enc' };
    writeFileSync(ours, JSON.stringify({ keys: [weak, ...keys] }));
    const onRefused = (error: unknown) => refused.push(error);
    const seals = { ...keysOf('citizen'), jwksFile: ours, onRefused };
    const grant = createGrantSigner({ keyFile: file('grant'), seals, clock }).sign(statement);
    expect(await bySeal('psychiatry').verify(grant)).toMatchObject(statement);
    expect(grant).not.toContain('mallory');
    expect(refused).toEqual([expect.objectContaining({ code: 'KEY_FILE_INVALID' })]);
  });

  it('I-4: a list that cannot be read any more leaves the signature, and without one nothing', async () => {
    const ours = join(folder, 'passing.jwks.json');
    writePublicJwks(ours, SERVICES.map(file));
    const seals = { ...keysOf('psychiatry'), jwksFile: ours };
    const verifiers = [{ keys: [] }, publicJwks([file('grant')])].map((jwks) =>
      createGrantVerifier({ jwks, seals, clock }),
    );
    const [sealOnly, either] = verifiers as [(typeof verifiers)[0], (typeof verifiers)[0]];
    await sealOnly.verify(signer.sign(statement));
    writeFileSync(ours, 'nonsense');
    now += 60_000;
    const grant = signer.sign(statement);
    await expect(sealOnly.verify(grant)).rejects.toMatchObject(INVALID);
    expect(await either.verify(grant)).toMatchObject(statement);
  });
});

/** With the private key of `service` and the public one of the other side, whatever names it gives. */
function keyBetween(service: string, direction: Direction, use: KeyUse = 'sammen-grant-seal') {
  const isRecipient = service !== 'citizen' && direction.to.startsWith(`${service}#`);
  const publicKey = readServiceKeys(jwksFile).get(isRecipient ? direction.from : direction.to)!;
  return { direction, key: createSharedKeys(use)(readKeyRing(file(service))[0].key, publicKey, direction) };
}

const toNgo = () => keyBetween('citizen', { from: citizen, to: ngo });
const back = (): KeyObject => keyBetween('psychiatry', { from: psychiatry, to: citizen }).key;

/** Everything right but the signature, which is by a key that nobody lists. */
function forged(keys: Parameters<typeof sealed>[1]): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return sealed(signCompactJws('sammen-grant+jwt', 'forged', privateKey, claims()), keys);
}

function claims(): object {
  const iat = Math.floor(now / 1000);
  return { ...statement, iss: 'sammen:decision-point', aud: 'sammen:subgraphs', iat, exp: iat + 30 };
}

function sealedBy(service: string, from: string, use?: KeyUse): string {
  return forged([keyBetween(service, { from, to: psychiatry }, use)]);
}
