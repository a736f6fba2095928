import type { Actor } from '@sammen/consent';
import type { EntityManager } from 'typeorm';

/**
 * Who has a part in a case, a plan or a meeting. The right to write a category opens no other people's plans: somebody
 * without a part is answered as if there were no such plan.
 */

const PART_IN_CASE = `
  SELECT 1 FROM coordination_case WHERE citizen_id = $1 AND id = $2 AND opened_by = $3
  UNION ALL SELECT 1 FROM key_manager WHERE citizen_id = $1 AND case_id = $2 AND actor_id = $3 AND valid_to IS NULL
  UNION ALL SELECT 1 FROM care_team_member WHERE citizen_id = $1 AND case_id = $2 AND actor_id = $3 AND valid_to IS NULL`;

/** A party that is an organisation or a unit is represented by its people, who by now have shown a relation of theirs. */
const PART_IN_PLAN = `
  SELECT 1 FROM plan_party WHERE citizen_id = $1 AND plan_id = $2 AND left_at IS NULL
    AND (actor_id = $3 OR (actor_id IS NULL AND organisation_id = $4
      AND (unit_id IS NULL OR unit_id = $5 OR starts_with($5, unit_id || '/'))))`;

const PART_IN_MEETING = `
  SELECT 1 FROM meeting WHERE citizen_id = $1 AND id = $2 AND called_by = $3
  UNION ALL SELECT 1 FROM meeting_participant WHERE citizen_id = $1 AND meeting_id = $2 AND actor_id = $3`;

/** Whether somebody opened the case, manages it or is on its care team. Citizens have a part in their own. */
export async function hasPartInCase(
  manager: EntityManager,
  actor: Actor,
  citizenId: string,
  caseId: string | null,
): Promise<boolean> {
  if (actor.role === 'CITIZEN') return actor.citizenId === citizenId;
  return caseId !== null && any(await manager.query(`${PART_IN_CASE} LIMIT 1`, [citizenId, caseId, actor.id]));
}

/** Whether somebody is a party of the plan, or has a part in its case. */
export async function hasPartInPlan(
  manager: EntityManager,
  actor: Actor,
  plan: { readonly citizenId: string; readonly id: string; readonly caseId: string | null },
): Promise<boolean> {
  if (await hasPartInCase(manager, actor, plan.citizenId, plan.caseId)) return true;
  const { organisationId, unitId } = actor;
  return any(
    await manager.query(`${PART_IN_PLAN} LIMIT 1`, [plan.citizenId, plan.id, actor.id, organisationId, unitId]),
  );
}

/** Whether somebody called the meeting, is invited, or has a part in its case. */
export async function hasPartInMeeting(
  manager: EntityManager,
  actor: Actor,
  meeting: { readonly citizenId: string; readonly id: string; readonly caseId: string | null },
): Promise<boolean> {
  if (await hasPartInCase(manager, actor, meeting.citizenId, meeting.caseId)) return true;
  return any(await manager.query(`${PART_IN_MEETING} LIMIT 1`, [meeting.citizenId, meeting.id, actor.id]));
}

function any(rows: unknown): boolean {
  return (rows as readonly unknown[]).length > 0;
}
