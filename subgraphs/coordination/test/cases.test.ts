import { randomUUID } from 'node:crypto';
import { useCoordination, person } from './support/coordination.js';
import { openCase, openPlan } from './support/acts.js';

const house = useCoordination('0615');
const step = ({ citizenId, caseId, version }: { citizenId: string; caseId: string; version: number }) => ({
  citizenId,
  caseId,
  version,
});
const SOCIAL = 'At hverdagen hænger sammen';

describe('a case', () => {
  it('is opened as a candidate by a social worker of the municipality where the citizen lives, who keeps a part in it', async () => {
    const worker = house.somebody('SOCIAL_WORKER');
    const citizenId = await house.newCitizen();
    const opened = await house.write(
      worker,
      'openCase',
      { citizenId, purpose: SOCIAL },
      'status version keyManager { id }',
    );
    expect(opened).toEqual({ status: 'CANDIDATE', version: 1, keyManager: null });
    const { coordinationCase } = await house.see(worker, citizenId, 'coordinationCase { purpose organisation { id } }');
    expect(coordinationCase).toEqual({ purpose: SOCIAL, organisation: { id: house.municipalityId } });
  });

  it('is not opened by another municipality, nor for a citizen who does not exist: the refusals are alike', async () => {
    const elsewhere = house.somebody('SOCIAL_WORKER', {
      organisationId: 'municipality-0101',
      unitId: 'municipality-0101/social',
    });
    const input = { citizenId: await house.newCitizen(), purpose: SOCIAL };
    const known = await house.refusal(elsewhere, 'openCase', input);
    expect(known).toEqual({ code: 'NOT_ALLOWED' });
    expect(await house.refusal(elsewhere, 'openCase', { ...input, citizenId: randomUUID() })).toEqual(known);
  });

  it('is the only open one of its citizen', async () => {
    const { citizenId, keyManager } = await openCase(house);
    const again = await house.refusal(keyManager, 'openCase', { citizenId, purpose: SOCIAL });
    expect(again).toEqual({ code: 'CASE_ALREADY_OPEN', field: 'input.citizenId' });
  });

  it('is opened once by the same idempotency key, which serves for nothing else', async () => {
    const keyManager = house.somebody('KEY_MANAGER');
    const input = {
      citizenId: await house.newCitizen(),
      purpose: SOCIAL,
      keyManager: person(keyManager),
      idempotencyKey: randomUUID(),
    };
    const first = await house.write(keyManager, 'openCase', input);
    expect(await house.write(keyManager, 'openCase', input)).toEqual(first);
    const other = await house.refusal(keyManager, 'openCase', { ...input, purpose: 'Noget andet' });
    expect(other).toEqual({ code: 'IDEMPOTENCY_KEY_REUSED', field: 'idempotencyKey' });
    expect(await house.sql('SELECT id FROM coordination_case WHERE citizen_id = $1', [input.citizenId])).toHaveLength(
      1,
    );
  });

  it('goes from candidate to selected to active to closed, one step at a time, and its history tells', async () => {
    const of = await openCase(house);
    const { keyManager } = of;
    const refused = { code: 'CASE_TRANSITION_REFUSED' };
    expect(await house.refusal(keyManager, 'activateCase', step(of))).toEqual(refused);
    const selected = { ...step(of), reason: 'Svær', inCohort: false };
    const { version } = await house.write(keyManager, 'selectCase', selected, 'version status');
    expect(await house.refusal(keyManager, 'selectCase', { ...selected, version })).toEqual(refused);
    const active = await house.write(keyManager, 'activateCase', { ...step(of), version }, 'version status');
    expect(active.status).toBe('ACTIVE');
    const fields = 'coordinationCase { history { kind reason } }';
    const { coordinationCase } = await house.see(keyManager, of.citizenId, fields);
    expect(coordinationCase.history.map(({ kind }: any) => kind)).toEqual([
      'OPENED',
      'KEY_MANAGER_ASSIGNED',
      'SELECTED',
      'ACTIVATED',
    ]);
    await house.write(keyManager, 'closeCase', { ...step(of), version: active.version, reason: 'Færdig' });
    const reopened = { ...step(of), version: active.version + 1 };
    expect(await house.refusal(keyManager, 'activateCase', reopened)).toEqual(refused);
  });

  it('tells the second of two editors that somebody was faster', async () => {
    const of = await openCase(house);
    await house.write(of.keyManager, 'selectCase', { ...step(of), reason: 'Svær', inCohort: false });
    const second = await house.refusal(of.keyManager, 'selectCase', { ...step(of), reason: 'Svær', inCohort: false });
    expect(second).toEqual({ code: 'VERSION_CONFLICT', field: 'input.version' });
  });

  it('is no case at all for colleagues without a part in it', async () => {
    const of = await openCase(house);
    const colleague = house.somebody('SOCIAL_WORKER');
    const theirs = await house.refusal(colleague, 'activateCase', step(of));
    const none = await house.refusal(colleague, 'activateCase', { ...step(of), caseId: randomUUID() });
    expect(theirs).toEqual({ code: 'NOT_FOUND', field: 'input.caseId' });
    expect(none).toEqual(theirs);
  });
});

describe('the key manager', () => {
  it('is exactly one: a second is refused, by the database too', async () => {
    const of = await openCase(house);
    const second = person(house.somebody('KEY_MANAGER'));
    const refused = await house.refusal(of.keyManager, 'assignKeyManager', { ...step(of), keyManager: second });
    expect(refused).toEqual({ code: 'KEY_MANAGER_ALREADY_ASSIGNED' });
    const twice = house.sql(
      `INSERT INTO key_manager (citizen_id, id, case_id, actor_id, role, organisation_id, valid_from)
       VALUES ($1, gen_random_uuid(), $2, 'somebody', 'KEY_MANAGER', 'municipality-0615', now())`,
      [of.citizenId, of.caseId],
    );
    await expect(twice).rejects.toMatchObject({ constraint: 'key_manager_one_active' });
  });

  it('is one also when two are assigned at the same moment', async () => {
    const worker = house.somebody('SOCIAL_WORKER');
    const citizenId = await house.newCitizen();
    const { id: caseId } = await house.write(worker, 'openCase', { citizenId, purpose: SOCIAL });
    const attempts = [1, 2, 3].map(() => {
      const input = { citizenId, caseId, version: 1, keyManager: person(house.somebody('KEY_MANAGER')) };
      const query = `mutation ($input: AssignKeyManagerInput!) { assignKeyManager(input: $input) { id } }`;
      return house.ask(worker, query, { input });
    });
    const answers = await Promise.all(attempts);
    expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    expect(await house.sql('SELECT 1 FROM key_manager WHERE citizen_id = $1', [citizenId])).toHaveLength(1);
  });

  it('hands the case over with a reason: the new one sees it from then on, the old one no longer', async () => {
    const of = await openCase(house);
    const next = house.somebody('KEY_MANAGER');
    expect((await house.see(next, of.citizenId, 'coordinationCase { id }')).coordinationCase).toBeNull();
    // Whoever opened a case keeps a part in it; here the first key manager did not.
    await house.sql(`UPDATE coordination_case SET opened_by = 'somebody-else' WHERE id = $1`, [of.caseId]);
    await house.sql(`DELETE FROM care_relation WHERE id = $1`, [of.caseId], 'citizen');
    await house.write(
      of.keyManager,
      'handOverKeyManager',
      { ...step(of), to: person(next), reason: 'Barsel' },
      '__typename',
    );
    const fields =
      'keyManager { professional { actorId } } coordinationCase { handOvers { reason from { actorId } to { actorId } } }';
    const { keyManager, coordinationCase } = await house.see(next, of.citizenId, fields);
    expect(keyManager.professional.actorId).toBe(next.id);
    expect(coordinationCase.handOvers).toEqual([
      { reason: 'Barsel', from: { actorId: of.keyManager.id }, to: { actorId: next.id } },
    ]);
    const { coordinationCase: gone } = await house.see(of.keyManager, of.citizenId, 'coordinationCase { id }');
    expect(gone).toBeNull();
  });

  it('does not hand over to themselves', async () => {
    const of = await openCase(house);
    const input = { ...step(of), to: person(of.keyManager), reason: 'Ingen' };
    expect((await house.refusal(of.keyManager, 'handOverKeyManager', input)).code).toBe('KEY_MANAGER_ALREADY_ASSIGNED');
  });

  it('is needed before work begins', async () => {
    const worker = house.somebody('SOCIAL_WORKER');
    const citizenId = await house.newCitizen();
    const { id: caseId } = await house.write(worker, 'openCase', { citizenId, purpose: SOCIAL });
    const selected = { citizenId, caseId, version: 1, reason: 'Svær', inCohort: false };
    const { version } = await house.write(worker, 'selectCase', selected, 'version');
    expect(await house.refusal(worker, 'activateCase', { citizenId, caseId, version })).toEqual({
      code: 'KEY_MANAGER_MISSING',
    });
  });

  it('works for an organisation and a unit that exist', async () => {
    const citizenId = await house.newCitizen();
    const worker = house.somebody('SOCIAL_WORKER');
    const keyManager = house.somebody('KEY_MANAGER');
    const attempt = (changes: object) =>
      house.refusal(worker, 'openCase', { citizenId, purpose: SOCIAL, keyManager: person(keyManager, { ...changes }) });
    expect(await attempt({ organisationId: 'municipality-9999' })).toEqual({
      code: 'ORGANISATION_UNKNOWN',
      field: 'input.keyManager.organisationId',
    });
    expect(await attempt({ unitId: 'municipality-0101/social' })).toEqual({
      code: 'ORGANISATION_UNKNOWN',
      field: 'input.keyManager.unitId',
    });
  });
});

describe('closing a case', () => {
  it('closes its plans and ends every relation that came of it', async () => {
    const plan = await openPlan(house);
    const { citizenId, keyManager } = plan;
    await house.write(keyManager, 'closeCase', { ...step(plan), reason: 'Flyttet' }, '__typename');
    const open = await house.sql(
      `SELECT kind FROM care_relation WHERE citizen_id = $1 AND (valid_to IS NULL OR valid_to > now() + interval '1 second')`,
      [citizenId],
      'citizen',
    );
    expect(open).toEqual([{ kind: 'RESIDENT_MUNICIPALITY' }]);
    const closed = await house.see(
      house.self(citizenId),
      citizenId,
      'plans { nodes { status closedAt } } keyManager { id }',
    );
    expect(closed.plans.nodes).toEqual([{ status: 'CLOSED', closedAt: expect.any(String) }]);
    expect(closed.keyManager).toBeNull();
  });

  it('lets the citizen see the last case with why each key manager stopped', async () => {
    const of = await openCase(house);
    await house.write(of.keyManager, 'closeCase', { ...step(of), reason: 'Målet er nået' }, '__typename');
    const { coordinationCase } = await house.see(
      house.self(of.citizenId),
      of.citizenId,
      'coordinationCase { status history { kind reason } }',
    );
    expect(coordinationCase.status).toBe('CLOSED');
    expect(coordinationCase.history.at(-1)).toEqual({ kind: 'CLOSED', reason: 'Målet er nået' });
  });
});
