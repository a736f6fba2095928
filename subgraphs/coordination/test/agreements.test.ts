import { randomUUID } from 'node:crypto';
import { useCoordination, day, person } from './support/coordination.js';
import { agree, agreementInput, openPlan, planNow, type OpenPlan } from './support/acts.js';

const house = useCoordination('0706');
const LIST = 'agreements { id rank status }';

const order = async (plan: OpenPlan, by = 'PROFESSIONALS') =>
  (await planNow(house, plan, `agreements(rankedBy: ${by}, status: OPEN) { action }`)).agreements.map(
    ({ action }: any) => action,
  );
const reorder = async (plan: OpenPlan, said: object) => {
  const { citizenId, planId } = plan;
  return { citizenId, planId, version: (await planNow(house, plan, '')).version, ...said };
};

describe('an agreement', () => {
  it('has somebody responsible with their organisation, one sector, a date and the challenge that it meets', async () => {
    const plan = await openPlan(house);
    const { citizenId, planId, keyManager } = plan;
    const item = { citizenId, planId, kind: 'CHALLENGE', domain: 'HEALTH', text: 'Sover dårligt' };
    const { id: challengeId } = await house.write(keyManager, 'contribute', item);
    const nurse = house.somebody('WARD_NURSE');
    const said = {
      responsible: person(nurse),
      sector: 'HEALTH',
      challengeId,
      action: 'Gennemgå medicinen',
      dueOn: day(7),
    };
    const fields =
      'rank sector dueOn madeOn status overdue challenge { text } responsible { actorId organisation { id } } followUps { dueOn heldOn }';
    expect(await agree(house, plan, said, fields)).toEqual({
      rank: 1,
      sector: 'HEALTH',
      dueOn: day(7),
      madeOn: day(0),
      status: 'OPEN',
      overdue: false,
      challenge: { text: 'Sover dårligt' },
      responsible: { actorId: nurse.id, organisation: { id: 'region-syddanmark' } },
      followUps: [{ dueOn: day(7), heldOn: null }],
    });
    const { parties } = await planNow(house, plan, 'parties { professional { actorId } }');
    expect(parties.map(({ professional }: any) => professional?.actorId)).toContain(nurse.id);
  });

  it.each(['responsible', 'sector', 'dueOn', 'action'])('is refused without %s', async (missing) => {
    const plan = await openPlan(house);
    const { [missing]: _, ...input } = await agreementInput(house, plan);
    const refused = await house.refusal(plan.keyManager, 'agree', input);
    expect(refused).toEqual({ code: 'INVALID_INPUT', field: 'input' });
    expect((await planNow(house, plan, LIST)).agreements).toEqual([]);
  });

  it('is refused with a date that has passed, a sector of others, and a challenge that is not on the map', async () => {
    const [plan, other] = [await openPlan(house), await openPlan(house)];
    const { keyManager, citizenId, planId } = plan;
    const refusal = async (said: object) =>
      house.refusal(keyManager, 'agree', await agreementInput(house, plan, { ...said }));
    expect(await refusal({ dueOn: day(-1) })).toEqual({ code: 'DUE_BEFORE_MADE', field: 'input.dueOn' });
    expect(await refusal({ sector: 'HEALTH' })).toEqual({ code: 'SECTOR_NOT_OF_ORGANISATION', field: 'input.sector' });
    expect((await refusal({ sector: 'CITIZEN' })).code).toBe('SECTOR_NOT_OF_ORGANISATION');
    const item = { kind: 'CHALLENGE', domain: 'HEALTH', text: 'Noget' };
    const elsewhere = { ...item, citizenId: other.citizenId, planId: other.planId };
    const { id: foreign } = await house.write(other.keyManager, 'contribute', elsewhere);
    const chance = { ...item, kind: 'OPPORTUNITY', citizenId, planId };
    const { id: opportunity } = await house.write(keyManager, 'contribute', chance);
    for (const challengeId of [foreign, opportunity, randomUUID()])
      expect(await refusal({ challengeId })).toEqual({ code: 'CHALLENGE_UNKNOWN', field: 'input.challengeId' });
    expect((await refusal({ action: 'x'.repeat(1001) })).code).toBe('INVALID_INPUT');
    expect((await planNow(house, plan, LIST)).agreements).toEqual([]);
  });

  it('is due today without being late', async () => {
    const plan = await openPlan(house);
    expect(await agree(house, plan, { dueOn: day(0) }, 'overdue')).toEqual({ overdue: false });
  });

  it('is made once by the same idempotency key', async () => {
    const plan = await openPlan(house);
    const input = await agreementInput(house, plan, { idempotencyKey: randomUUID() });
    const first = await house.write(plan.keyManager, 'agree', input);
    expect(await house.write(plan.keyManager, 'agree', input)).toEqual(first);
    expect((await planNow(house, plan, LIST)).agreements).toHaveLength(1);
  });

  it('leaves nothing behind when making it fails half-way', async () => {
    const plan = await openPlan(house);
    const input = await agreementInput(house, plan, { rank: 1 });
    await house.sql(
      `ALTER TABLE plan_change ADD CONSTRAINT broken CHECK (plan_id <> '${plan.planId}' OR kind <> 'AGREEMENT_MADE') NOT VALID`,
    );
    try {
      expect((await house.refusal(plan.keyManager, 'agree', input)).code).toBe('RULE_VIOLATED');
    } finally {
      await house.sql('ALTER TABLE plan_change DROP CONSTRAINT broken');
    }
    for (const table of ['agreement', 'agreement_follow_up'])
      expect(await house.sql(`SELECT 1 FROM ${table} WHERE citizen_id = $1`, [plan.citizenId])).toEqual([]);
    expect((await planNow(house, plan, '')).version).toBe(input['version']);
  });

  it('is said to be done by whoever is responsible, who cannot change what was agreed', async () => {
    const plan = await openPlan(house);
    const { citizenId, planId, keyManager } = plan;
    const consultant = house.somebody('JOB_CONSULTANT');
    const { id: agreementId } = await agree(house, plan, { responsible: person(consultant), sector: 'EMPLOYMENT' });
    const { id: another } = await agree(house, plan);
    const edit = async (id: string, said: object) => ({
      ...(await reorder(plan, {})),
      citizenId,
      planId,
      agreementId: id,
      ...said,
    });
    const own = await edit(agreementId, { status: 'DONE', note: 'Fundet' });
    expect(await house.refusal(consultant, 'updateAgreement', { ...own, dueOn: day(90) })).toEqual({
      code: 'NOT_ALLOWED',
    });
    const others = await edit(another, { status: 'DONE' });
    expect(await house.refusal(consultant, 'updateAgreement', others)).toEqual({ code: 'NOT_ALLOWED' });
    const done = await house.write(consultant, 'updateAgreement', own, 'status rank endedOn note');
    expect(done).toEqual({ status: 'DONE', rank: null, endedOn: day(0), note: 'Fundet' });
    const late = await edit(agreementId, { dueOn: day(90) });
    expect(await house.refusal(keyManager, 'updateAgreement', late)).toEqual({ code: 'AGREEMENT_OVER' });
    const nothing = await edit(another, {});
    expect(await house.refusal(keyManager, 'updateAgreement', nothing)).toEqual({
      code: 'INVALID_INPUT',
      field: 'input',
    });
  });

  it('that is carried out unsettles no agreed plan; one that is changed does', async () => {
    const plan = await openPlan(house);
    const { citizenId, planId, keyManager } = plan;
    const { id: agreementId } = await agree(house, plan, { responsible: person(keyManager), sector: 'SOCIAL' });
    for (const signer of [keyManager, house.self(citizenId)])
      await house.write(signer, 'signPlan', { citizenId, planId, versionNumber: 1, state: 'AGREES' }, '__typename');
    await house.write(keyManager, 'agreePlan', await reorder(plan, {}), '__typename');
    const update = async (said: object) =>
      house.write(
        keyManager,
        'updateAgreement',
        { ...(await reorder(plan, {})), agreementId, ...said },
        'plan { status versionNumber }',
      );
    expect((await update({ status: 'DONE' })).plan).toEqual({ status: 'AGREED', versionNumber: 1 });
    expect((await update({ status: 'OPEN' })).plan).toEqual({ status: 'AGREED', versionNumber: 1 });
    expect((await update({ dueOn: day(30) })).plan).toEqual({ status: 'DRAFT', versionNumber: 2 });
  });
});

describe('what comes first', () => {
  it('is in strict order after a new order and after a move', async () => {
    const plan = await openPlan(house);
    const { keyManager } = plan;
    const ids: Record<string, string> = {};
    for (const action of ['a', 'b', 'c', 'd']) ids[action] = (await agree(house, plan, { action })).id;
    await agree(house, plan, { action: 'først', rank: 1 });
    expect(await order(plan)).toEqual(['først', 'a', 'b', 'c', 'd']);
    await house.write(
      keyManager,
      'reorderAgreements',
      await reorder(plan, { move: { agreementId: ids['d'], rank: 2 } }),
    );
    expect(await order(plan)).toEqual(['først', 'd', 'a', 'b', 'c']);
    const { agreements } = await planNow(house, plan, LIST);
    const reversed = agreements.map(({ id }: any) => id).reverse();
    await house.write(keyManager, 'reorderAgreements', await reorder(plan, { order: reversed }));
    expect(await order(plan)).toEqual(['c', 'b', 'a', 'd', 'først']);
    const ranks = (await planNow(house, plan, LIST)).agreements.map(({ rank }: any) => rank);
    expect(ranks).toEqual([1, 2, 3, 4, 5]);
    const { versions } = await planNow(house, plan, 'versions { changes { kind before after } }');
    const { before, after } = versions[0].changes.at(-1);
    expect([before, after]).toEqual(['1. først\n2. d\n3. a\n4. b\n5. c', '1. c\n2. b\n3. a\n4. d\n5. først']);
  });

  it('is refused when an order leaves one out, names one twice or names another’s', async () => {
    const plan = await openPlan(house);
    const { id: one } = await agree(house, plan);
    const { id: two } = await agree(house, plan);
    for (const wrong of [[one], [one, one], [one, two, randomUUID()], [one, randomUUID()], []]) {
      const input = await reorder(plan, { order: wrong });
      expect(await house.refusal(plan.keyManager, 'reorderAgreements', input)).toEqual({
        code: 'RANKING_INCOMPLETE',
        field: 'input.order',
      });
    }
    const move = async (agreementId: string, rank: number) =>
      house.refusal(plan.keyManager, 'reorderAgreements', await reorder(plan, { move: { agreementId, rank } }));
    expect((await move(one, 3)).code).toBe('INVALID_INPUT');
    expect((await move(one, 0)).code).toBe('INVALID_INPUT');
    expect((await move(randomUUID(), 1)).code).toBe('NOT_FOUND');
    const both = await reorder(plan, { order: [one, two], move: { agreementId: one, rank: 1 } });
    expect((await house.refusal(plan.keyManager, 'reorderAgreements', both)).code).toBe('INVALID_INPUT');
    const ranks = (await planNow(house, plan, LIST)).agreements.map(({ id, rank }: any) => [id, rank]);
    expect(ranks).toEqual([
      [one, 1],
      [two, 2],
    ]);
  });

  it('for the citizen is kept apart from what comes first for the professionals', async () => {
    const plan = await openPlan(house);
    const citizen = house.self(plan.citizenId);
    const { id: a } = await agree(house, plan, { action: 'a' });
    await agree(house, plan, { action: 'b' });
    const { id: c } = await agree(house, plan, { action: 'c' });
    const own = await reorder(plan, { rankedBy: 'CITIZEN', order: [c, a] });
    await house.write(citizen, 'reorderAgreements', own);
    expect(await order(plan)).toEqual(['a', 'b', 'c']);
    expect(await order(plan, 'CITIZEN')).toEqual(['c', 'a', 'b']);
    const professionals = await reorder(plan, { rankedBy: 'PROFESSIONALS', order: [c, a] });
    expect((await house.refusal(citizen, 'reorderAgreements', professionals)).code).toBe('NOT_ALLOWED');
    const done = { ...(await reorder(plan, {})), agreementId: c, status: 'DONE' };
    await house.write(plan.keyManager, 'updateAgreement', done);
    expect(await order(plan, 'CITIZEN')).toEqual(['a', 'b']);
  });

  it('has neither gap nor repetition in the database', async () => {
    const plan = await openPlan(house);
    const { id } = await agree(house, plan);
    await agree(house, plan);
    const set = (rank: number) => house.sql('UPDATE agreement SET rank = $2 WHERE id = $1', [id, rank]);
    await expect(set(2)).rejects.toMatchObject({ constraint: 'agreement_rank' });
    await expect(set(3)).rejects.toMatchObject({ constraint: 'agreement_ranks_whole' });
  });
});

describe('follow-up', () => {
  it('has a result and a next time, and is recorded once', async () => {
    const plan = await openPlan(house);
    const { citizenId, keyManager } = plan;
    const { id: agreementId, followUps } = await agree(house, plan, {}, 'id followUps { id }');
    const input = {
      citizenId,
      followUpId: followUps[0].id,
      result: 'I gang',
      nextOn: day(20),
      nextCheck: 'Virker det?',
    };
    await house.write(keyManager, 'recordFollowUp', input);
    const query = `query ($them: [_Any!]!) { _entities(representations: $them) { ... on Agreement {
      followUps { dueOn whatIsChecked heldOn result nextOn overdue } } } }`;
    const { data } = await house.ask(keyManager, query, {
      them: [{ __typename: 'Agreement', citizenId, id: agreementId }],
    });
    expect(data._entities[0].followUps).toEqual([
      {
        dueOn: day(14),
        whatIsChecked: 'Er det gjort?',
        heldOn: day(0),
        result: 'I gang',
        nextOn: day(20),
        overdue: false,
      },
      { dueOn: day(20), whatIsChecked: 'Virker det?', heldOn: null, result: null, nextOn: null, overdue: false },
    ]);
    expect(await house.refusal(keyManager, 'recordFollowUp', input)).toEqual({ code: 'FOLLOW_UP_OVER' });
    const past = { citizenId, agreementId, dueOn: day(-1), whatIsChecked: 'Noget' };
    expect(await house.refusal(keyManager, 'planFollowUp', past)).toEqual({
      code: 'FOLLOW_UP_DATES',
      field: 'input.dueOn',
    });
    const waiting = await house.write(keyManager, 'planFollowUp', { ...past, dueOn: day(3) });
    const backwards = { citizenId, followUpId: waiting.id, result: 'Nej', nextOn: day(0) };
    expect(await house.refusal(keyManager, 'recordFollowUp', backwards)).toEqual({
      code: 'FOLLOW_UP_DATES',
      field: 'input.nextOn',
    });
    const ahead = { citizenId, followUpId: waiting.id, result: 'Nej', heldOn: day(1) };
    expect(await house.refusal(keyManager, 'recordFollowUp', ahead)).toEqual({
      code: 'FOLLOW_UP_DATES',
      field: 'input.heldOn',
    });
  });

  it('of an agreement that is over is not planned any more', async () => {
    const plan = await openPlan(house);
    const { citizenId, keyManager } = plan;
    const { id: agreementId } = await agree(house, plan);
    await house.write(keyManager, 'updateAgreement', {
      ...(await reorder(plan, {})),
      agreementId,
      status: 'CANCELLED',
    });
    const input = { citizenId, agreementId, dueOn: day(3), whatIsChecked: 'Noget' };
    expect(await house.refusal(keyManager, 'planFollowUp', input)).toEqual({ code: 'AGREEMENT_OVER' });
  });
});
