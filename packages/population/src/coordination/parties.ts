/** The parties of an action plan are all who help the citizen now; of a plan of §§ 13 a/b those who discharge and those who receive. */
import { recordId } from '../core/identifiers.js';
import { topic } from '../core/random.js';
import { isoDate } from '../core/time.js';
import type { PlanPartyRecord } from '../records/coordinationRecords.js';
import type { Person } from '../records/personRecords.js';
import type { PlanOutline } from './plans.js';
import type { TeamMember } from './team.js';

const PARTY = topic('plan party');

const LEGAL_ROLES: readonly string[] = ['PSYCHIATRIST', 'SOCIAL_WORKER', 'KEY_MANAGER'];

/** The parties of a plan beside the citizen. */
export function partiesOf(person: Person, plan: PlanOutline, team: readonly TeamMember[]): readonly PlanPartyRecord[] {
  const legal = plan.kind !== 'ACTION_PLAN';
  const parties = team.filter((each) => each.to === null && (!legal || LEGAL_ROLES.includes(each.role)));
  return parties.map(({ member, sector, role, from }, number) => ({
    id: recordId(person.key, PARTY, plan.number * 16 + number),
    sector,
    role,
    actorId: member.actorId,
    name: member.name,
    organisationId: member.organisationId,
    unitId: member.unitId,
    joinedOn: isoDate(Math.max(plan.createdOn, from)),
  }));
}
