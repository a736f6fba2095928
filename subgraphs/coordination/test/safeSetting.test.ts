import fc from 'fast-check';
import { SafeSetting } from '../src/model/safeSetting.js';
import { breachesOf } from '../src/write/safeSettingBreaches.js';
import { useCoordination } from './support/coordination.js';
import { guest, meetingInput, openCase } from './support/acts.js';

const house = useCoordination('0746');
const workers = (count: number) => Array.from({ length: count }, () => house.somebody('SOCIAL_WORKER'));
const refused = { code: 'SAFE_SETTING_EXCEEDED', field: 'input.participants' };

describe('what the citizen wishes so that meetings are safe', () => {
  it('is said by the citizen, or noted by the key manager, and replaces what was said before', async () => {
    const of = await openCase(house);
    const { citizenId, keyManager } = of;
    const wishes = { citizenId, place: 'Hjemme hos mig', mostPeople: 4, supportPerson: 'Min søster', breaks: true };
    const fields = 'place mostPeople supportPerson breaks mayLeave writtenByCitizen';
    const own = await house.write(house.self(citizenId), 'setSafeSetting', wishes, fields);
    expect(own).toEqual({
      place: 'Hjemme hos mig',
      mostPeople: 4,
      supportPerson: 'Min søster',
      breaks: true,
      mayLeave: true,
      writtenByCitizen: true,
    });
    const noted = { citizenId, mostPeople: 6, mustNotAttend: [{ description: 'Min gamle sagsbehandler' }] };
    await house.write(keyManager, 'setSafeSetting', noted, '__typename');
    const { safeSetting } = await house.see(
      keyManager,
      citizenId,
      `safeSetting { ${fields} mustNotAttend { actorId description } }`,
    );
    expect(safeSetting).toMatchObject({ place: null, mostPeople: 6, writtenByCitizen: false });
    expect(safeSetting.mustNotAttend).toEqual([{ actorId: null, description: 'Min gamle sagsbehandler' }]);
    expect(await house.sql('SELECT 1 FROM safe_setting WHERE citizen_id = $1', [citizenId])).toHaveLength(1);
  });

  it('is nobody else’s to say', async () => {
    const { citizenId } = await openCase(house);
    const other = await openCase(house);
    for (const actor of [
      house.somebody('KEY_MANAGER'),
      other.keyManager,
      house.self(other.citizenId),
      house.somebody('SOCIAL_WORKER'),
    ])
      expect(await house.refusal(actor, 'setSafeSetting', { citizenId, mostPeople: 20 })).toEqual({
        code: 'NOT_ALLOWED',
      });
    expect(await house.sql('SELECT 1 FROM safe_setting WHERE citizen_id = $1', [citizenId])).toEqual([]);
  });

  it('refuses an invitation of too many people, until the citizen’s yes is recorded', async () => {
    const of = await openCase(house);
    const { citizenId, keyManager } = of;
    await house.write(house.self(citizenId), 'setSafeSetting', { citizenId, mostPeople: 2 }, '__typename');
    const three = workers(3).map((worker) => guest(worker, 'SOCIAL'));
    expect(await house.refusal(keyManager, 'callMeeting', meetingInput(of, three))).toEqual(refused);
    expect(await house.sql('SELECT 1 FROM meeting WHERE citizen_id = $1', [citizenId])).toEqual([]);
    // The citizen and whom they bring along do not count.
    const two = meetingInput(of, three.slice(0, 2), { supportPerson: 'Min søster' });
    const small = await house.write(keyManager, 'callMeeting', two, 'id version citizenYes');
    expect(small.citizenYes).toBeNull();
    const more = { citizenId, meetingId: small.id, version: small.version, participants: three.slice(2) };
    expect(await house.refusal(keyManager, 'inviteToMeeting', more)).toEqual(refused);
    const yes = 'Sagde ja i telefonen den 3. maj';
    const invited = await house.write(
      keyManager,
      'inviteToMeeting',
      { ...more, citizenYes: yes },
      'citizenYes participantCount',
    );
    expect(invited).toEqual({ citizenYes: yes, participantCount: 3 });
    const large = await house.write(
      keyManager,
      'callMeeting',
      meetingInput(of, three, { citizenYes: yes }),
      'citizenYes',
    );
    expect(large.citizenYes).toBe(yes);
  });

  it('refuses whoever must not come, and a meeting without whoever has to', async () => {
    const of = await openCase(house);
    const { citizenId, keyManager } = of;
    const [wanted, unwanted, other] = workers(3) as [any, any, any];
    const wishes = {
      citizenId,
      mustAttend: [{ actorId: wanted.id, description: 'Mona' }],
      mustNotAttend: [{ actorId: unwanted.id, description: 'Ulla' }],
    };
    await house.write(house.self(citizenId), 'setSafeSetting', wishes, '__typename');
    const call = (...actors: any[]) =>
      meetingInput(
        of,
        actors.map((actor) => guest(actor, 'SOCIAL')),
      );
    expect(await house.refusal(keyManager, 'callMeeting', call(wanted, unwanted))).toEqual(refused);
    expect(await house.refusal(keyManager, 'callMeeting', call(other))).toEqual(refused);
    await house.write(keyManager, 'callMeeting', call(wanted, other));
  });

  it('that comes after the invitation shows on the meeting', async () => {
    const of = await openCase(house);
    const { citizenId, keyManager } = of;
    await house.write(
      keyManager,
      'callMeeting',
      meetingInput(
        of,
        workers(3).map((worker) => guest(worker, 'SOCIAL')),
      ),
    );
    const beyond = async () =>
      (await house.see(keyManager, citizenId, 'meetings { nodes { readiness { beyondWishes } } }')).meetings.nodes[0]
        .readiness.beyondWishes;
    expect(await beyond()).toEqual([]);
    await house.write(house.self(citizenId), 'setSafeSetting', { citizenId, mostPeople: 2 }, '__typename');
    expect(await beyond()).toEqual(['TOO_MANY_PEOPLE']);
  });

  it('is never exceeded by a smaller invitation: leaving somebody out who need not come makes no breach', () => {
    const actorId = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const persons = fc.array(
      actorId.map((id) => ({ actorId: id, description: id })),
      { maxLength: 3 },
    );
    const setting = fc.record({
      mostPeople: fc.option(fc.integer({ min: 1, max: 5 })),
      mustAttend: persons,
      mustNotAttend: persons,
    });
    const property = fc.property(setting, fc.uniqueArray(actorId), (wishes, ids) => {
      const holds = Object.assign(new SafeSetting(), wishes);
      const invited = ids.map((id) => ({ actorId: id, forTheCitizen: false }));
      if (breachesOf(holds, invited).length > 0) return;
      for (const left of ids.filter((id) => !wishes.mustAttend.some((each) => each.actorId === id)))
        expect(
          breachesOf(
            holds,
            invited.filter((each) => each.actorId !== left),
          ),
        ).toEqual([]);
      expect(breachesOf(holds, [...invited, { actorId: null, forTheCitizen: true }])).toEqual([]);
    });
    fc.assert(property, { numRuns: 500 });
  });
});
