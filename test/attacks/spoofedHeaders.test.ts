/** Headers that claim to be somebody, something or a purpose: nothing but the token says who asks. */
import { randomUUID } from 'node:crypto';
import { SERVICE_CALL_HEADER } from '@sammen/identity';
import { PERSONAS } from '@sammen/population';
import { citizenNo, codesOf, inPerson, useAttacker, withheldOf } from '../support/attacker.js';

const { ask, sql } = useAttacker();
const person = citizenNo(104);
const them = [{ __typename: 'Citizen', id: person.id }];
const DIRECT = `query D($them: [_Any!]!) { _entities(representations: $them) { ... on Citizen { diagnoses { code } } } }`;
const OVERVIEW = 'query O($id: ID!) { citizen(id: $id) { name diagnoses { code } } }';
const psychiatrist = PERSONAS.psychiatrist.actor;

/** What proxies and frameworks have been seen to believe. */
const CLAIMS: Readonly<Record<string, string>> = {
  'x-actor': person.actorId,
  'x-actor-id': person.actorId,
  'x-user': person.actorId,
  'x-user-id': person.actorId,
  'x-remote-user': psychiatrist.id,
  'remote-user': psychiatrist.id,
  'x-role': 'CITIZEN',
  'x-roles': 'CITIZEN,PSYCHIATRIST',
  'x-sammen-actor': JSON.stringify(psychiatrist),
  'x-sammen-role': 'PSYCHIATRIST',
  'x-sammen-citizen': person.id,
  'x-sammen-organisation': 'region-syddanmark',
  'x-sammen-unit': psychiatrist.unitId!,
  'x-sammen-categories': 'ffffffff',
  'x-sammen-grants': 'a.b.c',
  'x-purpose': 'SELF_ACCESS',
  'x-purpose-of-use': 'EMERGENCY',
  'x-emergency': 'VITAL_INTEREST',
  'x-consent': 'true',
  'x-forwarded-for': '127.0.0.1',
  'x-forwarded-user': psychiatrist.id,
  'x-forwarded-authorization': 'Bearer x',
  'x-internal': 'true',
  'x-service': 'gateway',
  'x-http-method-override': 'GET',
  'x-original-url': '/health/ready',
  forwarded: 'for=127.0.0.1;by=gateway',
  via: 'gateway',
  cookie: `actor=${person.actorId}`,
};

const asked = async (service: string, headers: Record<string, string>, who: Parameters<typeof ask>[1] = 'outsider') =>
  service === 'gateway'
    ? ask('gateway', who, OVERVIEW, { id: person.id }, { headers })
    : ask(service, who, DIRECT, { them }, { headers });

describe.each(['gateway', 'psychiatry'])('%s', (service) => {
  it('I-1: gives the same answer with and without headers that claim to be somebody', async () => {
    const plain = await asked(service, {});
    const spoofed = await asked(service, CLAIMS);
    expect(spoofed.body).toEqual(plain.body);
    expect(withheldOf(plain).length).toBeGreaterThan(0);
  });

  it('I-5: takes no purpose that the role does not have, and none beside another', async () => {
    for (const purpose of [
      'SELF_ACCESS',
      'TREATMENT',
      'OVERSIGHT',
      'SOCIAL_CASEWORK, TREATMENT',
      'social_casework',
      '*',
    ]) {
      const answer = await asked(service, { 'x-sammen-purpose': purpose });
      expect(codesOf(answer)).toEqual(['PURPOSE_UNKNOWN']);
      expect(answer.status).toBe(400);
      expect(answer.body.data ?? null).toBeNull();
    }
  });

  it('I-8: goes by no request id that a client wrote, so none gets into a log', async () => {
    const requestId = randomUUID();
    const answer = await asked(service, { 'x-request-id': requestId }, inPerson(person));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('x-request-id')).not.toBe(requestId);
    const found = 'SELECT count(*)::int AS n FROM ledger.access_log WHERE request_id = $1';
    expect((await sql('citizen', found, [requestId]))[0]!['n']).toBe(0);
    expect((await sql('citizen', found, [answer.headers.get('x-request-id')]))[0]!['n']).toBe(1);
  });
});

it('I-7: a signature that a client made up goes no further than the gateway, and ends the request at a subgraph', async () => {
  const headers = { [SERVICE_CALL_HEADER]: 'a.b.c' };
  const through = await asked('gateway', headers, inPerson(person));
  expect(through.body.errors).toBeUndefined();
  expect(through.body.data!['citizen'].diagnoses).not.toBeNull();
  const direct = await asked('psychiatry', headers, inPerson(person));
  expect(codesOf(direct)).toEqual(['SERVICE_CALL_INVALID']);
  expect(direct.body.data ?? null).toBeNull();
});
