import { randomUUID } from 'node:crypto';
import type { Actor } from '@sammen/consent';
import { useCoordination, hours } from './support/coordination.js';
import { agree, begin, guest, meetingInput, openCase, openPlan, type OpenCase } from './support/acts.js';

const house = useCoordination('0740');
const PARTICIPANTS = 'participants { id isCitizen sector attendance newcomer professional { actorId name role } }';

/** Calls a meeting with a social worker who can decide on housing, and whoever else. */
async function called(of: OpenCase, more: object[] = [], said: object = {}, fields = '') {
  const worker = house.somebody('SOCIAL_WORKER');
  const guests = [guest(worker, 'SOCIAL', { mandate: ['HOUSING'] }), ...more];
  const meeting = await house.write(
    of.keyManager,
    'callMeeting',
    meetingInput(of, guests as never, { ...said }),
    `id version ${PARTICIPANTS} ${fields}`,
  );
  const participantOf = (actor: Actor) =>
    meeting.participants.find(({ professional }: any) => professional?.actorId === actor.id).id as string;
  const ids = { citizenId: of.citizenId, meetingId: meeting.id as string };
  return { meeting, worker, ids, participantOf, citizen: meeting.participants.find((each: any) => each.isCitizen) };
}

const meetingNow = async (of: OpenCase, fields: string) =>
  (await house.see(of.keyManager, of.citizenId, `meetings { nodes { id version ${fields} } }`)).meetings.nodes[0];

describe('a meeting', () => {
  it('is called with purpose and place, with the citizen, and tells beforehand how many people will come', async () => {
    const of = await openCase(house);
    const nurse = house.somebody('WARD_NURSE');
    const said = { supportPerson: 'Min søster', topics: ['Boligen'] };
    const fields = 'status purpose place participantCount decidingSectors agenda { position topic }';
    const { meeting } = await called(of, [guest(nurse, 'HEALTH')], said, fields);
    expect(meeting).toMatchObject({
      status: 'PLANNED',
      purpose: 'Følge op på planen',
      participantCount: 2,
      decidingSectors: ['HEALTH', 'SOCIAL'],
      agenda: [{ position: 1, topic: 'Boligen' }],
    });
    // Coordination keeps no name of the citizen.
    expect(meeting.participants.find((each: any) => each.isCitizen)).toMatchObject({
      sector: 'CITIZEN',
      professional: null,
    });
    const columns = await house.sql(
      `SELECT actor_id, person_name FROM meeting_participant WHERE meeting_id = $1 AND role = 'CITIZEN'`,
      [meeting.id],
    );
    expect(columns).toEqual([{ actor_id: null, person_name: null }]);
  });

  it('starts with the agreements that are open, in their order', async () => {
    const plan = await openPlan(house);
    for (const action of ['a', 'b', 'c']) await agree(house, plan, { action });
    const { id } = await agree(house, plan, { action: 'færdig' });
    const { citizenId, planId, keyManager } = plan;
    await house.write(keyManager, 'updateAgreement', {
      citizenId,
      planId,
      version: 5,
      agreementId: id,
      status: 'DONE',
    });
    const { meeting } = await called(
      plan,
      [],
      { topics: ['Eventuelt'] },
      'agenda { topic agreement { action } } plan { id }',
    );
    expect(meeting.plan.id).toBe(planId);
    expect(meeting.agenda).toEqual([
      { topic: null, agreement: { action: 'a' } },
      { topic: null, agreement: { action: 'b' } },
      { topic: null, agreement: { action: 'c' } },
      { topic: 'Eventuelt', agreement: null },
    ]);
  });

  it('is refused in the past, without a subject, and with somebody twice', async () => {
    const of = await openCase(house);
    const worker = house.somebody('SOCIAL_WORKER');
    const refusal = (said: object, guests = [guest(worker, 'SOCIAL')]) =>
      house.refusal(of.keyManager, 'callMeeting', meetingInput(of, guests, { ...said }));
    expect(await refusal({ startsAt: hours(-2) })).toEqual({ code: 'MEETING_IN_PAST', field: 'input.startsAt' });
    expect(await refusal({ caseId: null })).toEqual({ code: 'MEETING_NEEDS_SUBJECT', field: 'input.caseId' });
    expect(await refusal({ caseId: randomUUID() })).toEqual({ code: 'NOT_FOUND', field: 'input.caseId' });
    const twice = [guest(worker, 'SOCIAL'), guest(worker, 'SOCIAL')];
    expect(await refusal({}, twice)).toEqual({ code: 'ALREADY_INVITED', field: 'input.participants' });
    expect((await refusal({ purpose: '' })).code).toBe('INVALID_INPUT');
    expect(await house.sql('SELECT 1 FROM meeting WHERE citizen_id = $1', [of.citizenId])).toEqual([]);
  });

  it('opens itself to those who are invited, and no longer once it is called off', async () => {
    const of = await openCase(house);
    const consultant = house.somebody('JOB_CONSULTANT');
    const sees = async () => (await house.see(consultant, of.citizenId, 'meetings { nodes { id } }')).meetings;
    expect(await sees()).toBeNull();
    const { ids, meeting } = await called(of, [guest(consultant, 'EMPLOYMENT')]);
    expect((await sees()).nodes).toHaveLength(1);
    const cancelled = await house.write(of.keyManager, 'cancelMeeting', { ...ids, version: meeting.version }, 'status');
    expect(cancelled.status).toBe('CANCELLED');
    expect(await sees()).toBeNull();
    expect((await house.refusal(of.keyManager, 'cancelMeeting', { ...ids, version: 2 })).code).toBe('MEETING_OVER');
  });
});

describe('readiness', () => {
  it('comes only when everybody has confirmed their role; who declines is not waited for, the citizen not asked', async () => {
    const of = await openCase(house);
    const nurse = house.somebody('WARD_NURSE');
    const { worker, ids, participantOf } = await called(of, [guest(nurse, 'HEALTH')]);
    const readiness = async () =>
      (await meetingNow(of, 'readiness { ready unconfirmed { id } newcomers { id } missingMandates }')).readiness;
    const before = await readiness();
    expect(before.ready).toBe(false);
    expect(before.unconfirmed).toHaveLength(2);
    expect(before.newcomers).toHaveLength(2);
    expect(before.missingMandates).toEqual(['HEALTH']);

    const yes = { ...ids, answer: 'ACCEPTED', confirmsRole: true, acknowledgesPurpose: true };
    await house.write(worker, 'respondToInvitation', yes, '__typename');
    expect(await readiness()).toMatchObject({ ready: false, unconfirmed: [{ id: participantOf(nurse) }] });
    await house.write(nurse, 'respondToInvitation', { ...ids, answer: 'DECLINED' }, '__typename');
    expect(await readiness()).toEqual({ ready: true, unconfirmed: [], newcomers: [], missingMandates: ['HEALTH'] });
    expect((await meetingNow(of, 'participantCount')).participantCount).toBe(1);
  });

  it('is not confirmed by one guest for another; the key manager may note what others answered', async () => {
    const of = await openCase(house);
    const [nurse, volunteer] = [house.somebody('WARD_NURSE'), house.somebody('VOLUNTEER')];
    const { ids, participantOf } = await called(of, [guest(nurse, 'HEALTH'), guest(volunteer, 'NGO')]);
    const forVolunteer = { ...ids, participantId: participantOf(volunteer), answer: 'ACCEPTED', confirmsRole: true };
    expect(await house.refusal(nurse, 'respondToInvitation', forVolunteer)).toEqual({
      code: 'NOT_ALLOWED',
      field: 'input.participantId',
    });
    // A volunteer answers for themselves, though nothing of the meeting is shown to them without a consent.
    const query = 'mutation ($input: RespondToInvitationInput!) { respondToInvitation(input: $input) { answer } }';
    const own = await house.ask(volunteer, query, { input: { ...ids, answer: 'ACCEPTED', confirmsRole: true } });
    expect(own).toMatchObject({ data: { respondToInvitation: null }, errors: [], withheld: [{ category: 'MEETING' }] });
    const { participants } = await meetingNow(of, 'participants { id answer roleConfirmed }');
    expect(participants.find(({ id }: any) => id === participantOf(volunteer))).toMatchObject({
      answer: 'ACCEPTED',
      roleConfirmed: true,
    });
    const noted = { ...ids, participantId: participantOf(nurse), answer: 'ACCEPTED', confirmsRole: true };
    expect((await house.write(of.keyManager, 'respondToInvitation', noted, 'roleConfirmed')).roleConfirmed).toBe(true);
    const stranger = house.somebody('SOCIAL_WORKER');
    expect((await house.refusal(stranger, 'respondToInvitation', noted)).code).toBe('NOT_ALLOWED');
    expect((await house.refusal(of.keyManager, 'respondToInvitation', { ...noted, answer: 'INVITED' })).code).toBe(
      'INVALID_INPUT',
    );
  });

  it('flags who is new, and takes those who were there before for known', async () => {
    const of = await openCase(house);
    const { worker, ids, participantOf } = await called(of);
    await begin(house, ids.meetingId);
    const present = [participantOf(worker)];
    await house.write(of.keyManager, 'recordMeetingAttendance', { ...ids, version: 1, present }, '__typename');
    const nurse = house.somebody('WARD_NURSE');
    const guests = [guest(worker, 'SOCIAL'), guest(nurse, 'HEALTH')];
    const second = await house.write(of.keyManager, 'callMeeting', meetingInput(of, guests), PARTICIPANTS);
    const isNew = (actor: Actor) =>
      second.participants.find(({ professional }: any) => professional?.actorId === actor.id).newcomer;
    expect([isNew(worker), isNew(nurse)]).toEqual([false, true]);
  });
});

describe('decisions', () => {
  it('are made by somebody who was there and has the mandate for it, and by nobody else', async () => {
    const of = await openCase(house);
    const { keyManager } = of;
    const [absent, leader] = [house.somebody('SOCIAL_WORKER'), house.somebody('LEADER')];
    const { worker, ids, meeting, participantOf } = await called(of, [
      guest(absent, 'SOCIAL', { mandate: ['HOUSING', 'FINANCIAL_SUPPORT'] }),
      guest(leader, 'SOCIAL', { mandate: ['SOCIAL_SUPPORT'] }),
    ]);
    const decide = (actor: Actor, subject: string) => ({
      ...ids,
      participantId: participantOf(actor),
      subject,
      text: 'Der bevilges botilbud',
    });
    const before = await house.refusal(keyManager, 'recordDecision', decide(worker, 'HOUSING'));
    expect(before).toEqual({ code: 'MEETING_NOT_BEGUN' });
    await begin(house, ids.meetingId);
    const present = [participantOf(worker), participantOf(leader)];
    const attendance = { ...ids, version: meeting.version, present };
    const held = await house.write(keyManager, 'recordMeetingAttendance', attendance, `status version ${PARTICIPANTS}`);
    expect(held.status).toBe('HELD');
    const absentees = held.participants.filter((each: any) => each.attendance === 'ABSENT');
    expect(absentees.map(({ id }: any) => id)).toContain(participantOf(absent));

    const refused = { code: 'DECISION_OUTSIDE_MANDATE', field: 'input.participantId' };
    expect(await house.refusal(keyManager, 'recordDecision', decide(absent, 'HOUSING'))).toEqual(refused);
    expect(await house.refusal(keyManager, 'recordDecision', decide(worker, 'FINANCIAL_SUPPORT'))).toEqual(refused);
    expect(await house.refusal(keyManager, 'recordDecision', decide(worker, 'TREATMENT'))).toEqual(refused);
    const fields = 'sector subject decidedBy { id }';
    expect(await house.write(keyManager, 'recordDecision', decide(worker, 'HOUSING'), fields)).toEqual({
      sector: 'SOCIAL',
      subject: 'HOUSING',
      decidedBy: { id: participantOf(worker) },
    });
    expect((await meetingNow(of, 'decisions { text }')).decisions).toEqual([{ text: 'Der bevilges botilbud' }]);

    // Whoever decided was there: a later correction cannot make them absent.
    const corrected = { ...attendance, version: held.version, present: [participantOf(leader)] };
    expect((await house.refusal(keyManager, 'recordMeetingAttendance', corrected)).code).toBe(
      'DECISION_OUTSIDE_MANDATE',
    );
    const inTheDatabase = house.sql(
      `INSERT INTO meeting_decision (citizen_id, id, meeting_id, participant_id, sector, subject, text, recorded_at)
       VALUES ($1, gen_random_uuid(), $2, $3, 'SOCIAL', 'HOUSING', 'x', now())`,
      [of.citizenId, ids.meetingId, participantOf(absent)],
    );
    await expect(inTheDatabase).rejects.toMatchObject({ constraint: 'decision_within_mandate' });
  });

  it('of one sector are not in another’s mandate', async () => {
    const of = await openCase(house);
    const reaching = [guest(house.somebody('LEADER'), 'SOCIAL', { mandate: ['TREATMENT'] })];
    expect(await house.refusal(of.keyManager, 'callMeeting', meetingInput(of, reaching))).toEqual({
      code: 'INVALID_INPUT',
      field: 'input.participants.0.mandate',
    });
  });

  it('are flagged as missing when a deciding sector sends nobody who can decide', async () => {
    const of = await openCase(house);
    const consultant = house.somebody('JOB_CONSULTANT');
    await called(of, [guest(consultant, 'EMPLOYMENT')], { decidingSectors: ['SOCIAL', 'EMPLOYMENT'] });
    const { readiness } = await meetingNow(of, 'readiness { missingMandates }');
    expect(readiness.missingMandates).toEqual(['EMPLOYMENT']);
  });
});

describe('attendance and reaction', () => {
  it('are recorded once the meeting has begun, of those who were invited, and on its newest version', async () => {
    const of = await openCase(house);
    const { ids, worker, participantOf } = await called(of);
    const input = { ...ids, version: 1, present: [participantOf(worker)] };
    expect(await house.refusal(of.keyManager, 'recordMeetingAttendance', input)).toEqual({ code: 'MEETING_NOT_BEGUN' });
    await begin(house, ids.meetingId);
    const stranger = { ...input, present: [randomUUID()] };
    expect(await house.refusal(of.keyManager, 'recordMeetingAttendance', stranger)).toEqual({
      code: 'NOT_FOUND',
      field: 'input.present',
    });
    await house.write(of.keyManager, 'recordMeetingAttendance', input, '__typename');
    expect(await house.refusal(of.keyManager, 'recordMeetingAttendance', input)).toEqual({
      code: 'VERSION_CONFLICT',
      field: 'input.version',
    });
  });

  it('say that it was too much for the citizen, which is a note to the key manager to make the next one smaller', async () => {
    const of = await openCase(house);
    const { ids } = await called(of);
    const citizen = house.self(of.citizenId);
    const input = { ...ids, reaction: 'OVERWHELMED', note: 'Der var så mange' };
    expect(await house.refusal(citizen, 'recordReaction', input)).toEqual({ code: 'MEETING_NOT_BEGUN' });
    await begin(house, ids.meetingId);
    await house.write(citizen, 'recordReaction', input, '__typename');
    expect(await meetingNow(of, 'reaction reactionNote smallerNextTime')).toMatchObject({
      reaction: 'OVERWHELMED',
      reactionNote: 'Der var så mange',
      smallerNextTime: true,
    });
    await house.write(citizen, 'recordReaction', { ...ids, reaction: 'MOTIVATED' }, '__typename');
    expect((await meetingNow(of, 'smallerNextTime')).smallerNextTime).toBe(false);
  });
});
