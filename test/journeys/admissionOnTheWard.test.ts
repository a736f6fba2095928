/** The hospital reports an admission to a psychiatric ward: the ward sees it at once, until it turns out never to have been. */
import { randomUUID } from 'node:crypto';
import { DEFAULT_SEED, type PersonaName, citizenIdOf, personOf } from '@sammen/population';
import { type NotificationSpec, notification } from '../../subgraphs/psychiatry/test/support/notification.js';
import { poster } from '../../subgraphs/psychiatry/test/support/post.js';
import { useSystem } from '../support/system.js';

const system = useSystem();
const { post } = poster(system);

/** A citizen of Esbjerg who is not admitted. */
const INDEX = 8;
const id = citizenIdOf(DEFAULT_SEED, INDEX);
const [episode, header] = [randomUUID(), randomUUID()];
const ward = { hospital: 'Psykiatrisk Afdeling Esbjerg', department: 'Sengeafsnit 1' };
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
const start = hoursAgo(5);
const arrives = (spec: NotificationSpec) =>
  post(notification({ cpr: personOf(DEFAULT_SEED, INDEX).cpr!, episode, start, ...ward, ...spec }));

const QUERY = `query Stay($id: ID!) { citizen(id: $id) { admissions(first: 1) {
  nodes { startedAt status hospital ward leaves { startedAt } history { kind } } } } }`;

/** The newest stay as somebody sees it, and what was withheld of it. */
async function newest(persona: PersonaName) {
  const { body } = await system.graphql(system.urls['gateway']!, { query: QUERY, variables: { id }, persona });
  const withheld: { coordinate: string; state: string }[] = body.extensions!['consent'].withheld;
  return {
    stay: body.data!['citizen']?.admissions?.nodes[0] ?? null,
    withheld: withheld.map(({ coordinate }) => coordinate),
  };
}

async function onTheWard(): Promise<string[]> {
  const { body } = await system.graphql(system.urls['gateway']!, {
    query: '{ wardAdmissions(first: 100) { nodes { citizen { id } } } }',
    persona: 'ward-nurse',
  });
  return body.data!['wardAdmissions'].nodes.map(({ citizen }: { citizen: { id: string } }) => citizen.id);
}

describe('an admission that the hospital reports', () => {
  it('is unknown before the message comes', async () => {
    expect(await onTheWard()).not.toContain(id);
    expect((await newest('ward-nurse')).stay).toBeNull();
  });

  it('is on the list of the ward as soon as the message is taken', async () => {
    expect(await arrives({ activity: 'admit-inpatient', header, sent: start })).toMatchObject({ outcome: 'taken' });
    expect(await onTheWard()).toContain(id);
    const { stay, withheld } = await newest('ward-nurse');
    expect(stay).toMatchObject({ startedAt: start, status: 'ADMITTED', ward: 'Sengeafsnit 1', leaves: [] });
    expect(withheld).toEqual([]);
  });

  it('is known to the social worker of the municipality by law: that, when and where, and no more', async () => {
    const { stay, withheld } = await newest('social-worker');
    expect(stay).toEqual({
      startedAt: start,
      status: 'ADMITTED',
      hospital: 'Psykiatrisk Afdeling Esbjerg',
      ward: null,
      leaves: null,
      history: null,
    });
    expect(withheld.toSorted()).toEqual(['Admission.history', 'Admission.leaves', 'Admission.ward']);
  });

  it.each(['outsider', 'volunteer', 'mentor', 'job-consultant'] as const)('tells the %s nothing', async (persona) => {
    const { stay } = await newest(persona);
    expect(stay).toBeNull();
  });

  it('changes for all when the hospital corrects it', async () => {
    const corrected = hoursAgo(7);
    const spec = { activity: 'revise-admit-inpatient', start: corrected, sent: hoursAgo(4), refersTo: [header] };
    expect(await arrives(spec)).toMatchObject({ outcome: 'corrected' });
    for (const persona of ['ward-nurse', 'social-worker'] as const)
      expect((await newest(persona)).stay).toMatchObject({ startedAt: corrected });
  });

  it('is gone for all when the hospital cancels it, and the ward knows the citizen no longer', async () => {
    const spec = {
      activity: 'cancel-admit-inpatient',
      status: 'entered-in-error',
      sent: hoursAgo(3),
      refersTo: [header],
    };
    expect(await arrives(spec)).toMatchObject({ outcome: 'cancelled' });
    expect(await onTheWard()).not.toContain(id);
    expect((await newest('social-worker')).stay?.startedAt).not.toBe(start);
    expect((await newest('ward-nurse')).stay).toBeNull();
  });
});
