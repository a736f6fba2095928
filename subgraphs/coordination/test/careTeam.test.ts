import { useCoordination, hours, person } from './support/coordination.js';
import { agree, openCase, openPlan } from './support/acts.js';

const house = useCoordination('0665');
const CASE = 'coordinationCase { gaps responsibles { sector member { professional { actorId } } } }';

describe('the care team', () => {
  it('has one responsible professional per sector, and names the sectors without one', async () => {
    const { citizenId, caseId, keyManager } = await openCase(house);
    const seen = async () => (await house.see(keyManager, citizenId, CASE)).coordinationCase;
    expect((await seen()).gaps).toEqual(['HEALTH', 'SOCIAL', 'EMPLOYMENT']);
    const psychiatrist = house.somebody('PSYCHIATRIST');
    const consultant = house.somebody('JOB_CONSULTANT');
    const add = (who: object, sector: string) => ({
      citizenId,
      caseId,
      person: who,
      sector,
      task: 'Hjælper',
      responsible: true,
    });
    await house.write(keyManager, 'addToCareTeam', add(person(psychiatrist), 'HEALTH'));
    await house.write(keyManager, 'addToCareTeam', add(person(consultant), 'EMPLOYMENT'));
    const { gaps, responsibles } = await seen();
    expect(gaps).toEqual(['SOCIAL']);
    expect(responsibles).toEqual([
      { sector: 'HEALTH', member: { professional: { actorId: psychiatrist.id } } },
      { sector: 'SOCIAL', member: null },
      { sector: 'EMPLOYMENT', member: { professional: { actorId: consultant.id } } },
    ]);

    const second = add(person(house.somebody('PSYCHIATRIST')), 'HEALTH');
    expect(await house.refusal(keyManager, 'addToCareTeam', second)).toEqual({
      code: 'RESPONSIBLE_ALREADY_NAMED',
      field: 'input.responsible',
    });
    const again = { ...add(person(psychiatrist), 'HEALTH'), responsible: false };
    expect(await house.refusal(keyManager, 'addToCareTeam', again)).toEqual({
      code: 'ALREADY_ON_CARE_TEAM',
      field: 'input.person',
    });
  });

  it('takes nobody for a sector that their organisation does not answer for, nor a citizen for a professional', async () => {
    const { citizenId, caseId, keyManager } = await openCase(house);
    const add = (who: object, sector: string) => ({ citizenId, caseId, person: who, sector, task: 'Hjælper' });
    const nurse = person(house.somebody('WARD_NURSE'));
    expect(await house.refusal(keyManager, 'addToCareTeam', add(nurse, 'SOCIAL'))).toEqual({
      code: 'SECTOR_NOT_OF_ORGANISATION',
      field: 'input.sector',
    });
    const citizen = { ...nurse, role: 'CITIZEN' };
    expect(await house.refusal(keyManager, 'addToCareTeam', add(citizen, 'HEALTH'))).toEqual({
      code: 'INVALID_INPUT',
      field: 'input.person.role',
    });
    expect((await house.refusal(keyManager, 'addToCareTeam', { ...add(nurse, 'HEALTH'), task: '' })).code).toBe(
      'INVALID_INPUT',
    );
  });

  it('tells who does what, without an empty cell, and who answers for it that changes are made', async () => {
    const plan = await openPlan(house);
    const { citizenId, caseId, keyManager } = plan;
    const consultant = house.somebody('JOB_CONSULTANT');
    const member = { citizenId, caseId, person: person(consultant), sector: 'EMPLOYMENT', task: 'Praktik' };
    const fields =
      'coordinationCase { answersForChange { actorId } whoDoesWhat { sector task professional { actorId name } agreements { action } } }';
    const before = await house.see(keyManager, citizenId, fields);
    expect(before.coordinationCase.answersForChange.actorId).toBe(keyManager.id);
    await house.write(keyManager, 'addToCareTeam', { ...member, answersForChange: true });
    const taken = { action: 'Finde en praktikplads', responsible: person(consultant), sector: 'EMPLOYMENT' };
    await agree(house, plan, taken);
    const { coordinationCase } = await house.see(keyManager, citizenId, fields);
    expect(coordinationCase.answersForChange.actorId).toBe(consultant.id);
    expect(coordinationCase.whoDoesWhat).toEqual([
      {
        sector: 'SOCIAL',
        task: expect.stringContaining('tovholder'),
        professional: { actorId: keyManager.id, name: 'Prøve KEY_MANAGER' },
        agreements: [],
      },
      {
        sector: 'EMPLOYMENT',
        task: 'Praktik',
        professional: { actorId: consultant.id, name: 'Prøve JOB_CONSULTANT' },
        agreements: [{ action: 'Finde en praktikplads' }],
      },
    ]);
  });

  it('opens the case to its municipal members while they are on it', async () => {
    const { citizenId, caseId, keyManager } = await openCase(house);
    const consultant = house.somebody('JOB_CONSULTANT');
    const sees = async () => (await house.see(consultant, citizenId, 'careTeam { id task }')).careTeam;
    expect(await sees()).toBeNull();
    const member = { citizenId, caseId, person: person(consultant), sector: 'EMPLOYMENT', task: 'Praktik' };
    const { id } = await house.write(keyManager, 'addToCareTeam', member);
    expect(await sees()).toEqual([{ id, task: 'Praktik' }]);
    await house.write(keyManager, 'leaveCareTeam', { citizenId, memberId: id });
    expect(await sees()).toBeNull();
    expect(await house.refusal(keyManager, 'leaveCareTeam', { citizenId, memberId: id })).toEqual({
      code: 'NOT_FOUND',
      field: 'input.memberId',
    });
  });

  it('keeps a log of contacts, and says how long ago the last one was', async () => {
    const { citizenId, caseId, keyManager } = await openCase(house);
    const fields =
      'coordinationCase { daysSinceLastContact contacts(first: 1) { totalCount nodes { channel professional { actorId } } } }';
    const none = await house.see(keyManager, citizenId, fields);
    expect(none.coordinationCase.daysSinceLastContact).toBeNull();
    await house.write(keyManager, 'logContact', { citizenId, caseId, channel: 'PHONE', at: hours(-24 * 9) });
    await house.write(keyManager, 'logContact', { citizenId, caseId, channel: 'VISIT', at: hours(-24 * 3 - 1) });
    const { coordinationCase } = await house.see(keyManager, citizenId, fields);
    expect(coordinationCase).toEqual({
      daysSinceLastContact: 3,
      contacts: { totalCount: 2, nodes: [{ channel: 'VISIT', professional: { actorId: keyManager.id } }] },
    });
    const future = { citizenId, caseId, channel: 'VISIT', at: hours(5) };
    expect(await house.refusal(keyManager, 'logContact', future)).toEqual({ code: 'INVALID_INPUT', field: 'input.at' });
  });
});
