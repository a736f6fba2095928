import { randomUUID } from 'node:crypto';
import { useCoordination, day, person } from './support/coordination.js';
import { agree, openCase, openPlan, planNow } from './support/acts.js';

const house = useCoordination('0671');

/** Everybody agrees to the newest version; those who are not the key manager or the citizen by what the key manager records. */
async function everybodySigns(plan: Awaited<ReturnType<typeof openPlan>>): Promise<void> {
  const { citizenId, planId, keyManager } = plan;
  const { versionNumber, parties } = await planNow(house, plan, 'parties { id isCitizen professional { actorId } }');
  for (const { id: partyId, isCitizen, professional } of parties) {
    const answer = { citizenId, planId, versionNumber, state: 'AGREES' };
    if (isCitizen) await house.write(house.self(citizenId), 'signPlan', answer, '__typename');
    else if (professional.actorId === keyManager.id) await house.write(keyManager, 'signPlan', answer, '__typename');
    else
      await house.write(keyManager, 'signPlan', { ...answer, partyId, evidence: 'Skrev under på mødet' }, '__typename');
  }
}

describe('a plan', () => {
  it('shows the citizen’s goals in their own words first, in the order of the citizen', async () => {
    const plan = await openPlan(house);
    const { citizenId, planId, keyManager } = plan;
    const citizen = house.self(citizenId);
    const goal = (text: string, version: number, said: object = {}) => ({ citizenId, planId, version, text, ...said });
    const { id } = await house.write(keyManager, 'setGoal', goal('Jeg vil have ro i hovedet', 1, { domain: 'HEALTH' }));
    await house.write(citizen, 'setGoal', goal('Jeg vil se min datter', 2, { rank: 1 }));
    const reworded = await house.write(
      citizen,
      'setGoal',
      goal('Jeg vil sove om natten', 3, { goalId: id }),
      'rank domain writtenByCitizen',
    );
    expect(reworded).toEqual({ rank: 2, domain: 'HEALTH', writtenByCitizen: true });
    const { goals } = await planNow(house, plan, 'goals { id rank text }');
    expect(goals).toEqual([
      { id: expect.any(String), rank: 1, text: 'Jeg vil se min datter' },
      { id, rank: 2, text: 'Jeg vil sove om natten' },
    ]);
    await house.write(citizen, 'removeGoal', { citizenId, planId, version: 4, goalId: goals[0].id });
    const left = await planNow(house, plan, 'goals { id rank }');
    expect(left.goals).toEqual([{ id, rank: 1 }]);
  });

  it('draws one map from the citizen and all sectors, which each contribute for themselves', async () => {
    const psychiatrist = house.somebody('PSYCHIATRIST');
    const mentor = house.somebody('MENTOR');
    const parties = [
      { sector: 'HEALTH', person: person(psychiatrist) },
      { sector: 'NGO', person: person(mentor) },
    ];
    const plan = await openPlan(house, { parties });
    const { citizenId, planId, keyManager } = plan;
    const item = (text: string, said: object = {}) => ({
      citizenId,
      planId,
      kind: 'CHALLENGE',
      domain: 'HEALTH',
      text,
      ...said,
    });
    await house.write(keyManager, 'contribute', item('Bor uden for byen'), '__typename');
    await house.write(psychiatrist, 'contribute', item('Sover dårligt'), '__typename');
    await house.write(mentor, 'contribute', item('Vil gerne synge i kor', { kind: 'OPPORTUNITY' }), '__typename');
    await house.write(house.self(citizenId), 'contribute', item('Jeg er bange for breve'), '__typename');
    await house.write(keyManager, 'contribute', item('Skylder husleje', { sector: 'CITIZEN' }), '__typename');
    const { map } = await planNow(house, plan, 'map { text sector contributedBy { role } }');
    expect(map).toEqual([
      { text: 'Bor uden for byen', sector: 'SOCIAL', contributedBy: { role: 'KEY_MANAGER' } },
      { text: 'Sover dårligt', sector: 'HEALTH', contributedBy: { role: 'PSYCHIATRIST' } },
      { text: 'Vil gerne synge i kor', sector: 'NGO', contributedBy: { role: 'MENTOR' } },
      { text: 'Jeg er bange for breve', sector: 'CITIZEN', contributedBy: null },
      { text: 'Skylder husleje', sector: 'CITIZEN', contributedBy: { role: 'KEY_MANAGER' } },
    ]);
    const { map: possible } = await planNow(house, plan, 'map(kind: OPPORTUNITY) { text }');
    expect(possible).toEqual([{ text: 'Vil gerne synge i kor' }]);
    const forOthers = await house.refusal(mentor, 'contribute', item('Noget', { sector: 'HEALTH' }));
    expect(forOthers).toEqual({ code: 'NOT_ALLOWED', field: 'input.sector' });
    const { coordinationCase } = await house.see(keyManager, citizenId, 'coordinationCase { map { text } }');
    expect(coordinationCase.map).toHaveLength(5);
  });

  it('is agreed only when every party agrees to the same version, the citizen too', async () => {
    const worker = house.somebody('SOCIAL_WORKER');
    const plan = await openPlan(house, { parties: [{ sector: 'SOCIAL', person: person(worker) }] });
    const { citizenId, planId, keyManager } = plan;
    const edit = async () => ({ citizenId, planId, version: (await planNow(house, plan, '')).version });
    const sign = (who: Parameters<typeof house.write>[0], state: string) =>
      house.write(
        who,
        'signPlan',
        { citizenId, planId, versionNumber: 1, state, note: 'For mange møder' },
        'state evidence',
      );
    await sign(keyManager, 'AGREES');
    await sign(worker, 'AGREES');
    expect(await house.refusal(keyManager, 'agreePlan', await edit())).toEqual({ code: 'PLAN_NOT_SIGNED' });
    await sign(house.self(citizenId), 'DISAGREES');
    const states = async () =>
      (await planNow(house, plan, 'parties { state isCitizen }')).parties.find((each: any) => each.isCitizen).state;
    expect(await states()).toBe('DISAGREES');
    expect(await house.refusal(keyManager, 'agreePlan', await edit())).toEqual({ code: 'PLAN_NOT_SIGNED' });
    expect(await sign(house.self(citizenId), 'AGREES')).toEqual({ state: 'AGREES', evidence: null });
    const agreed = await house.write(keyManager, 'agreePlan', await edit(), 'status agreedAt versionNumber');
    expect(agreed).toEqual({ status: 'AGREED', agreedAt: expect.any(String), versionNumber: 1 });
    expect(await house.refusal(keyManager, 'agreePlan', await edit())).toEqual({ code: 'PLAN_ALREADY_AGREED' });
  });

  it('begins a new version when what was agreed is changed, keeps the old one, and everybody is unread again', async () => {
    const plan = await openPlan(house);
    const { citizenId, planId, keyManager } = plan;
    await everybodySigns(plan);
    await house.write(keyManager, 'agreePlan', { citizenId, planId, version: 1 }, '__typename');
    await agree(house, plan, { action: 'Ringe til boligforeningen' });
    const now = await planNow(
      house,
      plan,
      'parties { state } versions { number status agreedAt signOffs { state } changes { kind before after by { actorId } } }',
    );
    expect(now).toMatchObject({ status: 'DRAFT', versionNumber: 2 });
    expect(new Set(now.parties.map(({ state }: any) => state))).toEqual(new Set(['UNREAD']));
    const [second, first] = now.versions;
    expect(first).toMatchObject({ number: 1, status: 'AGREED', agreedAt: expect.any(String) });
    expect(first.signOffs).toHaveLength(2);
    expect(second).toMatchObject({ number: 2, status: 'DRAFT', agreedAt: null, signOffs: [] });
    expect(second.changes).toEqual([
      {
        kind: 'AGREEMENT_MADE',
        before: null,
        after: expect.stringContaining('Ringe til boligforeningen'),
        by: { actorId: keyManager.id },
      },
    ]);
  });

  it('is not signed unread: the answer names the version, and a newer one refuses it', async () => {
    const plan = await openPlan(house);
    const { citizenId, planId, keyManager } = plan;
    const answer = { citizenId, planId, state: 'AGREES' };
    const later = await house.refusal(house.self(citizenId), 'signPlan', { ...answer, versionNumber: 2 });
    expect(later).toEqual({ code: 'VERSION_CONFLICT', field: 'input.versionNumber' });
    const { parties } = await planNow(house, plan, 'parties { id isCitizen }');
    const citizenParty = parties.find((each: any) => each.isCitizen).id;
    const recorded = { ...answer, versionNumber: 1, partyId: citizenParty };
    expect(await house.refusal(keyManager, 'signPlan', recorded)).toEqual({
      code: 'SIGN_OFF_NEEDS_EVIDENCE',
      field: 'input.evidence',
    });
    const keyManagersParty = parties.find((each: any) => !each.isCitizen).id;
    const forOthers = { ...answer, versionNumber: 1, partyId: keyManagersParty };
    expect((await house.refusal(house.self(citizenId), 'signPlan', forOthers)).code).toBe('NOT_ALLOWED');
  });

  it('tells the second of two people who edit it, and writes nothing of theirs', async () => {
    const plan = await openPlan(house);
    const { citizenId, planId, keyManager } = plan;
    const goal = (text: string) => ({ citizenId, planId, version: 1, text });
    const attempts = ['Et mål', 'Et andet mål'].map((text) =>
      house.ask(keyManager, 'mutation ($input: SetGoalInput!) { setGoal(input: $input) { text } }', {
        input: goal(text),
      }),
    );
    const answers = await Promise.all(attempts);
    const codes = answers.flatMap(({ errors }) => errors.map(({ code }) => code));
    expect(codes).toEqual(['VERSION_CONFLICT']);
    const won = answers.find(({ errors }) => errors.length === 0)!.data.setGoal.text;
    expect((await planNow(house, plan, 'goals { text }')).goals).toEqual([{ text: won }]);
  });

  it('is no plan at all for people without a part in it', async () => {
    const { citizenId, planId } = await openPlan(house);
    const colleague = house.somebody('SOCIAL_WORKER');
    const theirs = await house.refusal(colleague, 'setGoal', { citizenId, planId, version: 1, text: 'Noget' });
    const none = await house.refusal(colleague, 'setGoal', {
      citizenId,
      planId: randomUUID(),
      version: 1,
      text: 'Noget',
    });
    expect(theirs).toEqual({ code: 'NOT_FOUND', field: 'input.planId' });
    expect(none).toEqual(theirs);
    const malformed = await house.refusal(colleague, 'setGoal', { citizenId, planId: 'x', version: 1, text: 'Noget' });
    expect(malformed).toEqual({ code: 'INVALID_ID', field: 'input.planId' });
  });

  it('is closed with its end told, and changed no more', async () => {
    const plan = await openPlan(house);
    const { citizenId, planId, keyManager } = plan;
    await house.write(keyManager, 'closePlan', { citizenId, planId, version: 1, reason: 'Ny plan' }, 'status');
    const goal = { citizenId, planId, version: 2, text: 'For sent' };
    expect(await house.refusal(keyManager, 'setGoal', goal)).toEqual({ code: 'PLAN_CLOSED' });
  });
});

describe('kinds of plans', () => {
  const esbjerg = 'region-syddanmark/psychiatry-esbjerg';

  it('psychiatrists of the treating unit make discharge agreements, and no other plans', async () => {
    const citizenId = await house.newCitizen();
    const psychiatrist = house.somebody('PSYCHIATRIST');
    const input = { citizenId, kind: 'DISCHARGE_AGREEMENT' };
    expect(await house.refusal(psychiatrist, 'openPlan', input)).toEqual({ code: 'NOT_ALLOWED' });
    await house.relate(citizenId, { kind: 'TREATING_UNIT', organisationId: 'region-syddanmark', unitId: esbjerg });
    const action = await house.refusal(psychiatrist, 'openPlan', { ...input, kind: 'ACTION_PLAN' });
    expect(action).toEqual({ code: 'PLAN_KIND_NOT_YOURS', field: 'input.kind' });
    const worker = house.somebody('SOCIAL_WORKER');
    const parties = [{ sector: 'SOCIAL', person: person(worker) }];
    await house.write(psychiatrist, 'openPlan', { ...input, parties }, '__typename');

    // § 13 c: named parties see what the plan needs, for that purpose, without a consent; others do not.
    const seen = await house.see(
      psychiatrist,
      citizenId,
      'plans { nodes { kind parties { isCitizen sector } } }',
      'PSYK_13C',
    );
    expect(seen.plans.nodes[0].kind).toBe('DISCHARGE_AGREEMENT');
    expect(seen.plans.nodes[0].parties.map(({ sector }: any) => sector)).toEqual(
      expect.arrayContaining(['CITIZEN', 'SOCIAL', 'HEALTH']),
    );
    expect((await house.see(worker, citizenId, 'plans { nodes { kind } }', 'PSYK_13C')).plans.nodes).toHaveLength(1);
    const stranger = house.somebody('PSYCHIATRIST');
    expect((await house.see(stranger, citizenId, 'plans { nodes { kind } }', 'PSYK_13C')).plans).toBeNull();
  });

  it('a coordination plan has no citizen among its parties, because it is made without them', async () => {
    const of = await openCase(house);
    const { citizenId, caseId, keyManager } = of;
    const kinds = { ACTION_PLAN: true, DISCHARGE_AGREEMENT: true, COORDINATION_PLAN: false };
    for (const [kind, withCitizen] of Object.entries(kinds)) {
      const opened = await house.write(keyManager, 'openPlan', { citizenId, caseId, kind }, 'parties { isCitizen }');
      expect(opened.parties.some((each: any) => each.isCitizen)).toBe(withCitizen);
    }
    const relations = await house.sql(
      `SELECT plan_kind FROM care_relation WHERE citizen_id = $1 AND actor_id = $2 AND kind = 'PLAN_PARTY' ORDER BY 1`,
      [citizenId, keyManager.id],
      'citizen',
    );
    // The case itself, the action plan, and the two plans that open data by law.
    expect(relations.map(({ plan_kind }) => plan_kind)).toEqual([
      'COORDINATION_PLAN',
      'DISCHARGE_AGREEMENT',
      null,
      null,
    ]);
  });

  it('a holistic plan needs the day of the citizen’s consent, and replaces others', async () => {
    const { citizenId, caseId, keyManager } = await openCase(house);
    const input = { citizenId, caseId, kind: 'HOLISTIC_PLAN', replaces: ['Min Plan'] };
    const refused = { code: 'PLAN_NEEDS_CONSENT', field: 'input.consentGivenOn' };
    expect(await house.refusal(keyManager, 'openPlan', input)).toEqual(refused);
    expect(await house.refusal(keyManager, 'openPlan', { ...input, consentGivenOn: day(2) })).toEqual(refused);
    const given = { ...input, consentGivenOn: day(0) };
    const opened = await house.write(keyManager, 'openPlan', given, 'replaces consentGivenOn');
    expect(opened).toEqual({ replaces: ['Min Plan'], consentGivenOn: day(0) });
  });

  it('an action plan belongs to a case; a discharge agreement can do without', async () => {
    const keyManager = house.somebody('KEY_MANAGER');
    const citizenId = await house.newCitizen();
    const without = await house.refusal(keyManager, 'openPlan', { citizenId, kind: 'ACTION_PLAN' });
    expect(without).toEqual({ code: 'PLAN_NEEDS_CASE', field: 'input.caseId' });
    await house.write(keyManager, 'openPlan', { citizenId, kind: 'DISCHARGE_AGREEMENT' });
  });

  it('an organisation that is a party is named once, and has an organisation of the register', async () => {
    const { citizenId, caseId, keyManager } = await openCase(house);
    const region = { sector: 'HEALTH', organisationId: 'region-syddanmark', unitId: esbjerg };
    const open = (parties: object[]) => ({ citizenId, caseId, kind: 'ACTION_PLAN', parties });
    expect((await house.refusal(keyManager, 'openPlan', open([region, region]))).code).toBe('ALREADY_A_PARTY');
    expect(await house.sql('SELECT 1 FROM plan WHERE citizen_id = $1', [citizenId])).toEqual([]);
    expect(await house.refusal(keyManager, 'openPlan', open([{ ...region, sector: 'NGO' }]))).toEqual({
      code: 'SECTOR_NOT_OF_ORGANISATION',
      field: 'input.parties.0.sector',
    });
    expect((await house.refusal(keyManager, 'openPlan', open([{ sector: 'HEALTH' }]))).code).toBe('INVALID_INPUT');
  });

  it('the citizen stays a party of their plan; others can leave it, and see it no longer', async () => {
    const consultant = house.somebody('JOB_CONSULTANT');
    const plan = await openPlan(house, { parties: [{ sector: 'EMPLOYMENT', person: person(consultant) }] });
    const { citizenId, planId, keyManager } = plan;
    const sees = async () => (await house.see(consultant, citizenId, 'plans { nodes { id } }')).plans;
    expect((await sees()).nodes).toEqual([{ id: planId }]);
    const { parties } = await planNow(house, plan, 'parties { id isCitizen sector }');
    const of = (find: (each: any) => boolean) => ({ citizenId, planId, version: 1, partyId: parties.find(find).id });
    const citizen = of(({ isCitizen }) => isCitizen);
    expect(await house.refusal(keyManager, 'removePlanParty', citizen)).toEqual({
      code: 'NOT_A_PARTY',
      field: 'input.partyId',
    });
    await house.write(
      keyManager,
      'removePlanParty',
      of(({ sector }) => sector === 'EMPLOYMENT'),
    );
    expect(await sees()).toBeNull();
  });
});
