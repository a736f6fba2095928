import { randomUUID } from 'node:crypto';
import {
  DATA_CATEGORIES,
  EMERGENCY_KINDS,
  PURPOSES,
  RELATION_KINDS,
  ROLES,
  SECTORS,
  SECTOR_OF_CATEGORY,
  STATUTORY_BASES,
} from '@sammen/consent';
import { useCitizenDatabase } from './support/citizenDatabase.js';

/** What the database itself refuses, whatever the code in front of it forgets. Everything here is done as the application role. */

const database = useCitizenDatabase();
const { insert, newCitizen, refusal } = database;
let citizenId: string;
beforeAll(async () => void (citizenId = await newCitizen()));

const day = (days: number) => new Date(Date.now() + days * 86_400_000);
const DENIED = '42501';
const choice = (changes: object = {}) => ({
  citizen_id: citizenId,
  id: randomUUID(),
  version: 1,
  effect: 'CONSENT',
  recipients: JSON.stringify([{ role: 'MENTOR' }]),
  categories: ['PLAN'],
  purposes: ['PEER_SUPPORT'],
  legal_basis: 'PEER_SUPPORT',
  valid_from: day(0),
  valid_to: day(30),
  form: 'DIGITAL',
  consequences_explained: true,
  given_by: 'citizen-actor',
  recorded_by: 'citizen-actor',
  policy_version: '1',
  ...changes,
});
const block = (changes: object = {}) => choice({ effect: 'BLOCK', legal_basis: null, valid_to: null, ...changes });
const give = (changes: object = {}) => refusal(insert('consent_choice', choice(changes)));
const giveBlock = (changes: object = {}) => refusal(insert('consent_choice', block(changes)));
const to = (...recipients: unknown[]) => ({ recipients: JSON.stringify(recipients) });

describe('a consent or block', () => {
  it('that is whole is recorded, by the database’s own clock', async () => {
    expect([await give(), await giveBlock()]).toEqual([null, null]);
    const [row] = await database.app.query(
      `SELECT bool_and(recorded_at BETWEEN now() - interval '1 minute' AND clock_timestamp()) AS "isNow" FROM consent_choice`,
    );
    expect(row).toEqual({ isNow: true });
  });

  it.each<[string, string, () => object]>([
    ['never ends, though it is a consent', 'consent_ends', () => ({ valid_to: null })],
    ['names no law', 'choice_basis', () => ({ legal_basis: null })],
    ['names a law that is none', 'choice_basis', () => ({ legal_basis: 'GOOD_WILL' })],
    ['ends before it starts', 'consent_period', () => ({ valid_to: day(-1) })],
    ['ends when it starts', 'consent_period', () => ({ valid_from: day(3), valid_to: day(3) })],
    ['lasts for ever', 'choice_times', () => ({ valid_to: 'infinity' })],
    ['began before all time', 'choice_times', () => ({ valid_from: '-infinity' })],
    ['has no category', 'choice_categories', () => ({ categories: [] })],
    ['has an unknown category', 'choice_categories', () => ({ categories: ['PLAN', 'SHOE_SIZE'] })],
    ['has a category that is null', 'choice_categories', () => ({ categories: ['PLAN', null] })],
    ['has no purpose', 'choice_purposes', () => ({ purposes: [] })],
    ['has an unknown purpose', 'choice_purposes', () => ({ purposes: ['CURIOSITY'] })],
    ['has an unknown source', 'choice_sources', () => ({ sources: ['CHURCH'] })],
    ['is to nobody', 'choice_recipients', () => to()],
    ['is to somebody who is not named', 'choice_recipients', () => to({})],
    ['is also to somebody who is not named', 'choice_recipients', () => to({ role: 'MENTOR' }, {})],
    ['is to text', 'choice_recipients', () => to('MENTOR')],
    ['is to a list', 'choice_recipients', () => to([{ role: 'MENTOR' }])],
    ['is to an unknown role', 'choice_recipients', () => to({ role: 'WIZARD' })],
    ['is to a blank organisation', 'choice_recipients', () => to({ organisationId: '' })],
    ['is to an organisation that is null', 'choice_recipients', () => to({ organisationId: null, role: 'MENTOR' })],
    ['is to a number', 'choice_recipients', () => to({ actorId: 7 })],
    ['is narrowed by what nobody knows', 'choice_recipients', () => to({ role: 'MENTOR', shift: 'NIGHT' })],
    ['declines a law, though it is a consent', 'choice_effect', () => ({ declines: 'HOSPITAL_NOTIFICATION' })],
    ['has an unknown form', 'choice_form', () => ({ form: 'WHISPERED' })],
    ['is given by nobody', 'choice_by_somebody', () => ({ given_by: '' })],
    ['lifts what is no block', 'consent_lifts_known', () => ({ lifts: [randomUUID()] })],
    ['is given under an unknown mandate', 'choice_mandate', () => ({ mandate_id: randomUUID() })],
    ['is nobody’s', 'consent_choice_citizen_id_fkey', () => ({ citizen_id: randomUUID() })],
    ['is of no version', 'consent_choice_version_check', () => ({ version: 0 })],
  ])('is refused when it %s', async (_, constraint, changes) => {
    expect(await give(changes())).toBe(constraint);
  });

  it('is refused when it is a block that lifts, or declines what nobody may decline', async () => {
    const id = randomUUID();
    expect(await giveBlock({ id })).toBeNull();
    expect(await give({ lifts: [id] })).toBeNull();
    expect(await giveBlock({ lifts: [id] })).toBe('choice_effect');
    for (const { code, citizenMayDecline } of STATUTORY_BASES)
      expect([code, await giveBlock({ declines: code })]).toEqual([code, citizenMayDecline ? null : 'choice_declines']);
    expect(await giveBlock({ declines: 'NO_SUCH_LAW' })).toBe('choice_declines');
  });

  it('lifts no block of another citizen', async () => {
    const id = randomUUID();
    expect(await giveBlock({ id, citizen_id: await newCitizen() })).toBeNull();
    expect(await give({ lifts: [id] })).toBe('consent_lifts_known');
  });

  it('opens health data for another purpose than treatment for at most one year, whatever law is named', async () => {
    for (const category of DATA_CATEGORIES) {
      const isHealth = SECTOR_OF_CATEGORY[category] === 'PSYCHIATRY';
      const long = { categories: ['PLAN', category], valid_to: day(380), legal_basis: 'SOCIAL_DATA' };
      const mixed = await give({ ...long, purposes: ['TREATMENT', 'CARE_COORDINATION'] });
      expect([category, mixed]).toEqual([category, isHealth ? 'consent_of_health_at_most_one_year' : null]);
      expect(await give({ ...long, purposes: ['TREATMENT'] })).toBeNull();
    }
    expect(await give({ valid_to: day(380), legal_basis: 'HEALTH_DATA_OTHER_PURPOSE' })).toBe(
      'consent_at_most_one_year',
    );
    expect(await give({ categories: ['DIAGNOSIS'], purposes: ['CARE_COORDINATION'], valid_to: day(360) })).toBeNull();
    expect(await giveBlock({ categories: ['DIAGNOSIS'], valid_to: day(800) })).toBeNull();
  });

  it('can name everything that the vocabulary has: whoever adds to it adds a migration', async () => {
    const recipients = ROLES.map((role) => ({ role, organisationId: 'o', unitId: 'u', actorId: 'a' }));
    const all = { categories: [...DATA_CATEGORIES], purposes: [...PURPOSES], sources: [...SECTORS] };
    expect(await give({ ...all, ...to(...recipients) })).toBeNull();
  });
});

describe('the history of choices', () => {
  const change = (id: string, set: string) =>
    refusal(database.app.query(`UPDATE consent_choice SET ${set} WHERE id = $1`, [id]));
  const given = async () => {
    const id = randomUUID();
    expect(await give({ id })).toBeNull();
    return id;
  };

  it('cannot be back-dated: when a choice was recorded and ended is the database’s to say', async () => {
    expect(await give({ recorded_at: day(-30) })).toBe(DENIED);
    expect(await give({ superseded_at: day(-30) })).toBe(DENIED);
    expect(await give({ withdrawn_at: day(-30), withdrawn_by: 'x' })).toBe(DENIED);
    const id = await given();
    expect(await change(id, `withdrawn_at = '2020-01-01', withdrawn_by = 'x'`)).toBeNull();
    const [row] = await database.app.query(
      `SELECT withdrawn_at >= recorded_at AND withdrawn_at <= clock_timestamp() AS "isNow" FROM consent_choice WHERE id = $1`,
      [id],
    );
    expect(row).toEqual({ isNow: true });
  });

  it.each([
    'categories',
    'recipients',
    'purposes',
    'valid_to',
    'valid_from',
    'lifts',
    'effect',
    'recorded_at',
    'given_by',
  ])('cannot be rewritten: %s stays', async (column) => {
    expect(await change(await given(), `${column} = ${column}`)).toBe(DENIED);
  });

  it('cannot be undone: a version that was superseded or withdrawn never changes again', async () => {
    for (const end of [`superseded_at = now()`, `withdrawn_at = now(), withdrawn_by = 'x'`]) {
      const id = await given();
      expect(await change(id, end)).toBeNull();
      for (const undo of [`withdrawn_at = NULL, withdrawn_by = NULL`, `superseded_at = NULL`, `withdrawn_by = 'y'`])
        expect(await change(id, undo)).toBe('choice_history_stands');
    }
  });

  it('cannot be deleted', async () => {
    const id = await given();
    expect(await refusal(database.app.query(`DELETE FROM consent_choice WHERE id = $1`, [id]))).toBe(DENIED);
    expect(await refusal(database.app.query(`TRUNCATE consent_choice`))).toBe(DENIED);
  });

  it('has one version of a choice in force, and each number once', async () => {
    const id = await given();
    expect(await give({ id, version: 2 })).toBe('consent_choice_current');
    expect(await change(id, `superseded_at = now()`)).toBeNull();
    expect(await give({ id })).toBe('consent_choice_pkey');
    expect(await give({ id, version: 2 })).toBeNull();
  });

  it('says who withdrew', async () => {
    expect(await change(await given(), `withdrawn_at = now()`)).toBe('choice_withdrawn');
  });
});

describe('what else decisions rest on', () => {
  const relation = (changes: object) =>
    refusal(
      insert('care_relation', {
        citizen_id: citizenId,
        id: randomUUID(),
        kind: 'CASEWORKER',
        organisation_id: 'municipality-0561',
        valid_from: day(-1),
        ...changes,
      }),
    );
  const mandate = (changes: object) =>
    refusal(
      insert('representative', {
        citizen_id: citizenId,
        id: randomUUID(),
        actor_id: 'guardian',
        name: 'Prøve',
        kind: 'GUARDIAN',
        mandate: 'Økonomi',
        categories: ['FINANCIAL_SUPPORT'],
        valid_from: day(-1),
        ...changes,
      }),
    );
  const emergency = (changes: object) =>
    refusal(
      insert('emergency_access', {
        citizen_id: citizenId,
        id: randomUUID(),
        actor_id: randomUUID(),
        actor_role: 'PSYCHIATRIST',
        organisation_id: 'region-syddanmark',
        kind: 'VITAL_INTEREST',
        reason: 'Unconscious on arrival',
        categories: ['TREATMENT'],
        opened_at: day(0),
        expires_at: day(1 / 48),
        ...changes,
      }),
    );

  it('is of known kinds, all of them', async () => {
    for (const kind of RELATION_KINDS)
      expect([kind, await relation({ kind })]).toEqual([kind, kind === 'EMERGENCY_OPENED' ? 'relation_kind' : null]);
    for (const kind of EMERGENCY_KINDS) expect(await emergency({ kind })).toBeNull();
    for (const kind of ['GUARDIAN', 'PROXY', 'PARENT']) expect(await mandate({ kind })).toBeNull();
    expect(await mandate({ categories: [...DATA_CATEGORIES] })).toBeNull();
    expect(await emergency({ categories: [...DATA_CATEGORIES] })).toBeNull();
    expect(await relation({ plan_kind: 'COORDINATION_PLAN' })).toBeNull();
    expect(await relation({ plan_kind: 'DISCHARGE_AGREEMENT' })).toBeNull();
  });

  it.each<[string, (changes: object) => Promise<string | null>, object, string]>([
    ['a relation of an unknown kind', relation, { kind: 'NEIGHBOUR' }, 'relation_kind'],
    ['a relation to an unknown kind of plan', relation, { plan_kind: 'HOLIDAY' }, 'relation_plan'],
    ['a relation to a blank unit', relation, { unit_id: '' }, 'relation_whole'],
    ['a relation to a blank person', relation, { actor_id: '' }, 'relation_whole'],
    ['a relation to a blank organisation', relation, { organisation_id: '' }, 'relation_whole'],
    ['a relation for ever', relation, { valid_to: 'infinity' }, 'relation_whole'],
    ['a mandate for nothing', mandate, { categories: [] }, 'representative_categories'],
    ['a mandate for the unknown', mandate, { categories: ['SHOE_SIZE'] }, 'representative_categories'],
    ['a mandate of an unknown kind', mandate, { kind: 'FRIEND' }, 'representative_kind'],
    ['a mandate of nobody', mandate, { actor_id: '' }, 'representative_whole'],
    ['a mandate that ends before it starts', mandate, { valid_to: day(-2) }, 'representative_period'],
    ['an emergency of an unknown kind', emergency, { kind: 'CURIOSITY' }, 'emergency_kind'],
    ['an emergency for the unknown', emergency, { categories: ['SHOE_SIZE'] }, 'emergency_categories'],
    ['an emergency without a reason', emergency, { reason: ' '.repeat(20) }, 'emergency_reason_not_blank'],
    ['an emergency of 61 minutes', emergency, { expires_at: day(61 / 1440) }, 'emergency_at_most_60_minutes'],
  ])('is never %s', async (_, write, changes, constraint) => {
    expect(await write(changes)).toBe(constraint);
  });
});
