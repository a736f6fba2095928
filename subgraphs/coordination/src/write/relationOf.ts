import type { ReportedRelation } from '@sammen/subgraph-kit';
import type { CareTeamMember } from '../model/careTeamMember.js';
import type { CoordinationCase } from '../model/coordinationCase.js';
import type { KeyManager } from '../model/keyManager.js';
import type { Meeting } from '../model/meeting.js';
import { InvitationAnswer, type MeetingParticipant } from '../model/meetingParticipant.js';
import { PlanKind, type Plan } from '../model/plan.js';
import type { PlanParty } from '../model/planParty.js';

/** What coordination reports to the decision point. A relation has the id of the row that it is evidence from. */

/** How long after a meeting its participants still need it: for minutes and for what they took on. */
export const AFTER_MEETING_DAYS = 30;

const DAY_MS = 86_400_000;
const ended = (at: Date | null): number | null => at?.getTime() ?? null;

/** The key manager of a case. */
export function keyManagerRelation(row: KeyManager): ReportedRelation {
  return {
    id: row.id,
    kind: 'KEY_MANAGER',
    organisationId: row.organisationId ?? '',
    unitId: null,
    actorId: row.actorId,
    planKind: null,
    validFrom: row.validFrom.getTime(),
    validTo: ended(row.validTo),
  };
}

/** Whoever opened a case keeps a part in it until it is closed. */
export function openerRelation(row: CoordinationCase): ReportedRelation {
  return {
    ...PARTY,
    id: row.id,
    organisationId: row.organisationId,
    actorId: row.openedBy,
    validFrom: row.openedAt.getTime(),
    validTo: ended(row.closedAt),
  };
}

/** Somebody on the care team. */
export function memberRelation(row: CareTeamMember): ReportedRelation {
  return {
    ...PARTY,
    id: row.id,
    organisationId: row.organisationId ?? '',
    actorId: row.actorId,
    validFrom: row.validFrom.getTime(),
    validTo: ended(row.validTo),
  };
}

/** A party of a plan; null for the citizen. Only plans of §§ 13 a and 13 b carry their kind, for only they open data by law. */
export function partyRelation(row: PlanParty, plan: Plan): ReportedRelation | null {
  if (row.organisationId === null) return null;
  const byLaw = plan.kind === PlanKind.DISCHARGE_AGREEMENT || plan.kind === PlanKind.COORDINATION_PLAN;
  return {
    ...PARTY,
    id: row.id,
    organisationId: row.organisationId,
    unitId: row.actorId === null ? row.unitId : null,
    actorId: row.actorId,
    planKind: byLaw ? (plan.kind as 'DISCHARGE_AGREEMENT' | 'COORDINATION_PLAN') : null,
    validFrom: row.joinedAt.getTime(),
    validTo: ended(row.leftAt ?? plan.closedAt),
  };
}

/** Somebody invited to a meeting; null for the citizen and their own people. Ends at once with a no or a cancellation. */
export function participantRelation(row: MeetingParticipant, meeting: Meeting, now: Date): ReportedRelation | null {
  if (row.organisationId === null || row.actorId === null) return null;
  const over = row.answer === InvitationAnswer.DECLINED || meeting.status === 'CANCELLED';
  return {
    ...PARTY,
    id: row.id,
    organisationId: row.organisationId,
    actorId: row.actorId,
    validFrom: meeting.calledAt.getTime(),
    validTo: over ? now.getTime() : meeting.startsAt.getTime() + AFTER_MEETING_DAYS * DAY_MS,
  };
}

const PARTY = { kind: 'PLAN_PARTY', unitId: null, planKind: null } as const;
