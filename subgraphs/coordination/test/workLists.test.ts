import { useCoordination, day, person } from './support/coordination.js';
import { agree, openCase, openPlan, type OpenPlan } from './support/acts.js';

const house = useCoordination('0710');

/** Moves an agreement and its follow-up into the past, as time would. */
async function dueOn(id: string, when: string): Promise<void> {
  await house.sql(`UPDATE agreement SET made_on = $2::date - 30, due_on = $2 WHERE id = $1`, [id, when]);
  await house.sql(`UPDATE agreement_follow_up SET due_on = $2 WHERE agreement_id = $1`, [id, when]);
}

const LISTS = `query ($scope: WorkScope!, $first: Int!, $after: String) {
  overdueAgreements(scope: $scope, first: $first, after: $after) {
    totalCount nodes { id overdue citizen { id } } pageInfo { hasNextPage endCursor } }
  overdueAgreementFollowUps(scope: $scope, first: $first) { totalCount nodes { overdue agreement { id } } } }`;
const lists = async (actor: Parameters<typeof house.ask>[0], scope: string, said: object = {}) => {
  const answer = await house.ask(actor, LISTS, { scope, first: 20, ...said });
  expect(answer.errors).toEqual([]);
  return answer.data;
};

describe('what is overdue', () => {
  let plan: OpenPlan;
  const ids: string[] = [];
  const worker = house.somebody('SOCIAL_WORKER');

  beforeAll(async () => {
    plan = await openPlan(house);
    for (const when of [day(-10), day(-1), day(0)]) {
      const { id } = await agree(house, plan, { responsible: person(worker), sector: 'SOCIAL' });
      await dueOn(id, when);
      ids.push(id);
    }
  }, 60_000);

  it('is listed for the key manager, the longest overdue first; what is due today is in time', async () => {
    const { overdueAgreements, overdueAgreementFollowUps } = await lists(plan.keyManager, 'MY_CASES');
    expect(overdueAgreements.totalCount).toBe(2);
    const own = { overdue: true, citizen: { id: plan.citizenId } };
    expect(overdueAgreements.nodes).toEqual([
      { id: ids[0], ...own },
      { id: ids[1], ...own },
    ]);
    expect(overdueAgreementFollowUps.nodes).toEqual([
      { overdue: true, agreement: { id: ids[0] } },
      { overdue: true, agreement: { id: ids[1] } },
    ]);
  });

  it('is listed for whoever is responsible, and for nobody else', async () => {
    expect((await lists(worker, 'MINE')).overdueAgreements.totalCount).toBe(2);
    expect((await lists(worker, 'MY_CASES')).overdueAgreements.totalCount).toBe(0);
    const colleague = house.somebody('KEY_MANAGER');
    expect((await lists(colleague, 'MY_CASES')).overdueAgreements).toMatchObject({ totalCount: 0, nodes: [] });
  });

  it('comes in pages, and a cursor of another list is refused', async () => {
    const first = (await lists(plan.keyManager, 'MY_CASES', { first: 1 })).overdueAgreements;
    expect(first.pageInfo.hasNextPage).toBe(true);
    const second = (await lists(plan.keyManager, 'MY_CASES', { first: 1, after: first.pageInfo.endCursor }))
      .overdueAgreements;
    expect(second.nodes.map(({ id }: any) => id)).toEqual([ids[1]]);
    expect(second.pageInfo.hasNextPage).toBe(false);
    const foreign = Buffer.from(plan.citizenId).toString('base64url');
    for (const after of [foreign, 'noget']) {
      const { errors } = await house.ask(plan.keyManager, LISTS, { scope: 'MY_CASES', first: 1, after });
      expect(errors.map(({ code }) => code)).toContain('INVALID_CURSOR');
    }
    const tooMany = await house.ask(plan.keyManager, LISTS, { scope: 'MY_CASES', first: 101 });
    expect(tooMany.errors.map(({ code }) => code)).toContain('PAGE_TOO_LARGE');
  });

  it('leaves the list when it is done, and when the plan is closed', async () => {
    const [other] = [await openPlan(house)];
    const { id: agreementId } = await agree(house, other!);
    await dueOn(agreementId, day(-3));
    const count = async () => (await lists(other!.keyManager, 'MY_CASES')).overdueAgreements.totalCount;
    expect(await count()).toBe(1);
    const { citizenId, planId, keyManager } = other!;
    await house.write(keyManager, 'updateAgreement', { citizenId, planId, version: 2, agreementId, status: 'DONE' });
    expect(await count()).toBe(0);
    await house.write(keyManager, 'updateAgreement', { citizenId, planId, version: 3, agreementId, status: 'OPEN' });
    expect(await count()).toBe(1);
    await house.write(keyManager, 'closePlan', { citizenId, planId, version: 4, reason: 'Ny plan' });
    expect(await count()).toBe(0);
  });

  it('of a citizen who keeps the plan from the municipality is neither shown nor counted', async () => {
    const other = await openPlan(house);
    const { id } = await agree(house, other);
    await dueOn(id, day(-3));
    const { citizenId, keyManager } = other;
    expect((await lists(keyManager, 'MY_CASES')).overdueAgreements.totalCount).toBe(1);
    await house.sql(
      `INSERT INTO consent_choice (citizen_id, id, version, effect, recipients, categories, purposes, valid_from, form,
         consequences_explained, given_by, recorded_by, policy_version, recorded_at)
       VALUES ($1, gen_random_uuid(), 1, 'BLOCK', $2, '{PLAN}', '{CARE_COORDINATION}', now() - interval '1 hour', 'DIGITAL',
         true, 'x', 'x', '1', now() - interval '1 hour')`,
      [citizenId, JSON.stringify([{ organisationId: house.municipalityId }])],
      'citizen',
    );
    expect((await lists(keyManager, 'MY_CASES')).overdueAgreements).toMatchObject({ totalCount: 0, nodes: [] });
  });
});

it('a key manager’s caseload is the open cases that they manage, and is for key managers only', async () => {
  const keyManager = house.somebody('KEY_MANAGER');
  const [one, two] = [await openCase(house, keyManager), await openCase(house, keyManager)];
  const query = '{ myCases { totalCount nodes { id gaps keyManager { id } } } }';
  const { data } = await house.ask(keyManager, query);
  expect(data.myCases.nodes.map(({ id }: any) => id)).toEqual([one.caseId, two.caseId]);
  const { citizenId, caseId, version } = one;
  await house.write(keyManager, 'closeCase', { citizenId, caseId, version, reason: 'Færdig' }, '__typename');
  expect((await house.ask(keyManager, query)).data.myCases.totalCount).toBe(1);
  const { errors } = await house.ask(house.somebody('SOCIAL_WORKER'), query);
  expect(errors.map(({ code }) => code)).toEqual(['NOT_ALLOWED']);
});
