import pg from 'pg';
import { useSystem } from '../../../test/support/system.js';
import { arrange, daysFromNow, end, newVolunteer, record, see, unknownId } from './support/acts.js';
import { NGO, OTHER_NGO, actorOf, ask, citizenNumber } from './support/people.js';
import { rush } from './support/rush.js';

const system = useSystem();
const coordinator = actorOf('NGO_COORDINATOR');
const citizen = citizenNumber(5);

async function arranged(said: Record<string, unknown> = {}) {
  const volunteer = await newVolunteer(system, coordinator);
  const { data } = await arrange(system, coordinator, citizen, volunteer.id, said);
  return { volunteer, agreement: data.arrangeVolunteer };
}

describe('a volunteer', () => {
  it('sees the visits while the agreement lasts, and never more than that', async () => {
    const { volunteer, agreement } = await arranged();
    const at = { citizenId: citizen, matchId: agreement.id, activity: 'Kaffe og snak' };
    expect((await record(system, volunteer.actor, 'recordVolunteerVisit', at)).codes).toEqual([]);
    const { citizen: seen, withheld } = await see(system, volunteer.actor, citizen);
    const mine = seen.volunteerVisits.nodes.filter((node: any) => node.agreement.id === agreement.id);
    expect(mine).toMatchObject([{ activity: 'Kaffe og snak', agreement: { volunteerName: 'Frivillig Prøve' } }]);
    expect([seen.mentorships, seen.psychoEducation]).toEqual([null, null]);
    expect(withheld.filter(({ state }) => state === 'OUT_OF_SCOPE').map(({ path }) => path[2])).toEqual(
      expect.arrayContaining(['mentorships', 'psychoEducation']),
    );
  });

  it('sees nothing any more once the agreement has ended, and records nothing either', async () => {
    const { volunteer, agreement } = await arranged({ plannedEndOn: daysFromNow(100) });
    const over = { citizenId: citizen, matchId: agreement.id, version: 1 };
    const noReason = await end(system, coordinator, 'endVolunteerAgreement', over);
    expect(noReason.codes).toEqual(['END_REASON_REQUIRED']);
    const ended = await end(system, coordinator, 'endVolunteerAgreement', { ...over, reason: 'MOVED' });
    expect(ended.data.endVolunteerAgreement).toMatchObject({ status: 'ENDED_EARLY', endReason: 'MOVED' });

    const { citizen: seen } = await see(system, volunteer.actor, citizen);
    expect(Object.values(seen)).toEqual([null, null, null, null, null]);
    const late = await record(system, volunteer.actor, 'recordVolunteerVisit', { ...over, version: undefined });
    expect(late.codes).toEqual(['NOT_ALLOWED']);
    const list = await ask(system, volunteer.actor, '{ myVisitAgreements { totalCount nodes { id } } }');
    expect(list.data.myVisitAgreements).toEqual({ totalCount: 0, nodes: [] });
  });

  it('sees nothing of a citizen that another volunteer visits', async () => {
    await arranged();
    const other = await newVolunteer(system, coordinator);
    expect((await see(system, other.actor, citizen)).citizen.volunteerVisits).toBeNull();
  });

  it('records own visits only', async () => {
    const [one, other] = [await arranged(), await arranged()];
    const theirs = { citizenId: citizen, matchId: one.agreement.id };
    expect((await record(system, other.volunteer.actor, 'recordVolunteerVisit', theirs)).codes).toEqual(['NOT_FOUND']);
    const arranging = await arrange(system, one.volunteer.actor, citizen, one.volunteer.id);
    expect(arranging.codes).toEqual(['NOT_ALLOWED']);
  });
});

describe('an agreement is refused', () => {
  it('with a volunteer of another NGO as with nobody, with one without room, and twice with the same', async () => {
    const foreign = await newVolunteer(system, actorOf('NGO_COORDINATOR', OTHER_NGO));
    const theirs = await arrange(system, coordinator, citizen, foreign.id);
    expect(theirs.codes).toEqual(['VOLUNTEER_UNKNOWN']);
    expect(theirs).toEqual(await arrange(system, coordinator, citizen, unknownId()));
    const busy = await newVolunteer(system, coordinator, { capacity: 1 });
    const arranging = [5, 6].map((number) => () => arrange(system, coordinator, citizenNumber(number), busy.id));
    const answers = await rush(system, 'volunteer', busy.id, arranging);
    expect(answers.flatMap(({ codes }) => codes)).toEqual(['VOLUNTEER_FULL']);
    const { volunteer } = await arranged();
    expect((await arrange(system, coordinator, citizen, volunteer.id)).codes).toEqual(['ALREADY_MATCHED']);
  });

  it('to be left by a volunteer who is still matched', async () => {
    const { volunteer } = await arranged();
    const change = `mutation ($input: ChangeVolunteerInput!) { changeVolunteer(input: $input) { version } }`;
    const stop = { volunteerId: volunteer.id, version: 1, activeTo: daysFromNow(0) };
    expect((await ask(system, coordinator, change, { input: stop })).codes).toEqual(['STILL_MATCHED']);
  });
});

it('what is arranged is told to the decision point in the same transaction, for the volunteer and the organisation', async () => {
  const { volunteer, agreement } = await arranged();
  const client = new pg.Client({ connectionString: system.databaseUrl('citizen') });
  await client.connect();
  const { rows } = await client.query(
    `SELECT kind, organisation_id, actor_id, valid_to FROM care_relation
     WHERE citizen_id = $1 AND valid_from <= now() AND (id = $2 OR (actor_id IS NULL AND kind = 'VOLUNTEER_MATCH'))
     ORDER BY actor_id NULLS LAST`,
    [citizen, agreement.id],
  );
  await client.end();
  const known = { kind: 'VOLUNTEER_MATCH', organisation_id: NGO, valid_to: null };
  expect(rows[0]).toEqual({ ...known, actor_id: volunteer.actor.id });
  expect(rows.slice(1)).toContainEqual({ ...known, actor_id: null });
});
