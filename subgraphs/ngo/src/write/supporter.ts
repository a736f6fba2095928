import { assertId, today } from '@sammen/subgraph-kit';
import { type EntityManager, type EntityTarget, type FindOptionsWhere, IsNull, MoreThanOrEqual } from 'typeorm';
import { NGO_ERRORS, ngoError } from '../errors.js';
import { Mentor } from '../model/mentor.js';
import { Mentorship } from '../model/mentorship.js';
import { VisitAgreement } from '../model/visitAgreement.js';
import { Volunteer } from '../model/volunteer.js';

type Prefix = 'MENTOR' | 'VOLUNTEER';

/** A mentor who can take one more citizen; locked, so that two matches at once cannot both take the last place. */
export async function lockFreeMentor(manager: EntityManager, id: string, organisationId: string | null) {
  const mentor = await lockOwn(manager, Mentor, 'MENTOR', id, organisationId);
  if (!mentor.targets.includes('CITIZEN' as never)) throw refuse('MENTOR_NOT_FOR_CITIZENS', 'MENTOR');
  const open = { mentorId: id, endedOn: IsNull(), plannedEndOn: MoreThanOrEqual(today()) };
  if ((await manager.countBy(Mentorship, open)) >= mentor.capacity) throw refuse('MENTOR_FULL', 'MENTOR');
  return mentor;
}

/** A volunteer who can take one more citizen; locked like a mentor. */
export async function lockFreeVolunteer(manager: EntityManager, id: string, organisationId: string | null) {
  const volunteer = await lockOwn(manager, Volunteer, 'VOLUNTEER', id, organisationId);
  const open = { volunteerId: id, endedOn: IsNull() };
  const counted = await manager.countBy(VisitAgreement, [
    { ...open, plannedEndOn: IsNull() },
    { ...open, plannedEndOn: MoreThanOrEqual(today()) },
  ]);
  if (counted >= volunteer.capacity) throw refuse('VOLUNTEER_FULL', 'VOLUNTEER');
  return volunteer;
}

/** An active mentor of the organisation, locked. @throws MENTOR_UNKNOWN, MENTOR_INACTIVE */
export function lockActiveMentor(manager: EntityManager, id: string, organisationId: string | null) {
  return lockOwn(manager, Mentor, 'MENTOR', id, organisationId);
}

async function lockOwn<Row extends Mentor | Volunteer>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  prefix: Prefix,
  id: string,
  organisationId: string | null,
): Promise<Row> {
  assertId(id, fieldOf(prefix));
  const person = await manager.findOne(entity, {
    where: { id, organisationId: organisationId ?? '' } as FindOptionsWhere<Row>,
    lock: { mode: 'pessimistic_write' },
  });
  if (person === null) throw refuse(`${prefix}_UNKNOWN`, prefix);
  const now = today();
  if (person.activeFrom > now || (person.activeTo !== null && person.activeTo < now))
    throw refuse(`${prefix}_INACTIVE`, prefix);
  return person;
}

function refuse(code: keyof typeof NGO_ERRORS, prefix: Prefix) {
  return ngoError(code, { field: fieldOf(prefix) });
}

function fieldOf(prefix: Prefix): string {
  return prefix === 'MENTOR' ? 'input.mentorId' : 'input.volunteerId';
}
