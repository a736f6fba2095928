import { randomUUID } from 'node:crypto';
import type { Actor } from '@sammen/consent';
import { useCoordination } from './support/coordination.js';
import { agree, guest, meetingInput, openPlan } from './support/acts.js';

const house = useCoordination('0751');
const EVERYTHING = `plans { totalCount nodes { id goals { text } agreements { action } } } meetings { totalCount nodes { id } }
  safeSetting { place } keyManager { professional { name } } careTeam { task } coordinationCase { id }`;
const NOTHING = {
  plans: null,
  meetings: null,
  safeSetting: null,
  keyManager: null,
  careTeam: null,
  coordinationCase: null,
};
const ENTITY = `query ($them: [_Any!]!) { _entities(representations: $them) {
  ... on Plan { id status } ... on Agreement { id action } ... on Meeting { id place } ... on CoordinationCase { id purpose } } }`;

/** A citizen with something of everything, and a mentor who is invited. */
async function everything() {
  const plan = await openPlan(house);
  const agreement = await agree(house, plan);
  const mentor = house.somebody('MENTOR');
  const meeting = await house.write(plan.keyManager, 'callMeeting', meetingInput(plan, [guest(mentor, 'NGO')]));
  return { ...plan, agreementId: agreement.id as string, meetingId: meeting.id as string, mentor };
}

/** The citizen allows a role to see categories, for one purpose. */
async function consent(citizenId: string, role: string, categories: string[], purpose: string): Promise<void> {
  await house.sql(
    `INSERT INTO consent_choice (citizen_id, id, version, effect, recipients, categories, purposes, valid_from, valid_to, form, legal_basis,
       consequences_explained, given_by, recorded_by, policy_version, recorded_at)
     VALUES ($1, gen_random_uuid(), 1, 'CONSENT', $2, $3, $4, now() - interval '1 hour', now() + interval '30 days', 'DIGITAL', 'SOCIAL_DATA',
       true, 'x', 'x', '1', now() - interval '1 hour')`,
    [citizenId, JSON.stringify([{ role }]), categories, [purpose]],
    'citizen',
  );
}

describe('who sees what', () => {
  it('I-1: nobody without a relation or a consent sees anything, and the citizen sees all of it', async () => {
    const { citizenId } = await everything();
    for (const role of [
      'SOCIAL_WORKER',
      'JOB_CONSULTANT',
      'PSYCHIATRIST',
      'WARD_NURSE',
      'MENTOR',
      'LEADER',
      'KEY_MANAGER',
    ] as const)
      expect(await house.see(house.somebody(role), citizenId, EVERYTHING)).toEqual(NOTHING);
    const own = await house.see(house.self(citizenId), citizenId, EVERYTHING);
    expect(own.plans.nodes[0].agreements).toEqual([{ action: 'Noget aftalt' }]);
    expect(own.meetings.totalCount).toBe(1);
    expect(await house.see(house.self(await house.newCitizen()), citizenId, EVERYTHING)).toEqual(NOTHING);
  });

  it('a volunteer is shown meetings and the care team with a consent, and never the plan', async () => {
    const { citizenId } = await everything();
    const volunteer = house.somebody('VOLUNTEER');
    await consent(citizenId, 'VOLUNTEER', ['PLAN', 'MEETING', 'CARE_TEAM'], 'PEER_SUPPORT');
    const query = `query ($them: [_Any!]!) { _entities(representations: $them) { ... on Citizen {
      plans { totalCount } meetings { nodes { id plan { id } } } keyManager { professional { name } } } } }`;
    const { data, withheld } = await house.ask(volunteer, query, { them: [{ __typename: 'Citizen', id: citizenId }] });
    const [seen] = data._entities;
    expect(seen.plans).toBeNull();
    expect(seen.meetings.nodes).toEqual([{ id: expect.any(String), plan: null }]);
    expect(seen.keyManager.professional.name).toBe('Prøve KEY_MANAGER');
    expect(
      withheld.filter(({ category }) => category === 'PLAN').map(({ path, state }) => [path.join('.'), state]),
    ).toEqual([
      ['_entities.0.plans', 'OUT_OF_SCOPE'],
      ['_entities.0.meetings.nodes.0.plan', 'OUT_OF_SCOPE'],
    ]);
  });

  it('a consent of one category opens that one', async () => {
    const { citizenId, mentor } = await everything();
    await consent(citizenId, 'MENTOR', ['MEETING'], 'PEER_SUPPORT');
    const seen = await house.see(mentor, citizenId, EVERYTHING);
    expect(seen).toEqual({ ...NOTHING, meetings: { totalCount: 1, nodes: [{ id: expect.any(String) }] } });
  });

  it('the consent holds inside a mutation’s answer too', async () => {
    const { citizenId, meetingId, mentor } = await everything();
    await consent(citizenId, 'MENTOR', ['MEETING'], 'PEER_SUPPORT');
    const input = { citizenId, meetingId, answer: 'ACCEPTED' };
    const query = `mutation ($input: RespondToInvitationInput!) { respondToInvitation(input: $input) { answer professional { name } } }`;
    const { data } = await house.ask(mentor, query, { input });
    expect(data.respondToInvitation).toEqual({ answer: 'ACCEPTED', professional: { name: 'Prøve MENTOR' } });
  });
});

describe('I-3: whether something is there', () => {
  const keysOf = (of: Awaited<ReturnType<typeof everything>>) => ({
    Plan: of.planId,
    Agreement: of.agreementId,
    Meeting: of.meetingId,
    CoordinationCase: of.caseId,
  });

  it('is not told by references: an id that exists and one that does not give the same answer', async () => {
    const of = await everything();
    const stranger = house.somebody('SOCIAL_WORKER');
    const probe = async (actor: Actor, made: boolean) => {
      const them = Object.entries(keysOf(of)).map(([__typename, id]) => ({
        __typename,
        citizenId: of.citizenId,
        id: made ? randomUUID() : id,
      }));
      const { data, withheld, errors } = await house.ask(actor, ENTITY, { them });
      return { data, withheld, errors };
    };
    const there = await probe(stranger, false);
    expect(there.data._entities).toEqual([null, null, null, null]);
    expect(await probe(stranger, true)).toEqual(there);
    expect((await probe(of.keyManager, false)).data._entities.map((each: any) => each.id)).toEqual(
      Object.values(keysOf(of)),
    );
    expect((await probe(of.keyManager, true)).data._entities).toEqual([null, null, null, null]);
  });

  it('is not told for one citizen by the key of another', async () => {
    const [one, two] = [await everything(), await everything()];
    const them = Object.entries(keysOf(two)).map(([__typename, id]) => ({ __typename, citizenId: one.citizenId, id }));
    const { data } = await house.ask(one.keyManager, ENTITY, { them });
    expect(data._entities).toEqual([null, null, null, null]);
  });

  it('is not told by mutations: somebody’s plan and none at all are refused alike', async () => {
    const of = await everything();
    const stranger = await openPlan(house);
    const { citizenId, planId, agreementId, meetingId } = of;
    const attempts: [string, object, string][] = [
      ['closePlan', { version: 1, reason: 'Nej' }, 'planId'],
      ['cancelMeeting', { version: 1 }, 'meetingId'],
      ['planFollowUp', { dueOn: '2099-01-01', whatIsChecked: 'Nej' }, 'agreementId'],
    ];
    const ids: Record<string, string> = { planId, meetingId, agreementId };
    // A key manager of the same municipality may write plans; not this one.
    await house.relate(citizenId, {
      kind: 'PLAN_PARTY',
      organisationId: house.municipalityId,
      actorId: stranger.keyManager.id,
    });
    for (const [mutation, said, key] of attempts) {
      const known = await house.refusal(stranger.keyManager, mutation, { citizenId, ...said, [key]: ids[key] });
      const unknown = await house.refusal(stranger.keyManager, mutation, { citizenId, ...said, [key]: randomUUID() });
      expect(known.code).toBe('NOT_FOUND');
      expect(unknown.code).toBe(known.code);
    }
  });
});

it('I-8: what is refused says nothing of what was sent', async () => {
  const { citizenId, planId, keyManager } = await openPlan(house);
  const secret = 'HEMMELIGT-9901';
  const attempts = [
    { citizenId, planId, version: 1, text: secret.repeat(200) },
    { citizenId: secret, planId, version: 1, text: 'x' },
    { citizenId, planId: secret, version: 1, text: 'x' },
    { citizenId, planId, version: secret, text: 'x' },
  ];
  for (const input of attempts) {
    const answer = await house.ask(keyManager, 'mutation ($input: SetGoalInput!) { setGoal(input: $input) { id } }', {
      input,
    });
    expect(answer.errors).toHaveLength(1);
    expect(JSON.stringify(answer)).not.toContain(secret);
  }
});
