import { randomUUID } from 'node:crypto';
import {
  type Actor,
  type CitizenFacts,
  DATA_CATEGORIES,
  type Purpose,
  ROLES,
  accessFilter,
  decide,
  decideEach,
  mayWrite,
  purposesOf,
} from '@sammen/consent';
import fc from 'fast-check';
import { someFacts } from '../../../packages/consent/test/support/arbitraries.js';
import { ESBJERG, NGO, NOON, REGION, actorOf } from '../../../packages/consent/test/support/samples.js';
import { anyFilterSql, createBinder } from '../src/caseload/filterSql.js';
import { countVisibleCitizens, visibleCitizens } from '../src/caseload/visibleCitizens.js';
import { readFacts } from '../src/decision/readFacts.js';
import { useCitizenDatabase } from './support/citizenDatabase.js';

/** The filter of caseloads in a real PostgreSQL against decide(), over random facts that the database lets in. */

const PEOPLE = 150;
const database = useCitizenDatabase();

/** Facts as rows, at the same distance from now as they were from noon. */
async function record(facts: CitizenFacts): Promise<void> {
  const citizen = await database.newCitizen();
  const shift = Date.now() - NOON;
  const ids = new Map<string, string>();
  const uuid = (id: string) => ids.get(id) ?? ids.set(id, randomUUID()).get(id)!;
  const at = (time: number | null) => (time === null ? null : new Date(time + shift));
  const put = async (table: string, row: Readonly<Record<string, unknown>>) => {
    const all = { citizen_id: citizen, ...row };
    const places = Object.keys(all).map((_, n) => `$${n + 1}`);
    await database.admin.query(
      `INSERT INTO ${table} (${Object.keys(all).join(', ')}) VALUES (${places.join(', ')})`,
      Object.values(all),
    );
  };
  const isOver = (from: number, to: number | null) => to !== null && to <= from;
  for (const choice of [...facts.consents, ...facts.blocks]) {
    const recipients = choice.recipients.filter((recipient) => Object.keys(recipient).length > 0);
    const isEmpty = [recipients, choice.categories, choice.purposes].some((list) => list.length === 0);
    if (isEmpty || isOver(choice.validFrom, choice.validTo)) continue;
    await put('consent_choice', {
      id: uuid(choice.id),
      version: choice.version,
      effect: 'lifts' in choice ? 'CONSENT' : 'BLOCK',
      legal_basis: 'lifts' in choice ? 'SOCIAL_DATA' : null,
      recipients: JSON.stringify(recipients),
      sources: choice.sources,
      categories: choice.categories,
      purposes: choice.purposes,
      lifts: 'lifts' in choice ? choice.lifts.map(uuid) : [],
      declines: 'declines' in choice && choice.declines === 'HOSPITAL_NOTIFICATION' ? choice.declines : null,
      valid_from: at(choice.validFrom),
      valid_to: at(choice.validTo),
      form: 'DIGITAL',
      consequences_explained: true,
      given_by: 'x',
      recorded_by: 'x',
      recorded_at: at(choice.recordedAt),
      withdrawn_at: at(choice.withdrawnAt),
      withdrawn_by: choice.withdrawnAt === null ? null : 'x',
      policy_version: '1',
    });
  }
  for (const relation of facts.relations) {
    if (relation.kind === 'EMERGENCY_OPENED') continue; // Follows from the emergency accesses.
    await put('care_relation', {
      id: uuid(relation.id),
      kind: relation.kind,
      organisation_id: relation.organisationId,
      unit_id: relation.unitId,
      actor_id: relation.actorId,
      plan_kind: relation.planKind,
      valid_from: at(relation.validFrom),
      valid_to: at(relation.validTo),
    });
  }
  for (const mandate of facts.representatives) {
    if (mandate.categories.length === 0 || isOver(mandate.validFrom, mandate.validTo)) continue;
    await put('representative', {
      id: uuid(mandate.id),
      actor_id: mandate.actorId,
      name: 'Prøve',
      kind: 'GUARDIAN',
      mandate: 'Prøve',
      categories: mandate.categories,
      valid_from: at(mandate.validFrom),
      valid_to: at(mandate.validTo),
    });
  }
  for (const emergency of facts.emergencyAccesses) {
    const isLong = emergency.expiresAt - emergency.openedAt > 3_600_000;
    if (emergency.categories.length === 0 || isLong || isOver(emergency.openedAt, emergency.expiresAt)) continue;
    await put('emergency_access', {
      id: uuid(emergency.id),
      actor_id: emergency.actorId,
      actor_role: 'PSYCHIATRIST',
      organisation_id: emergency.actorId.includes('social') ? ESBJERG : REGION,
      kind: emergency.kind,
      reason: emergency.reason || 'Found on the floor',
      categories: emergency.categories,
      opened_at: at(emergency.openedAt),
      expires_at: at(emergency.expiresAt),
    });
  }
}

const askers = (): readonly { readonly actor: Actor; readonly purpose: Purpose }[] =>
  ROLES.flatMap((role) => {
    const actor = actorOf(role);
    const actors = [actor, { ...actor, unitId: null }];
    if (role === 'DATA_PROTECTION_OFFICER')
      actors.push({ ...actor, organisationId: REGION, organisationKind: 'REGION' });
    if (role === 'MENTOR') actors.push({ ...actor, id: 'actor-volunteer', organisationId: NGO });
    return actors.flatMap((each) => purposesOf(role).map((purpose) => ({ actor: each, purpose })));
  });

let people: string[];
beforeAll(async () => {
  for (const facts of fc.sample(someFacts, { numRuns: PEOPLE, seed: 20260305 })) await record(facts);
  const rows: { citizen_id: string }[] = await database.app.query(`SELECT citizen_id FROM person ORDER BY citizen_id`);
  people = rows.map(({ citizen_id }) => citizen_id);
}, 60_000);

it('filtering in the database equals deciding each item, for every role, purpose and category', async () => {
  let permitted = 0;
  for (const { actor, purpose } of askers()) {
    const { at, facts } = await readFacts(database.app.manager, people, [actor]);
    const { bind, values } = createBinder(0);
    const columns = DATA_CATEGORIES.map(
      (category) => `${anyFilterSql([accessFilter(actor, purpose, [category])], bind)} AS "${category}"`,
    );
    const rows: ({ citizen_id: string } & Record<string, boolean>)[] = await database.app.query(
      `SELECT p.citizen_id, ${columns.join(', ')} FROM person p ORDER BY p.citizen_id`,
      values,
    );
    const filtered = rows.map((row) => DATA_CATEGORIES.filter((category) => row[category]).join());
    const decided = people.map((citizenId) =>
      DATA_CATEGORIES.filter(
        (category) => decide({ actor, purpose, citizenId, category, at }, facts.get(citizenId)!).effect === 'PERMIT',
      ).join(),
    );
    expect([actor.role, purpose, filtered]).toEqual([actor.role, purpose, decided]);
    permitted += decided.filter((categories) => categories !== '').length;
  }
  expect(permitted).toBeGreaterThan(300);
}, 60_000);

it('reads a consent that names one person and nothing else, also for somebody who works nowhere', async () => {
  const citizen = await database.newCitizen();
  await database.admin.query(
    `INSERT INTO consent_choice (citizen_id, id, version, effect, recipients, sources, categories, purposes, lifts,
       valid_from, valid_to, form, consequences_explained, given_by, recorded_by, policy_version, legal_basis, gdpr_basis)
     VALUES ($1, gen_random_uuid(), 1, 'CONSENT', $2, '{}', '{HOUSING}', '{REPRESENTATION}', '{}', now() - interval '1 day',
       now() + interval '1 day', 'DIGITAL', true, 'x', 'x', '2', 'SOCIAL_DATA', 'ART_6_1_A_AND_9_2_A')`,
    [citizen, JSON.stringify([{ actorId: 'somebody' }, { actorId: 'a-guardian' }])],
  );
  const read = async (id: string) => {
    const actor = { ...actorOf('GUARDIAN'), id };
    return (await readFacts(database.app.manager, [citizen], [actor])).facts.get(citizen)!.consents.length;
  };
  expect([await read('a-guardian'), await read('another')]).toEqual([1, 0]);
});

it('what is read of the facts for one actor decides reading and writing as what is read for all of them', async () => {
  const actors = askers().map(({ actor }) => actor);
  const all = await readFacts(database.app.manager, people, actors);
  const some = people.slice(0, 40);
  let rows = 0;
  for (const { actor, purpose } of askers()) {
    const own = await readFacts(database.app.manager, people, [actor]);
    const effects = ({ facts }: typeof own) =>
      some.map((citizenId) => [
        ...decideEach({ actor, purpose, citizenId, at: all.at }, DATA_CATEGORIES, facts.get(citizenId)!),
        ...DATA_CATEGORIES.map((category) => mayWrite(actor, purpose, category, facts.get(citizenId)!, all.at)),
      ]);
    expect(effects(own)).toEqual(effects(all));
    rows += some.flatMap((citizenId) => own.facts.get(citizenId)!.relations).length;
  }
  expect(rows).toBeGreaterThan(100);
}, 60_000);

it('a caseload is counted as it is paged, and holds nobody of whom nothing may be seen', async () => {
  const { at, facts } = await readFacts(
    database.app.manager,
    people,
    askers().map(({ actor }) => actor),
  );
  let shown = 0;
  for (const asker of askers()) {
    const question = { ...asker, database: database.app };
    const all = await visibleCitizens(question, null, PEOPLE + 1);
    expect(await countVisibleCitizens(question)).toBe(all.length);
    expect(all).toEqual([...new Set(all)].toSorted());
    const seen = (citizenId: string) =>
      DATA_CATEGORIES.some(
        (category) => decide({ ...asker, citizenId, category, at }, facts.get(citizenId)!).effect === 'PERMIT',
      );
    expect(all.filter((citizenId) => !seen(citizenId))).toEqual([]);
    const [, second, third] = all;
    if (third !== undefined) expect(await visibleCitizens(question, second!, 2)).toEqual([second, third]);
    shown += all.length;
  }
  expect(shown).toBeGreaterThan(50);
}, 60_000);
