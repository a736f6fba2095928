/** The people around a citizen are those whom the sectors' own records name: no sector is told of a helper that the helper's sector does not know. */
import type { Role, Sector } from '@sammen/consent';
import { jobCentreOutlineOf } from '../municipality/jobCentre.js';
import { serviceOutlineOf } from '../municipality/socialServices.js';
import { matchOutlineOf } from '../ngo/matches.js';
import { treatmentOutlineOf } from '../psychiatry/treatments.js';
import type { Person } from '../records/personRecords.js';
import { staffOf } from '../staff.js';
import type { StaffMember } from '../staff.js';
import type { CaseOutline } from './caseOutline.js';

/** Somebody around the citizen. Days as numbers. */
export interface TeamMember {
  readonly member: StaffMember;
  readonly sector: Sector;
  readonly role: Role;
  readonly responsible: boolean;
  readonly task: string;
  readonly from: number;
  readonly to: number | null;
}

/** Everybody around a citizen with a case, the key manager first, the leader with a mandate last. */
export function teamOf(person: Person, outline: CaseOutline): readonly TeamMember[] {
  const team: TeamMember[] = outline.keyManagers.map((period) => ({
    member: period.member,
    sector: 'COORDINATION',
    role: 'KEY_MANAGER',
    responsible: true,
    task: 'Tovholder: samler planen og følger op',
    from: period.from,
    to: period.to,
  }));
  team.reverse(); // the present key manager first
  const treatment = treatmentOutlineOf(person)[0];
  if (treatment !== undefined)
    team.push(
      row(
        treatment.responsible,
        'PSYCHIATRY',
        'PSYCHIATRIST',
        'Behandling og medicin',
        treatment.from,
        treatment.to,
        true,
      ),
    );
  const seen = new Set<string>();
  for (const service of serviceOutlineOf(person)) {
    if (service.to !== null || seen.has(service.caseworker.actorId)) continue;
    const first = seen.size === 0;
    seen.add(service.caseworker.actorId);
    team.push(
      row(service.caseworker, 'MUNICIPALITY', 'SOCIAL_WORKER', service.paragraph.da, service.from, null, first),
    );
  }
  const job = jobCentreOutlineOf(person);
  if (job !== null && job.closedOn === null)
    team.push(
      row(
        job.caseworker,
        'MUNICIPALITY',
        'JOB_CONSULTANT',
        'Arbejde og forsørgelse',
        job.openedOn,
        null,
        seen.size === 0,
      ),
    );
  const mentor = matchOutlineOf(person, 'mentors');
  if (mentor !== null)
    team.push(
      row(
        mentor.helper,
        'NGO',
        'MENTOR',
        'Støtte fra en, der selv har prøvet det',
        mentor.from,
        mentor.to,
        mentor.to === null,
      ),
    );
  const volunteer = matchOutlineOf(person, 'volunteers');
  if (volunteer !== null)
    team.push(
      row(
        volunteer.helper,
        'NGO',
        'VOLUNTEER',
        'Besøg og fællesskab',
        volunteer.from,
        volunteer.to,
        mentor?.to !== null && volunteer.to === null,
      ),
    );
  const leader = staffOf(`municipality-${outline.municipalityCode}`, 0);
  team.push(
    row(
      leader,
      'MUNICIPALITY',
      'LEADER',
      'Beslutninger på tværs af kommunens afdelinger',
      outline.openedOn,
      outline.closedOn,
      false,
    ),
  );
  return team;
}

function row(
  member: StaffMember,
  sector: Sector,
  role: Role,
  task: string,
  from: number,
  to: number | null,
  responsible: boolean,
): TeamMember {
  return { member, sector, role, responsible: responsible && to === null, task, from, to };
}
