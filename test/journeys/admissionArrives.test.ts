/** A real admission arrives from the region's system, and is seen by those who may and by nobody else. */
import { randomUUID } from 'node:crypto';
import { DEFAULT_SEED, personOf, type PersonaName } from '@sammen/population';
import { notification } from '../../subgraphs/psychiatry/test/support/notification.js';
import { poster } from '../../subgraphs/psychiatry/test/support/post.js';
import { useSystem } from '../support/system.js';

const system = useSystem();
const { post } = poster(system);
const person = personOf(DEFAULT_SEED, 7);
const episode = randomUUID();
const told = (activity: string, more = {}) =>
  notification({
    activity,
    cpr: person.cpr!,
    episode,
    start: '2026-10-20T08:00:00+02:00',
    department: 'Afdeling Prøve',
    ...more,
  });

const NEWEST = `query Newest($id: ID!) { citizen(id: $id) { admissions(first: 100) { nodes { status hospital ward startedAt endedAt } } } }`;
const ours = (nodes: any[] | undefined) => nodes?.find(({ hospital }) => hospital === 'Afdeling Prøve') ?? null;
const look = async (persona: PersonaName) => {
  const { body } = await system.graphql(system.urls['gateway']!, {
    query: NEWEST,
    variables: { id: person.id },
    persona,
  });
  const { admissions } = body.data!['citizen'];
  return { admissions, stay: ours(admissions?.nodes), withheld: body.extensions!['consent'].withheld };
};
const asCitizen = async (query: string, variables = {}) => {
  const actor = { id: person.actorId, role: 'CITIZEN', citizenId: person.id } as const;
  const nobodys = { organisationId: null, organisationKind: 'NONE', unitId: null } as const;
  const token = await system.issuer().issue({ ...actor, ...nobodys });
  const headers = { authorization: `Bearer ${token}` };
  return (await system.graphql(system.urls['gateway']!, { query, variables, headers })).body;
};

describe('an admission that a hospital tells of', () => {
  it('is seen by the key manager in the municipality, as the law has it, at once', async () => {
    expect((await look('key-manager')).stay).toBeNull();
    expect((await post(told('admit-inpatient', { header: 'admitted' }))).outcome).toBe('taken');
    expect((await look('key-manager')).stay).toMatchObject({
      status: 'ADMITTED',
      startedAt: '2026-10-20T06:00:00.000Z',
    });
  });

  it('is seen by the citizen, with who has looked at it', async () => {
    const mine = await asCitizen(`{ me { admissions(first: 100) { nodes { status hospital } }
      accessLog(first: 20) { nodes { role decisions { category permitted basis } } } } }`);
    expect(ours(mine.data!['me'].admissions.nodes)).toMatchObject({ status: 'ADMITTED' });
    const looks = mine.data!['me'].accessLog.nodes.filter(({ role }: any) => role === 'KEY_MANAGER');
    expect(looks[0].decisions).toContainEqual({
      category: 'ADMISSION_NOTICE',
      permitted: true,
      basis: 'LAW:HOSPITAL_NOTIFICATION',
    });
  });

  it.each(['outsider', 'volunteer'] as const)('is not seen by the %s', async (persona) => {
    const { admissions, withheld } = await look(persona);
    expect(admissions).toBeNull();
    expect(withheld.map(({ category }: any) => category)).toEqual(['ADMISSION_NOTICE']);
  });

  it('goes on as the hospital goes on telling, in whatever order', async () => {
    const end = '2026-10-30T10:00:00+01:00';
    const leave = { start: '2026-10-24T10:00:00+02:00', end: '2026-10-25T18:00:00+02:00' };
    const [from, until] = ['2026-10-24T10:00:01+02:00', '2026-10-25T18:00:01+02:00'];
    await post(told('discharge-inpatient-home', { end, sent: '2026-10-30T10:00:01+01:00', status: 'finished' }));
    await post(told('end-leave-inpatient', { leave, sent: until }));
    await post(told('start-leave-inpatient', { leave: { start: leave.start }, sent: from, status: 'onleave' }));
    expect((await look('key-manager')).stay).toMatchObject({
      status: 'DISCHARGED',
      endedAt: '2026-10-30T09:00:00.000Z',
    });
  });

  it('is no longer seen by the municipality once the citizen declines the notification', async () => {
    const input = {
      citizenId: person.id,
      recipients: [{ organisationId: 'municipality-0561' }],
      categories: ['ADMISSION_NOTICE'],
      purposes: ['CARE_COORDINATION', 'SOCIAL_CASEWORK', 'HOUSING_CASEWORK'],
      consequencesExplained: true,
      declines: 'HOSPITAL_NOTIFICATION',
    };
    const give = `mutation Decline($input: GiveBlockInput!) { giveBlock(input: $input) { id } }`;
    const { data } = await asCitizen(give, { input });
    const declined = await look('key-manager');
    const withdraw = `mutation Again($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { id } }`;
    await asCitizen(withdraw, { input: { citizenId: person.id, consentId: data!['giveBlock'].id } });
    expect(declined.admissions).toBeNull();
    expect(declined.withheld).toMatchObject([
      { category: 'ADMISSION_NOTICE', state: 'NO_ACCESS', nextStep: 'ASK_CITIZEN' },
    ]);
    expect((await look('key-manager')).stay).not.toBeNull();
  });
});
