/** A subgraph whose guard does not work, or that lies: the gateway looks again, and drops what no grant permits. */
import { EDGE_CASES, PERSONAS } from '@sammen/population';
import { citizenNo, inPerson, stranger, useAttacker, withheldOf } from '../support/attacker.js';
import { asToldTo, startLyingSystem, type LyingSystem } from '../support/lyingSubgraph.js';

jest.setTimeout(60_000);

const attacker = useAttacker();
const [one, other] = [citizenNo(133), citizenNo(110)];
const doctor = stranger('psychiatrist', 'staff-attack-forgotten');
const ward = PERSONAS['ward-nurse'];
/** Is permitted some of this citizen's psychiatry, and diagnoses not. */
const keyManager = PERSONAS['key-manager'];
const partly = citizenNo(EDGE_CASES.showcase);
const DATA = /"D?F\d/;
const EVERYTHING = `query Everything($id: ID!) { citizen(id: $id) {
  diagnoses { code text } again: diagnoses { x: code } ...Part assessments { version domains { domain level } }
  treatments { totalCount edges { node { kind } } } } }
  fragment Part on Citizen { ... on Citizen { stays: admissions { totalCount nodes { status ward leaves { startedAt } } } } }`;

let world: LyingSystem;
beforeAll(async () => void (world = await startLyingSystem(attacker, 'psychiatry')));
afterAll(() => world.stop());

describe('a subgraph that answers honestly', () => {
  it('loses nothing by the second look, whoever asks', async () => {
    world.lie(null);
    for (const who of [inPerson(one), doctor]) {
      const straight = await attacker.ask('gateway', who, EVERYTHING, { id: one.id });
      const again = await world.ask(who, EVERYTHING, { id: one.id });
      expect(again.body).toEqual(straight.body);
    }
    expect((await world.ask(inPerson(one), EVERYTHING, { id: one.id })).text).toMatch(/"code":"D?F/);
    expect(world.logged('consent not kept')).toEqual([]);
  });
});

describe('I-1: a subgraph that forgets to withhold', () => {
  it('is not asked about a citizen who is denied it all', async () => {
    world.lie(asToldTo(attacker, 'psychiatry', inPerson(one)));
    const answer = await world.ask(doctor, EVERYTHING, { id: one.id });
    const honest = await attacker.ask('gateway', doctor, EVERYTHING, { id: one.id });
    expect(answer.body).toEqual(honest.body);
    expect(answer.text).not.toMatch(/"code":"|"x":"|"ward":|"level":/);
    expect(world.asked).toEqual([]);
  });

  it('shows nothing that is withheld through the gateway, and is named in the log with what it gave', async () => {
    world.lie(asToldTo(attacker, 'psychiatry', inPerson(partly)));
    const answer = await world.ask(keyManager, EVERYTHING, { id: partly.id });
    const honest = await attacker.ask('gateway', keyManager, EVERYTHING, { id: partly.id });
    expect(world.asked).toHaveLength(1);
    expect(answer.text).not.toMatch(/"code":"|"x":"/);
    expect(answer.body.data).toEqual(honest.body.data);
    expect(withheldOf(answer)).toEqual(withheldOf(honest));
    const reports = world.logged('consent not kept');
    const withheld = new Set(withheldOf(honest).map(({ coordinate }) => coordinate));
    expect(withheld).toContain('Citizen.diagnoses');
    expect(reports.map(({ coordinate }) => coordinate).toSorted()).toEqual([...withheld].toSorted());
    for (const report of reports)
      expect(report).toMatchObject({
        level: 50,
        code: 'CONSENT_NOT_KEPT',
        sources: ['psychiatry'],
        fault: 'NO_PERMIT',
      });
    expect(world.log()).not.toContain(partly.id);
    expect(world.log()).not.toMatch(DATA);
  });

  it('shows nobody of a list that mixes citizens', async () => {
    const list = '{ wardAdmissions(first: 20) { nodes { citizenId status ward } edges { node { ward } } } }';
    world.lie(null);
    const seen = await world.ask(ward, list);
    expect(seen.body.data!['wardAdmissions'].nodes.length).toBeGreaterThan(0);
    world.lie(asToldTo(attacker, 'psychiatry', ward));
    const { body } = await world.ask(doctor, list);
    expect(body.data!['wardAdmissions'].nodes).toEqual([]);
    expect(body.data!['wardAdmissions'].edges.every(({ node }: any) => node === null)).toBe(true);
  });

  it('shows nothing in what a change returns', async () => {
    const admission = { citizenId: one.id, id: '3f2b8c1e-7a54-8d10-9e6b-5c4d3e2f1a01', status: 'ADMITTED', ward: 'x' };
    world.lie(async ({ query }) => {
      const helpers = Object.fromEntries([...query.matchAll(/(\w+):citizenId/g)].map(([, alias]) => [alias, one.id]));
      return { data: { startLeave: { ...admission, ...helpers } } };
    });
    const change = `mutation Leave($input: AdmissionChangeInput!) { startLeave(input: $input) { status ward } }`;
    const input = { citizenId: one.id, admissionId: admission.id, version: 1 };
    const { body } = await world.ask(doctor, change, { input });
    expect(body.errors?.map(({ message }) => message)).toBeUndefined();
    expect(body.data).toEqual({ startLeave: null });
  });
});

describe('I-1: a subgraph that brings grants which are none', () => {
  const opens = async (grants: readonly string[]): Promise<boolean> => {
    world.lie(asToldTo(attacker, 'psychiatry', inPerson(partly), grants));
    const { text } = await world.ask(keyManager, EVERYTHING, { id: partly.id });
    return /"code":"/.test(text);
  };
  const tampered = (grant: string) => {
    const [head, payload, signature] = grant.split('.') as [string, string, string];
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    for (const id of Object.keys(claims.c)) claims.c[id][1] = claims.c[id][0];
    return [head, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
  };

  it('kept from another request, given to the citizen, or changed: none opens anything', async () => {
    const kept: string[] = [];
    world.lie(async ({ extensions }, honest) => {
      const answer = await honest();
      kept.push(...(extensions?.grants ?? []), ...(answer.extensions?.['grants'] ?? []));
      return answer;
    });
    await world.ask(inPerson(partly), EVERYTHING, { id: partly.id });
    await world.ask(keyManager, EVERYTHING, { id: partly.id });
    expect(kept.length).toBeGreaterThanOrEqual(2);
    expect(await opens(kept)).toBe(false);
    expect(world.logged('grant refused').map(({ code }) => code)).toEqual(['GRANT_NOT_BOUND']);
    expect(await opens(kept.map(tampered))).toBe(false);
    expect(world.logged('grant refused').map(({ code }) => code)).toContain('GRANT_INVALID');
    expect(await opens([...kept.map((grant) => `${grant}x`), '', 'none'])).toBe(false);
  });
});

describe('a subgraph that mixes citizens up', () => {
  const own = `query Own($id: ID!) { citizen(id: $id) { diagnoses { code } } }`;
  /** The grants of an honest answer, and the rows of another citizen. */
  const swapping = (change: (text: string) => string) =>
    world.lie(async ({ query, variables }, honest) => {
      const { extensions } = await honest();
      const theirs = { representations: [{ __typename: 'Citizen', id: other.id }] };
      const { body } = await attacker.ask('psychiatry', inPerson(other), query, { ...variables, ...theirs });
      return { data: JSON.parse(change(JSON.stringify(body.data))), extensions: extensions! };
    });

  it('I-1: shows nothing of another citizen’s rows under a key that is permitted', async () => {
    swapping((text) => text);
    const { body } = await world.ask(inPerson(one), own, { id: one.id });
    expect(body.data).toEqual({ citizen: { diagnoses: null } });
    expect(world.logged('consent not kept')).toEqual([expect.objectContaining({ fault: 'OTHER_CITIZEN' })]);
  });

  it('is believed when it says of every row that it is that citizen’s: whose its rows are, only the sector knows', async () => {
    swapping((text) => text.replaceAll(other.id, one.id));
    const { text } = await world.ask(inPerson(one), own, { id: one.id });
    expect(text).toMatch(/"code":"/);
  });
});
