import { day, noId, useMunicipality } from './municipality.js';

const municipality = useMunicipality('0479');
const consultant = municipality.staff('JOB_CONSULTANT');
const [anna, bo, carl, dina, erik, frida, gerd] = municipality.residents as any;
const everybody = [anna, bo, carl, dina, erik, frida, gerd];

const newCase = (citizenId: string, more: Record<string, unknown> = {}) => ({
  citizenId,
  targetGroup: 3,
  incomeKind: 'CASH_BENEFIT',
  ...more,
});
const measure = (citizenId: string, caseId: string, more: Record<string, unknown> = {}) => ({
  citizenId,
  caseId,
  measure: 'WORK_PLACEMENT',
  employer: 'Byens Bageri',
  hoursPerWeek: 12,
  purpose: 'Afklaring af arbejdsevne',
  validFrom: day(0),
  ...more,
});
const open = (citizenId: string) => consultant.write('openJobCentreCase', newCase(citizenId));
const caseOf = async (citizenId: string, fields: string) =>
  (await consultant.citizen(citizenId, `jobCentreCase { ${fields} }`)).jobCentreCase;
const countOf = async (table: string, citizenId: string): Promise<number> =>
  (await municipality.sql(`SELECT count(*)::int AS n FROM ${table} WHERE citizen_id = $1`, [citizenId]))[0]!['n'];

/** Nobody here has a case or an income yet, so that each test tells its own story. */
beforeAll(async () => {
  const ids = everybody.map(({ id }) => id);
  for (const table of ['job_centre_case', 'income_period'])
    await municipality.sql(`DELETE FROM ${table} WHERE citizen_id = ANY($1)`, [ids]);
});

describe('a job-centre case', () => {
  it('is opened with target group and income, changed, and closed with its measures', async () => {
    const { id } = await consultant.write('openJobCentreCase', newCase(anna.id, { caseworker: 'Jonna Job' }));
    const { id: measureId } = await consultant.write('startEmploymentMeasure', measure(anna.id, id));
    await consultant.write('startEmploymentMeasure', measure(anna.id, id, { validFrom: day(10) }));
    await consultant.write('scheduleJobCentreFollowUp', { citizenId: anna.id, caseId: id, dueOn: day(20) }, 'id');
    const fields = `id targetGroup targetGroupTitle incomeKind caseworker openedOn closedOn version responsibleUnit { id }
      incomes { kind validFrom validTo } measures { id status participation } followUps { dueOn heldOn isOverdue }`;
    expect(await caseOf(anna.id, fields)).toEqual({
      id,
      targetGroup: 3,
      targetGroupTitle: 'Aktivitetsparate kontanthjælpsmodtagere',
      incomeKind: 'CASH_BENEFIT',
      caseworker: 'Jonna Job',
      openedOn: day(0),
      closedOn: null,
      version: 1,
      responsibleUnit: { id: 'municipality-0479/job-centre' },
      incomes: [{ kind: 'CASH_BENEFIT', validFrom: day(0), validTo: null }],
      measures: [
        { id: expect.any(String), status: 'PLANNED', participation: 'JOB' },
        { id: measureId, status: 'ACTIVE', participation: 'JOB' },
      ],
      followUps: [{ dueOn: day(20), heldOn: null, isOverdue: false }],
    });

    const change = {
      citizenId: anna.id,
      caseId: id,
      version: 1,
      targetGroup: 9,
      incomeKind: 'FLEX_WAGE_SUBSIDY',
      incomeFrom: day(1),
    };
    await consultant.write('changeJobCentreCase', change);
    expect(await caseOf(anna.id, 'targetGroup incomeKind caseworker incomes { kind validFrom validTo }')).toEqual({
      targetGroup: 9,
      incomeKind: 'CASH_BENEFIT',
      caseworker: 'Jonna Job',
      incomes: [
        { kind: 'FLEX_WAGE_SUBSIDY', validFrom: day(1), validTo: null },
        { kind: 'CASH_BENEFIT', validFrom: day(0), validTo: day(1) },
      ],
    });

    await consultant.write('closeJobCentreCase', { citizenId: anna.id, caseId: id, version: 2, reason: 'I job' });
    expect(
      await caseOf(anna.id, 'closedOn closeReason measures { id status validTo endReason } followUps { dueOn }'),
    ).toEqual({
      closedOn: day(0),
      closeReason: 'I job',
      measures: [{ id: measureId, status: 'ENDED', validTo: day(0), endReason: 'I job' }],
      followUps: [],
    });
  });

  it('is the only open one', async () => {
    const { id } = await open(bo.id);
    expect(await consultant.refusal('openJobCentreCase', newCase(bo.id))).toMatchObject({ code: 'CASE_OPEN_ALREADY' });
    await consultant.write('closeJobCentreCase', { citizenId: bo.id, caseId: id, version: 1, reason: 'Flyttet' });
    const next = await open(bo.id);
    expect(await caseOf(bo.id, 'id incomeKind')).toEqual({ id: next.id, incomeKind: 'CASH_BENEFIT' });
    const closed = { citizenId: bo.id, caseId: id };
    expect(await consultant.refusal('startEmploymentMeasure', measure(bo.id, id))).toMatchObject({
      code: 'CASE_CLOSED',
    });
    const talk = { ...closed, dueOn: day(1) };
    expect(await consultant.refusal('scheduleJobCentreFollowUp', talk)).toMatchObject({ code: 'CASE_CLOSED' });
    const change = { ...closed, version: 2, targetGroup: 1 };
    expect(await consultant.refusal('changeJobCentreCase', change)).toMatchObject({ code: 'CASE_CLOSED' });
  });

  it.each([
    ['in target group 0', { targetGroup: 0 }, 'INVALID_INPUT', 'targetGroup'],
    ['in target group 14', { targetGroup: 14 }, 'INVALID_INPUT', 'targetGroup'],
    ['with an income that there is not', { incomeKind: 'LOTTERY' }, 'INVALID_INPUT', undefined],
    ['in a unit elsewhere', { unitId: 'municipality-0561/job-centre' }, 'UNIT_UNKNOWN', 'input.unitId'],
  ])('is not opened %s, and nothing is written', async (_, wrong, code, field) => {
    const refusal = await consultant.refusal('openJobCentreCase', newCase(carl.id, wrong));
    expect(refusal).toMatchObject({ code, ...(field === undefined ? {} : { field }) });
    expect(await countOf('job_centre_case', carl.id)).toBe(0);
    expect(await countOf('income_period', carl.id)).toBe(0);
  });

  it('is not opened by a social worker', async () => {
    const worker = municipality.staff('SOCIAL_WORKER');
    expect(await worker.refusal('openJobCentreCase', newCase(carl.id))).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('does not take an income that begins before the one it follows', async () => {
    const { id } = await consultant.write('openJobCentreCase', newCase(carl.id, { idempotencyKey: noId() }));
    const change = { citizenId: carl.id, caseId: id, version: 1, incomeKind: 'WAGE', incomeFrom: day(-1) };
    expect(await consultant.refusal('changeJobCentreCase', change)).toMatchObject({ code: 'INCOME_OVERLAPS' });
    expect(await caseOf(carl.id, 'version incomes { kind }')).toEqual({
      version: 1,
      incomes: [{ kind: 'CASH_BENEFIT' }],
    });
  });
});

describe('a measure', () => {
  let caseId: string;
  beforeAll(async () => void ({ id: caseId } = await open(dina.id)));

  it('is started, changed and ended', async () => {
    const fields = 'id measure employer hoursPerWeek purpose validTo status version';
    const started = await consultant.write('startEmploymentMeasure', measure(dina.id, caseId), fields);
    expect(started).toMatchObject({
      measure: 'WORK_PLACEMENT',
      employer: 'Byens Bageri',
      hoursPerWeek: 12,
      status: 'ACTIVE',
    });
    const at = (version: number) => ({ citizenId: dina.id, measureId: started.id, version });
    const changed = await consultant.write('changeEmploymentMeasure', { ...at(1), hoursPerWeek: 20.5 }, fields);
    expect(changed).toEqual({ ...started, hoursPerWeek: 20.5, version: 2 });
    const stale = { ...at(1), hoursPerWeek: 5 };
    expect(await consultant.refusal('changeEmploymentMeasure', stale)).toMatchObject({ code: 'VERSION_CONFLICT' });
    const end = { ...at(2), reason: 'Ansat' };
    const ended = { ...changed, validTo: day(0), status: 'ENDED', version: 3 };
    expect(await consultant.write('endEmploymentMeasure', end, fields)).toEqual(ended);
    const again = { ...at(3), reason: 'Ansat' };
    expect(await consultant.refusal('endEmploymentMeasure', again)).toMatchObject({ code: 'MEASURE_ENDED' });
  });

  it.each([
    ['ressourceforløb, closed to new cases', { measure: 'RESOURCE_COURSE' }, 'MEASURE_NOT_OPEN', 'input.measure'],
    ['revalidering, closed to new cases', { measure: 'REHABILITATION' }, 'MEASURE_NOT_OPEN', 'input.measure'],
    ['a measure that there is not', { measure: 'HOLIDAY' }, 'INVALID_INPUT', undefined],
    ['more than full time', { hoursPerWeek: 37.5 }, 'INVALID_INPUT', 'hoursPerWeek'],
    ['no employer', { employer: '' }, 'INVALID_INPUT', 'employer'],
    ['a beginning before the case', { validFrom: day(-1) }, 'STARTS_BEFORE_CASE', 'input.validFrom'],
    ['an end before the beginning', { validTo: day(-1) }, 'ENDS_BEFORE_START', 'input.validTo'],
    ['a case of nobody', { caseId: noId() }, 'NOT_FOUND', 'input.caseId'],
    ['a case that is no id', { caseId: 'x' }, 'INVALID_ID', 'input.caseId'],
  ])('is not started with %s, and nothing is written', async (_, wrong, code, field) => {
    const before = await countOf('employment_measure', dina.id);
    const refusal = await consultant.refusal('startEmploymentMeasure', measure(dina.id, caseId, wrong));
    expect(refusal).toMatchObject({ code, ...(field === undefined ? {} : { field }) });
    expect(await countOf('employment_measure', dina.id)).toBe(before);
  });

  it('that was closed to new cases goes on for whoever is in it, and no longer takes anybody, whoever asks', async () => {
    await municipality.sql(`UPDATE job_centre_case SET opened_on = '2025-01-01' WHERE citizen_id = $1`, [dina.id]);
    const before = { measure: 'RESOURCE_COURSE', validFrom: '2026-01-31' };
    const { id } = await consultant.write('startEmploymentMeasure', measure(dina.id, caseId, before));
    const change = { citizenId: dina.id, measureId: id, version: 1, hoursPerWeek: 8 };
    expect(await consultant.write('changeEmploymentMeasure', change, 'status')).toEqual({ status: 'ACTIVE' });
    const tooLate = { measure: 'RESOURCE_COURSE', validFrom: '2026-02-01' };
    const refusal = await consultant.refusal('startEmploymentMeasure', measure(dina.id, caseId, tooLate));
    expect(refusal).toMatchObject({ code: 'MEASURE_NOT_OPEN' });
    const move = municipality.sql(
      `UPDATE employment_measure SET valid_from = '2026-02-01' WHERE citizen_id = $1 AND id = $2`,
      [dina.id, id],
    );
    await expect(move).rejects.toThrow('measure_open_to_new');
  });
});

describe('follow-up talks', () => {
  const OVERDUE = `query($first: Int! = 20, $after: String, $mine: Boolean! = false, $dueFrom: Date) {
    overdueFollowUps(first: $first, after: $after, mine: $mine, dueFrom: $dueFrom) {
      totalCount pageInfo { hasNextPage endCursor } nodes { id dueOn isOverdue citizen { id } } } }`;
  const overdue = async (variables: Record<string, unknown> = {}, who = consultant) => {
    const { body } = await who.ask(OVERDUE, variables);
    expect(body.errors).toBeUndefined();
    return body.data!['overdueFollowUps'];
  };
  const talks: Record<string, string> = {};

  beforeAll(async () => {
    await municipality.sql(`DELETE FROM job_centre_follow_up WHERE unit_id = 'municipality-0479/job-centre'`);
    for (const [index, person] of [erik, frida, gerd].entries()) {
      const { id: caseId } = await open(person.id);
      const talk = { citizenId: person.id, caseId, dueOn: day(0) };
      const { id } = await consultant.write('scheduleJobCentreFollowUp', talk);
      talks[person.id] = id;
      // Time passes.
      const pass = 'UPDATE job_centre_follow_up SET due_on = $3 WHERE citizen_id = $1 AND id = $2';
      await municipality.sql(pass, [person.id, id, day(-30 + index * 10)]);
    }
  });

  it('whose day has passed are on the list of the own unit, the longest overdue first', async () => {
    const { totalCount, nodes } = await overdue();
    expect(totalCount).toBe(3);
    expect(nodes).toEqual(
      [erik, frida, gerd].map((person, index) => ({
        id: talks[person.id],
        dueOn: day(-30 + index * 10),
        isOverdue: true,
        citizen: { id: person.id },
      })),
    );
  });

  it('are not on the list of another unit, nor on that of somebody who is no job consultant', async () => {
    expect(await overdue({}, municipality.staff('JOB_CONSULTANT', { code: '0561' }))).not.toMatchObject({
      totalCount: 3,
    });
    const officer = municipality.staff('HOUSING_OFFICER', { unit: 'job-centre' });
    expect(await overdue({}, officer)).toMatchObject({ totalCount: 0, nodes: [] });
  });

  it('come page by page, those that were due since a day, and those of the own cases', async () => {
    const first = await overdue({ first: 2 });
    expect(first.nodes.map((node: any) => node.id)).toEqual([talks[erik.id], talks[frida.id]]);
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    const second = await overdue({ first: 2, after: first.pageInfo.endCursor });
    expect(second.nodes.map((node: any) => node.id)).toEqual([talks[gerd.id]]);
    expect(second.pageInfo.hasNextPage).toBe(false);

    expect((await overdue({ dueFrom: day(-20) })).totalCount).toBe(2);
    expect((await overdue({ mine: true })).totalCount).toBe(3);
    expect((await overdue({ mine: true }, municipality.staff('JOB_CONSULTANT', { number: 8 }))).totalCount).toBe(0);
  });

  it.each([
    ['a cursor of nothing', { after: 'x' }, 'INVALID_CURSOR'],
    ['no items', { first: 0 }, 'PAGE_TOO_LARGE'],
    ['more than a page holds', { first: 101 }, 'PAGE_TOO_LARGE'],
  ])('are not listed for %s', async (_, variables, code) => {
    const { body } = await consultant.ask(OVERDUE, variables);
    expect(body.errors?.[0].extensions.code).toBe(code);
  });

  it('I-3: of a citizen who keeps them from the municipality are neither shown nor counted', async () => {
    await municipality.block(frida, 'EMPLOYMENT', 'EMPLOYMENT_CASEWORK');
    const { totalCount, nodes } = await overdue();
    expect(totalCount).toBe(2);
    expect(nodes.map((node: any) => node.citizen.id)).toEqual([erik.id, gerd.id]);
  });

  it('leave the list when they are held, which they are once', async () => {
    const held = { citizenId: gerd.id, followUpId: talks[gerd.id], version: 1 };
    const fields = 'heldOn isOverdue version';
    const after = { heldOn: day(0), isOverdue: false, version: 2 };
    expect(await consultant.write('holdJobCentreFollowUp', held, fields)).toEqual(after);
    const again = { ...held, version: 2 };
    expect(await consultant.refusal('holdJobCentreFollowUp', again)).toMatchObject({ code: 'FOLLOW_UP_HELD' });
    expect((await overdue()).nodes.map((node: any) => node.id)).not.toContain(talks[gerd.id]);
  });

  it('are not scheduled for the past or twice on a day, nor held in the future', async () => {
    const { id: caseId } = await caseOf(erik.id, 'id');
    const talk = { citizenId: erik.id, caseId };
    const yesterday = { ...talk, dueOn: day(-1) };
    expect(await consultant.refusal('scheduleJobCentreFollowUp', yesterday)).toMatchObject({ field: 'input.dueOn' });
    const once = { ...talk, dueOn: day(5), idempotencyKey: noId() };
    const { id } = await consultant.write('scheduleJobCentreFollowUp', once);
    expect(await consultant.write('scheduleJobCentreFollowUp', once)).toMatchObject({ id });
    const twice = { ...talk, dueOn: day(5) };
    expect(await consultant.refusal('scheduleJobCentreFollowUp', twice)).toMatchObject({ code: 'FOLLOW_UP_EXISTS' });
    const early = { citizenId: erik.id, followUpId: id, version: 1, heldOn: day(1) };
    expect(await consultant.refusal('holdJobCentreFollowUp', early)).toMatchObject({ field: 'input.heldOn' });
  });
});
