/** Every key of a running system is replaced while requests flow: none is lost, and what a retired key signs counts no more. */
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import {
  createDevelopmentIssuer,
  createGrantSigner,
  createServiceSigner,
  type DevelopmentIssuer,
  generateKeyFile,
  rotateKeys,
  type RotationStep,
  SERVICE_CALL_HEADER,
} from '@sammen/identity';
import { DEFAULT_SEED, personOf } from '@sammen/population';
import { codesOf, inPerson } from '../support/attacker.js';
import { type OwnSystem, startOwnSystem } from '../support/ownSystem.js';
import { root } from '../support/testFolders.js';

const person = personOf(DEFAULT_SEED, 1);
const { actor } = inPerson(person);
const them = [{ __typename: 'Citizen', id: person.id }];
const DIRECT = `query D($them: [_Any!]!) { _entities(representations: $them) { ... on Citizen { diagnoses { code } } } }`;
/** How long a process may take to look at its key file again. */
const TAKEN_UP = 1_100;

let own: OwnSystem;
let keys: string;
beforeAll(async () => {
  own = await startOwnSystem(['gateway', 'citizen', 'psychiatry'], 5);
  keys = own.running.keys;
}, 120_000);
afterAll(() => own?.stop());

const path = (file: string): string => join(keys, file);
const issuer = (directory = keys): DevelopmentIssuer =>
  createDevelopmentIssuer({ directory, issuer: 'sammen-development', audience: 'sammen', production: false });

/** As an operator does it. */
const rotate = (name: string, step: RotationStep): string[] =>
  execFileSync(process.execPath, [join(root, 'docker/rotateKey.mjs'), keys, name, step], { encoding: 'utf8' })
    .trim()
    .split('\n');

/** Asks over and over until `work` is done; every answer has to be whole. */
async function whileAsking(work: () => Promise<void>): Promise<{ answers: number; lost: unknown[] }> {
  const query = `query Q($id: ID!) { citizen(id: $id) { name diagnoses { code } } }`;
  const lost: unknown[] = [];
  let answers = 0;
  let over = false;
  const client = async (): Promise<void> => {
    while (!over) {
      const authorization = `Bearer ${await issuer().issue(actor)}`;
      const response = await fetch(`${own.running.urls['gateway']}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization },
        body: JSON.stringify({ query, variables: { id: person.id } }),
      });
      const body = (await response.json()) as any;
      answers += 1;
      const whole = response.status === 200 && !body.errors && body.data.citizen.name && body.data.citizen.diagnoses;
      if (!whole) lost.push(body);
    }
  };
  const clients = [client(), client(), client()];
  await work().finally(() => (over = true));
  await Promise.all(clients);
  return { answers, lost };
}

/** Asks psychiatry directly, as the gateway would with this signer, this token and these grants. */
async function askPsychiatry({ signedBy = path('service-gateway.jwk.json'), by = issuer(), grants = [] as string[] }) {
  const body = JSON.stringify({ query: DIRECT, variables: { them }, extensions: { grants, categories: '0' } });
  const requestId = randomUUID();
  const authorization = `Bearer ${await by.issue(actor)}`;
  const caller = { authorization, purpose: null, requestId };
  const signer = createServiceSigner({ keyFile: signedBy, jwksFile: path('services.jwks.json'), service: 'gateway' });
  const call = { method: 'POST', path: '/graphql', body, caller, to: 'psychiatry' };
  const response = await fetch(`${own.running.urls['psychiatry']}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization,
      'x-request-id': requestId,
      [SERVICE_CALL_HEADER]: signer.sign(call),
    },
    body,
  });
  return codesOf({ status: response.status, headers: response.headers, body: (await response.json()) as any });
}

const grantBy = (keyFile: string): string =>
  createGrantSigner({ keyFile }).sign({
    sub: actor.id,
    org: null,
    role: 'CITIZEN',
    purpose: 'SELF_ACCESS',
    rid: randomUUID(),
    asOf: Date.now(),
    seq: 1,
    c: {},
    w: {},
  });

it('the keys of grants, of the gateway and of a sector are replaced, and no request is lost', async () => {
  const { answers, lost } = await whileAsking(async () => {
    await setTimeout(300);
    for (const [name, file] of [
      ['grant', 'grant'],
      ['gateway', 'service-gateway'],
      ['psychiatry', 'service-psychiatry'],
    ] as const) {
      copyFileSync(path(`${file}.jwk.json`), path(`old-${name}.json`));
    }
    const names = ['grant', 'gateway', 'psychiatry'];
    const before = names.map((name) => rotate(name, 'publish'));
    await setTimeout(TAKEN_UP);
    const listed = await fetch(`${own.running.urls['citizen']}/.well-known/grant-keys`);
    expect(((await listed.json()) as { keys: { kid: string }[] }).keys.map(({ kid }) => kid)).toEqual(before[0]);
    expect(names.map((name) => rotate(name, 'use'))).toEqual(before.map((ids) => ids.toReversed()));
    await setTimeout(TAKEN_UP);
    expect(names.map((name) => rotate(name, 'retire'))).toEqual(before.map(([, young]) => [young]));
    await setTimeout(TAKEN_UP);
  });
  expect(lost).toEqual([]);
  expect(answers).toBeGreaterThan(20);
}, 60_000);

it('the key of the token issuer is replaced, and no request is lost', async () => {
  const file = path('dev-issuer.jwk.json');
  copyFileSync(file, path('old-issuer.json'));
  const { lost, answers } = await whileAsking(async () => {
    for (const step of ['publish', 'use', 'retire'] as const) {
      rotateKeys(file, step);
      issuer(); // Lists the public halves.
      await setTimeout(TAKEN_UP);
    }
  });
  expect(lost).toEqual([]);
  expect(answers).toBeGreaterThan(20);
}, 60_000);

describe('what a retired key signs', () => {
  it('I-1: is no grant', async () => {
    const unknown = path('nobody.json');
    generateKeyFile(unknown);
    // An unknown key has the list read anew; without it that happens within thirty seconds.
    expect(await askPsychiatry({ grants: [grantBy(unknown)] })).toEqual(['GRANT_INVALID']);
    expect(await askPsychiatry({ grants: [grantBy(path('old-grant.json'))] })).toEqual(['GRANT_INVALID']);
    expect(await askPsychiatry({ grants: [grantBy(path('grant.jwk.json'))] })).toEqual(['GRANT_NOT_BOUND']);
  });

  it('I-7: is no call of the gateway', async () => {
    const unknown = path('no-gateway.json');
    generateKeyFile(unknown, 'gateway');
    expect(await askPsychiatry({ signedBy: unknown })).toEqual(['SERVICE_CALL_INVALID']);
    expect(await askPsychiatry({ signedBy: path('old-gateway.json') })).toEqual(['SERVICE_CALL_INVALID']);
    expect(await askPsychiatry({})).toEqual([]);
  });

  it('I-4: is no access token', async () => {
    const directory = join(keys, 'elsewhere');
    expect(await askPsychiatry({ by: issuer(directory) })).toEqual(['UNAUTHENTICATED']);
    copyFileSync(path('old-issuer.json'), join(directory, 'dev-issuer.jwk.json'));
    expect(readFileSync(join(directory, 'dev-issuer.jwk.json'))).not.toEqual(readFileSync(path('dev-issuer.jwk.json')));
    expect(await askPsychiatry({ by: issuer(directory) })).toEqual(['UNAUTHENTICATED']);
    expect(await askPsychiatry({})).toEqual([]);
  });
});
