import { randomUUID } from 'node:crypto';
import { Admission } from '../src/model/admission.js';
import { useInboxDatabase } from './support/inboxDatabase.js';
import { LOCAL_EPISODES, NATIONAL_EPISODES, type NotificationSpec } from './support/notification.js';
import { orders } from './support/orders.js';
import { STORIES } from './support/stories/index.js';

const inbox = useInboxDatabase();
const admission = { activity: 'admit-inpatient', header: 'admit' };
const ESBJERG = 'Psykiatrisk Afdeling Esbjerg';

/** All orders of a few messages; of many, every so manieth. */
function someOrders<T>(things: readonly T[]): readonly (readonly T[])[] {
  const all = [...orders(things)];
  const step = Math.max(1, Math.floor(all.length / 6));
  return all.filter((_, index) => index % step === 0);
}

describe('the stored story', () => {
  it.each(STORIES)('of $name is the same row by row, whatever the order and repetition', async ({ messages }) => {
    const citizenId = randomUUID();
    const graphs = new Set<string>();
    for (const order of someOrders(messages)) {
      await inbox.forget(citizenId);
      for (const spec of [...order, ...order.toReversed()]) await inbox.accept(citizenId, spec);
      graphs.add(JSON.stringify(await inbox.graphOf(citizenId)));
    }
    expect(graphs.size).toBe(1);
  });

  it('is the same when all messages come at once, each three times', async () => {
    const citizenId = randomUUID();
    const { messages } = STORIES.find(({ name }) => name.startsWith('the first of two leaves'))!;
    for (const spec of messages) await inbox.accept(citizenId, spec);
    const inTurn = await inbox.graphOf(citizenId);
    await inbox.forget(citizenId);
    const outcomes = await Promise.all(
      [...messages, ...messages, ...messages.toReversed()].map((spec) => inbox.accept(citizenId, spec)),
    );
    expect(await inbox.graphOf(citizenId)).toEqual(inTurn);
    expect(outcomes.filter((outcome) => outcome === 'repeated')).toHaveLength(messages.length * 2);
  });

  it('keeps its ids and its number when a message is repeated', async () => {
    const citizenId = randomUUID();
    expect(await inbox.accept(citizenId, admission)).toBe('taken');
    const before = await inbox.graphOf(citizenId);
    expect(await inbox.accept(citizenId, { ...admission, bundle: 'another-envelope' })).toBe('repeated');
    expect(await inbox.graphOf(citizenId)).toEqual(before);
  });

  it('says of each message what became of it', async () => {
    const citizenId = randomUUID();
    const outcomes = [];
    for (const activity of ['admit-inpatient', 'revise-admit-inpatient', 'cancel-admit-inpatient'])
      outcomes.push(await inbox.accept(citizenId, { activity, header: activity, start: '2024-05-01T09:00:00Z' }));
    expect(outcomes).toEqual(['taken', 'corrected', 'cancelled']);
  });

  it('keeps episodes apart whose messages carry the same ids', async () => {
    const citizenId = randomUUID();
    await inbox.accept(citizenId, { ...admission, episode: 'one', bundle: 'same' });
    await inbox.accept(citizenId, { ...admission, episode: 'two', bundle: 'same' });
    await inbox.accept(citizenId, { ...admission, activity: 'cancel-admit-inpatient', header: 'c', episode: 'one' });
    const admissions = await inbox.database.getRepository(Admission).findBy({ citizenId });
    expect(admissions.map(({ episodeId, status }) => `${episodeId.split('|')[1]} ${status}`).toSorted()).toEqual([
      'one CANCELLED',
      'two ADMITTED',
    ]);
  });

  it('keeps citizens apart whose episodes go by the same identifier', async () => {
    const [one, other] = [randomUUID(), randomUUID()];
    await inbox.accept(one, admission);
    await inbox.accept(other, { ...admission, activity: 'cancel-admit-inpatient' });
    expect(await inbox.graphOf(one)).toMatchObject({ admissions: [{ status: 'ADMITTED' }] });
    expect(await inbox.graphOf(other)).toMatchObject({ admissions: [{ status: 'CANCELLED' }] });
  });

  it('joins what came under two identifiers as soon as one message carries both, in any order', async () => {
    const local = { system: LOCAL_EPISODES, value: 'l' };
    const national = { system: NATIONAL_EPISODES, value: 'urn:uuid:n' };
    const specs: NotificationSpec[] = [
      { ...admission, episodes: [local], department: ESBJERG },
      {
        activity: 'start-leave-inpatient',
        header: 'leave',
        episodes: [local, national],
        leave: { start: '2024-05-02T12:00:00Z' },
        sent: '2024-05-02T12:00:02Z',
        department: ESBJERG,
      },
      {
        activity: 'discharge-inpatient-home',
        header: 'home',
        episodes: [national],
        end: '2024-05-03T12:00:00Z',
        sent: '2024-05-03T12:00:02Z',
        department: ESBJERG,
      },
    ];
    const citizenId = randomUUID();
    const graphs = new Set<string>();
    for (const order of orders(specs)) {
      await inbox.forget(citizenId);
      for (const spec of order) await inbox.accept(citizenId, spec);
      graphs.add(JSON.stringify(await inbox.graphOf(citizenId)));
      // Whatever was reported of a stay that turned out to be another has ended where it began.
      const last = new Map(inbox.reported.map((relation) => [relation.id, relation]));
      expect(
        [...last.values()].filter(({ validFrom, validTo }) => validTo === null || validTo > validFrom),
      ).toHaveLength(1);
    }
    expect(graphs.size).toBe(1);
    expect(JSON.parse([...graphs][0]!)).toMatchObject({
      admissions: [{ status: 'DISCHARGED', episode_id: `${LOCAL_EPISODES}|l`, version: 3 }],
    });
  });

  it('refuses an episode that the ward keeps itself, and stores nothing', async () => {
    const citizenId = randomUUID();
    const episode = randomUUID();
    await inbox.database.query(
      `INSERT INTO admission (citizen_id, id, episode_id, kind, status, started_at, hospital_name)
       VALUES ($1, $2, $3, 'INPATIENT', 'ADMITTED', now(), 'Prøvehospitalet')`,
      [citizenId, randomUUID(), episode],
    );
    const before = await inbox.graphOf(citizenId);
    await expect(inbox.accept(citizenId, { ...admission, episode })).rejects.toMatchObject({
      code: 'EPISODE_KEPT_BY_HAND',
    });
    expect(await inbox.graphOf(citizenId)).toEqual(before);
    const stored = await inbox.database.query('SELECT 1 FROM inbox_message WHERE citizen_id = $1', [citizenId]);
    expect(stored).toEqual([]);
  });
});

describe('the care relation of a stay', () => {
  const told = async (...specs: NotificationSpec[]) => {
    const citizenId = randomUUID();
    inbox.reported.length = 0;
    for (const spec of specs) await inbox.accept(citizenId, spec);
    return [...inbox.reported];
  };
  const start = Date.parse('2024-05-01T10:00:00Z');

  it('begins with an admission to a psychiatric ward and ends a month after the discharge', async () => {
    const ward = { hospital: ESBJERG, department: 'Sengeafsnit 2' };
    const end = { activity: 'discharge-inpatient-home', end: '2024-05-03T12:00:00Z', sent: '2024-05-03T12:00:02Z' };
    const unitId = 'region-syddanmark/psychiatry-esbjerg/ward-2';
    const relation = { kind: 'TREATING_UNIT', organisationId: 'region-syddanmark', unitId, validFrom: start };
    expect(await told({ ...admission, ...ward }, { ...end, ...ward })).toEqual([
      expect.objectContaining({ ...relation, validTo: null }),
      expect.objectContaining({ ...relation, validTo: Date.parse('2024-06-02T12:00:00Z') }),
    ]);
  });

  it('ends where it began when the admission is cancelled', async () => {
    const [, ended] = await told(
      { ...admission, department: ESBJERG },
      {
        ...admission,
        department: ESBJERG,
        activity: 'cancel-admit-inpatient',
        header: 'cancel',
        sent: '2024-05-02T12:00:00Z',
      },
    );
    expect(ended).toMatchObject({ validFrom: start, validTo: start });
  });

  it('ends where it began when the admission turns out to have been elsewhere', async () => {
    const [, ended] = await told(
      { ...admission, department: ESBJERG },
      { ...admission, activity: 'revise-admit-inpatient', header: 'revise', sent: '2024-05-02T12:00:00Z' },
    );
    expect(ended).toMatchObject({ unitId: 'region-syddanmark/psychiatry-esbjerg', validFrom: start, validTo: start });
  });

  it('does not follow from a stay in a hospital outside psychiatry', async () => {
    expect(await told(admission)).toEqual([]);
  });

  it('is not reported again by messages that do not change it', async () => {
    const leave = { start: '2024-05-02T12:00:00Z' };
    const reports = await told(
      { ...admission, department: ESBJERG },
      { activity: 'start-leave-inpatient', leave, department: ESBJERG, sent: '2024-05-02T12:00:02Z' },
    );
    expect(reports).toHaveLength(1);
  });
});
