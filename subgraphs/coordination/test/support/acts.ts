/** What people do in coordination, as often as tests need it. */
import type { Actor } from '@sammen/consent';
import { type Coordination, day, hours, person } from './coordination.js';

type Variables = Record<string, unknown>;

/** An open case with its key manager, and the citizen it is about. */
export interface OpenCase {
  readonly citizenId: string;
  readonly caseId: string;
  readonly version: number;
  readonly keyManager: Actor;
}

/** A plan of an open case. */
export interface OpenPlan extends OpenCase {
  readonly planId: string;
}

/** A new citizen with a case that a new key manager opened for themselves. */
export async function openCase(house: Coordination, keyManager = house.somebody('KEY_MANAGER')): Promise<OpenCase> {
  const citizenId = await house.newCitizen();
  const input = { citizenId, purpose: 'At hverdagen hænger sammen', keyManager: person(keyManager) };
  const { id, version } = await house.write(keyManager, 'openCase', input, 'id version');
  return { citizenId, caseId: id, version, keyManager };
}

/** A case with an action plan. */
export async function openPlan(house: Coordination, said: Variables = {}): Promise<OpenPlan> {
  const of = await openCase(house);
  const { citizenId, caseId, keyManager } = of;
  const input = { citizenId, caseId, kind: 'ACTION_PLAN', ...said };
  const { id: planId } = await house.write(keyManager, 'openPlan', input);
  return { ...of, planId };
}

/** The plan as its key manager sees it now. */
export async function planNow(house: Coordination, { citizenId, keyManager }: OpenCase, fields: string): Promise<any> {
  const { plans } = await house.see(
    keyManager,
    citizenId,
    `plans { nodes { id version versionNumber status ${fields} } }`,
  );
  return plans.nodes[0];
}

/** The input of an agreement, for the version that the plan has now. */
export async function agreementInput(house: Coordination, plan: OpenPlan, said: Variables = {}): Promise<Variables> {
  const { version } = await planNow(house, plan, '');
  const { citizenId, planId } = plan;
  const responsible = person(house.somebody('SOCIAL_WORKER'));
  return { citizenId, planId, version, action: 'Noget aftalt', responsible, sector: 'SOCIAL', dueOn: day(14), ...said };
}

/** Makes an agreement. */
export async function agree(
  house: Coordination,
  plan: OpenPlan,
  said: Variables = {},
  fields = 'id rank',
): Promise<any> {
  return house.write(plan.keyManager, 'agree', await agreementInput(house, plan, said), fields);
}

/** The input of a meeting. */
export function meetingInput(of: OpenCase, participants: readonly Variables[], said: Variables = {}): Variables {
  const { citizenId, caseId } = of;
  const when = { startsAt: hours(48), place: 'Et sted uden for rådhuset', purpose: 'Følge op på planen' };
  return { citizenId, caseId, ...when, participants, ...said };
}

/** Somebody to be invited for their sector. */
export function guest(actor: Actor, sector: string, said: Variables = {}): Variables {
  return { person: person(actor), sector, ...said };
}

/** Lets the time of a meeting come. */
export async function begin(house: Coordination, meetingId: string): Promise<void> {
  await house.sql(`UPDATE meeting SET starts_at = now() - interval '1 hour' WHERE id = $1`, [meetingId]);
}
