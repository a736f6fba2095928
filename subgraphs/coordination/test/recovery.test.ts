import { useCoordination, day, person } from './support/coordination.js';
import { openCase } from './support/acts.js';

const house = useCoordination('0779');
const SIX = { hope: 5, wellbeing: 4, inclusion: 6, citizenship: 3, empowerment: 7, meaningfulLife: 8 };
const FIELDS = `measuredOn answeredBy hope wellbeing inclusion citizenship empowerment meaningfulLife
  complete missing total changeSinceBefore scale { lowest highest higherIsBetter } recordedBy { actorId role }`;
const SEEN = `recoveryMeasurements { totalCount nodes { ${FIELDS} } }`;

describe('a recovery measurement', () => {
  it('has six indicators, and says its scale, who answered, when, and who wrote it down', async () => {
    const { citizenId, caseId, keyManager } = await openCase(house);
    const input = { citizenId, caseId, answeredBy: 'CITIZEN_SUPPORTED', measuredOn: day(-2), ...SIX };
    const written = await house.write(keyManager, 'recordRecovery', input, FIELDS);
    expect(written).toEqual({
      ...SIX,
      measuredOn: day(-2),
      answeredBy: 'CITIZEN_SUPPORTED',
      complete: true,
      missing: [],
      total: 33,
      changeSinceBefore: null,
      scale: { lowest: 0, highest: 10, higherIsBetter: true },
      recordedBy: { actorId: keyManager.id, role: 'KEY_MANAGER' },
    });
    const seen = await house.see(house.self(citizenId), citizenId, SEEN);
    expect(seen.recoveryMeasurements).toEqual({ totalCount: 1, nodes: [written] });
  });

  it('without one of the six is incomplete and has no total; a zero is an answer', async () => {
    const { citizenId, caseId } = await openCase(house);
    const self = house.self(citizenId);
    const input = { citizenId, caseId, answeredBy: 'CITIZEN', ...SIX };
    const gap = await house.write(self, 'recordRecovery', { ...input, inclusion: null }, FIELDS);
    expect(gap).toMatchObject({ complete: false, missing: ['INCLUSION'], total: null, inclusion: null });
    expect(gap).toMatchObject({ measuredOn: day(0), recordedBy: { actorId: null, role: 'CITIZEN' } });
    const zero = await house.write(self, 'recordRecovery', { ...input, inclusion: 0 }, FIELDS);
    expect(zero).toMatchObject({ complete: true, missing: [], total: 27, inclusion: 0 });
    const rows = await house.sql(
      'SELECT inclusion, total FROM recovery_measurement WHERE citizen_id = $1 ORDER BY recorded_at',
      [citizenId],
    );
    expect(rows).toEqual([
      { inclusion: null, total: null },
      { inclusion: 0, total: 27 },
    ]);
  });

  it('tells the change since the last one that it can be compared with: complete, and told by the same', async () => {
    const { citizenId, caseId, keyManager } = await openCase(house);
    const self = house.self(citizenId);
    const measure = (daysAgo: number, answeredBy: string, said: object) =>
      house.write(keyManager, 'recordRecovery', { citizenId, caseId, answeredBy, measuredOn: day(-daysAgo), ...said });
    await measure(300, 'CITIZEN', SIX);
    await measure(210, 'RELATIVE', { ...SIX, hope: 0 });
    await measure(120, 'CITIZEN', { hope: 9 });
    await measure(30, 'CITIZEN_SUPPORTED', { ...SIX, hope: 10, wellbeing: 5 });
    // What arrives late stands where it belongs.
    await measure(200, 'CITIZEN', { ...SIX, hope: 4 });
    const { recoveryMeasurements } = await house.see(self, citizenId, SEEN);
    const trend = recoveryMeasurements.nodes.map((each: any) => [each.measuredOn, each.total, each.changeSinceBefore]);
    expect(trend).toEqual([
      [day(-30), 39, 7],
      [day(-120), null, null],
      [day(-200), 32, -1],
      [day(-210), 28, null],
      [day(-300), 33, null],
    ]);
    const { recoveryMeasurements: page } = await house.see(
      self,
      citizenId,
      'recoveryMeasurements(first: 2) { nodes { total } pageInfo { hasNextPage endCursor } }',
    );
    expect(page).toMatchObject({ nodes: [{ total: 39 }, { total: null }], pageInfo: { hasNextPage: true } });
    const rest = await house.see(
      self,
      citizenId,
      `recoveryMeasurements(first: 5, after: "${page.pageInfo.endCursor}") { nodes { total } }`,
    );
    expect(rest.recoveryMeasurements.nodes.map(({ total }: any) => total)).toEqual([32, 28, 33]);
  });

  it('of nothing, beyond the scale, in the future or in somebody else’s name is refused', async () => {
    const { citizenId, caseId, keyManager } = await openCase(house);
    const input = { citizenId, caseId, answeredBy: 'CITIZEN', ...SIX };
    const refused = (said: object, actor = keyManager) => house.refusal(actor, 'recordRecovery', { ...input, ...said });
    const nothing = Object.fromEntries(Object.keys(SIX).map((name) => [name, null]));
    expect(await refused(nothing)).toEqual({ code: 'RECOVERY_NOT_ANSWERED' });
    expect((await refused({ hope: 11 })).code).toBe('INVALID_INPUT');
    expect((await refused({ hope: -1 })).code).toBe('INVALID_INPUT');
    expect(await refused({ measuredOn: day(1) })).toEqual({ code: 'INVALID_INPUT', field: 'input.measuredOn' });
    expect(await refused({ answeredBy: 'RELATIVE' }, house.self(citizenId))).toEqual({
      code: 'INVALID_INPUT',
      field: 'input.answeredBy',
    });
    expect(await house.sql('SELECT FROM recovery_measurement WHERE citizen_id = $1', [citizenId])).toEqual([]);
  });

  it('is recorded once, however often the call is repeated', async () => {
    const { citizenId, caseId } = await openCase(house);
    const input = { citizenId, caseId, answeredBy: 'CITIZEN', ...SIX, idempotencyKey: 'the same' };
    const one = await house.write(house.self(citizenId), 'recordRecovery', input);
    expect(await house.write(house.self(citizenId), 'recordRecovery', input)).toEqual(one);
  });
});

describe('who measures, and who sees', () => {
  it('I-1: a measurement is seen with the plan and by nobody else', async () => {
    const { citizenId, caseId, keyManager } = await openCase(house);
    await house.write(keyManager, 'recordRecovery', { citizenId, caseId, answeredBy: 'CITIZEN', ...SIX });
    for (const role of ['SOCIAL_WORKER', 'PSYCHIATRIST', 'MENTOR', 'LEADER', 'VOLUNTEER', 'NGO_COORDINATOR'] as const)
      expect(await house.see(house.somebody(role), citizenId, 'recoveryMeasurements { totalCount }')).toEqual({
        recoveryMeasurements: null,
      });
    const query = `query ($them: [_Any!]!) { _entities(representations: $them) { ... on Citizen { ${SEEN} } } }`;
    const them = [{ __typename: 'Citizen', id: citizenId }];
    const { withheld } = await house.ask(house.somebody('PSYCHIATRIST'), query, { them });
    expect(withheld.map(({ category }) => category)).toEqual(['PLAN']);
    expect(
      (await house.see(keyManager, citizenId, 'recoveryMeasurements { totalCount }')).recoveryMeasurements,
    ).toEqual({
      totalCount: 1,
    });
  });

  it('whoever has no part in the case records nothing, and learns of no case; a job consultant never does', async () => {
    const { citizenId, caseId, keyManager } = await openCase(house);
    const input = { citizenId, caseId, answeredBy: 'PROFESSIONAL', ...SIX };
    const other = house.somebody('KEY_MANAGER');
    await house.relate(citizenId, { kind: 'PLAN_PARTY', organisationId: house.municipalityId, actorId: other.id });
    expect(await house.refusal(other, 'recordRecovery', input)).toEqual({ code: 'NOT_FOUND', field: 'input.caseId' });
    const consultant = house.somebody('JOB_CONSULTANT');
    const member = { citizenId, caseId, person: person(consultant), sector: 'EMPLOYMENT', task: 'Praktik' };
    await house.write(keyManager, 'addToCareTeam', member);
    expect((await house.refusal(consultant, 'recordRecovery', input)).code).toBe('NOT_ALLOWED');
    const stranger = house.self(await house.newCitizen());
    expect((await house.refusal(stranger, 'recordRecovery', { ...input, answeredBy: 'CITIZEN' })).code).toBe(
      'NOT_ALLOWED',
    );
  });
});
