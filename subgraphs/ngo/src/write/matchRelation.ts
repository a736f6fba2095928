import { startOfDay } from '@sammen/subgraph-kit';
import type { ReportedRelation } from '@sammen/subgraph-kit';
import { addDays } from '../days.js';
import type { CourseEnrolment } from '../model/courseEnrolment.js';
import type { Match } from '../model/match.js';
import { derivedId } from './derivedId.js';

/** How long a coordinator still needs the record of what has ended: to evaluate, to answer the citizen, to match anew. */
export const AFTERCARE_DAYS = 30;

/**
 * The care relations that a match is evidence of. One names the mentor or volunteer: it ends by itself after the planned
 * last day, and at once when the match is ended. The other names nobody, so it is evidence for the organisation's
 * coordinators alone (packages/consent, RELATIONS_OF_ROLE), who answer for the match a while longer.
 */
export function matchRelations(
  kind: 'MENTOR_MATCH' | 'VOLUNTEER_MATCH',
  match: Match,
  actorId: string,
): readonly ReportedRelation[] {
  const { id, organisationId, startedOn, plannedEndOn, endedOn } = match;
  const lastDay = endedOn ?? plannedEndOn;
  const planned = plannedEndOn === null ? null : startOfDay(addDays(plannedEndOn, 1));
  const known = { kind, organisationId, unitId: null, planKind: null, validFrom: startOfDay(startedOn) };
  return [
    { ...known, id, actorId, validTo: endedOn === null ? planned : Date.now() },
    {
      ...known,
      id: derivedId(`organisation-of-match:${id}`),
      actorId: null,
      validTo: lastDay === null ? null : aftercare(lastDay),
    },
  ];
}

/** The relation of an enrolment: it names nobody, so it is evidence for the organisation's coordinators alone. */
export function enrolmentRelation(enrolment: CourseEnrolment, courseEndsOn: string): ReportedRelation {
  const { id, organisationId, enrolledOn, withdrawnOn } = enrolment;
  return {
    id,
    kind: 'COURSE_ENROLMENT',
    organisationId,
    unitId: null,
    actorId: null,
    planKind: null,
    validFrom: startOfDay(enrolledOn),
    validTo: aftercare(withdrawnOn ?? courseEndsOn),
  };
}

function aftercare(lastDay: string): number {
  return startOfDay(addDays(lastDay, 1 + AFTERCARE_DAYS));
}
