/** A match has one mentor or volunteer, and its visits lie inside its period; only a planned visit is in the future. */
import { ngosServing } from '@sammen/reference-data';
import { lastAsked } from '../core/lastAsked.js';
import { recordId } from '../core/identifiers.js';
import { streamOf, topic } from '../core/random.js';
import type { Random } from '../core/random.js';
import { stratifiedPoint } from '../core/stratified.js';
import { isoDate, isoInstant, momentOf, workday } from '../core/time.js';
import { EDGE_CASES } from '../edgeCases.js';
import type {
  EarlyEndReason,
  Frequency,
  MentorshipRecord,
  VisitRecord,
  VolunteerMatchRecord,
} from '../records/ngoRecords.js';
import type { Person } from '../records/personRecords.js';
import { staffOf } from '../staff.js';
import type { StaffMember } from '../staff.js';
import { mentorIdOf, volunteerIdOf } from './helpers.js';
import { poolOfCitizen } from './pools.js';

/** Who is matched with a citizen, and how. */
type Kind = 'mentors' | 'volunteers';

const TOPICS = {
  mentors: { match: topic('mentor match'), visit: topic('mentor visit') },
  volunteers: { match: topic('volunteer match'), visit: topic('volunteer visit') },
};

/** Shares of the first 220 and of the others who are or were matched. */
const SHARES = { mentors: [0.3, 0.015], volunteers: [0.22, 0.015] } as const;

const outlines = {
  mentors: lastAsked((person: Person) => drawMatch(person, 'mentors')),
  volunteers: lastAsked((person: Person) => drawMatch(person, 'volunteers')),
};

/** The citizen's match with a mentor or a volunteer, or null: what relations rest on. */
export function matchOutlineOf(person: Person, kind: Kind): MatchOutline | null {
  return outlines[kind](person);
}

/** A match without its content. Days as numbers. */
export interface MatchOutline {
  readonly id: string;
  readonly helper: StaffMember;
  readonly helperNumber: number;
  readonly from: number;
  readonly plannedTo: number;
  readonly to: number | null;
  readonly endReason: EarlyEndReason | null;
}

function drawMatch(person: Person, kind: Kind): MatchOutline | null {
  const { profile, index, key } = person;
  const random = streamOf(key, TOPICS[kind].match);
  if (!isMatched(person, kind, random.unit())) return null;
  const { lastDay } = profile;
  const byHand = index === EDGE_CASES.showcase || (index === EDGE_CASES.knownToOneSectorOnly && kind === 'volunteers');
  const organisationId = index < 10 ? 'ngo-peer-vestkysten' : random.pick(ngosServing(person.municipalityCode));
  const helperNumber = helperNumberOf(index, organisationId, poolOfCitizen(index)[kind], random);
  const from = workday(lastDay - (byHand ? 100 : random.between(15, 380)));
  // Six months, extended to nine for some; volunteers are matched for a year.
  const plannedTo = from + (kind === 'volunteers' ? 365 : random.chance(0.3) ? 273 : 182);
  const early = random.chance(0.35) && !byHand ? from + random.between(10, 150) : null;
  const reason = random.pick(['CITIZEN_WISHED', 'MENTOR_LEFT', 'ADMISSION', 'MOVED', 'NO_CONTACT'] as const);
  if (early !== null && early < lastDay) return outline(early, reason);
  if (plannedTo <= lastDay) return outline(plannedTo, null);
  return person.deceasedOn === null ? outline(null, null) : outline(lastDay, 'DECEASED');

  function outline(to: number | null, endReason: EarlyEndReason | null): MatchOutline {
    const helper = staffOf(`${organisationId}/${kind}`, helperNumber);
    return { id: recordId(key, TOPICS[kind].match, 0), helper, helperNumber, from, plannedTo, to, endReason };
  }
}

function isMatched({ profile, index, seed }: Person, kind: Kind, point: number): boolean {
  if (!profile.sectors.includes('NGO')) return false;
  if (index === EDGE_CASES.showcase || index === EDGE_CASES.underGuardianship) return true;
  if (index === EDGE_CASES.knownToOneSectorOnly) return kind === 'volunteers';
  const [programme, larger] = SHARES[kind];
  if (profile.recipe === 'TEN_IN_EACH') return stratifiedPoint(seed, kind, index) < programme;
  return profile.age >= 18 && point < larger;
}

/** The persona of an NGO has a caseload in every population. */
function helperNumberOf(index: number, organisationId: string, pool: number, random: Random): number {
  const point = random.unit();
  if (index < 10) return 0;
  if (organisationId === 'ngo-peer-vestkysten' && pool <= 6 && point < 0.4) return 0;
  return Math.floor(random.unit() * pool);
}

const GOALS = [
  'At have nogen at tale med, der forstår det',
  'At komme mere ud',
  'At finde et fællesskab',
  'At holde fast i behandlingen',
  'At tro mere på mig selv',
  'At få en hverdag efter udskrivningen',
];
const ACTIVITIES = ['Gåtur', 'Kaffe og snak', 'Følgeskab til møde', 'Indkøb', 'Besøg i fællesskabet', 'Madlavning'];
const DAYS_BETWEEN: Readonly<Record<Frequency, number>> = { WEEKLY: 7, FORTNIGHTLY: 14, MONTHLY: 28 };

/** The citizen's mentorships. */
export function mentorshipsOf(person: Person): readonly MentorshipRecord[] {
  const outline = matchOutlineOf(person, 'mentors');
  if (outline === null) return [];
  const { plannedEndOn, ...common } = contentOf(person, outline, 'mentors');
  const mentorId = mentorIdOf(outline.helper.organisationId, outline.helperNumber);
  return [{ ...common, plannedEndOn, mentorId, mentorActorId: outline.helper.actorId }];
}

/** The citizen's matches with volunteers. */
export function volunteerMatchesOf(person: Person): readonly VolunteerMatchRecord[] {
  const outline = matchOutlineOf(person, 'volunteers');
  if (outline === null) return [];
  const volunteerId = volunteerIdOf(outline.helper.organisationId, outline.helperNumber);
  return [{ ...contentOf(person, outline, 'volunteers'), volunteerId, volunteerActorId: outline.helper.actorId }];
}

function contentOf(person: Person, outline: MatchOutline, kind: Kind) {
  const random = streamOf(person.key, TOPICS[kind].visit);
  const frequency = random.pick(['WEEKLY', 'WEEKLY', 'FORTNIGHTLY', 'MONTHLY'] as const);
  return {
    id: outline.id,
    citizenId: person.id,
    organisationId: outline.helper.organisationId,
    goals: random.sample(GOALS, random.between(1, 3)),
    frequency,
    startedOn: isoDate(outline.from),
    plannedEndOn: isoDate(outline.plannedTo),
    endedOn: outline.to === null ? null : isoDate(outline.to),
    endedEarly: outline.endReason !== null,
    endReason: outline.endReason,
    visits: visitsOf(person, outline, kind, frequency, random),
  };
}

function visitsOf(
  person: Person,
  { from, to }: MatchOutline,
  kind: Kind,
  frequency: Frequency,
  random: Random,
): readonly VisitRecord[] {
  const visits: VisitRecord[] = [];
  const { lastDay } = person.profile;
  const end = to ?? lastDay + DAYS_BETWEEN[frequency];
  for (let day = from + random.between(1, 6); day < end; day += DAYS_BETWEEN[frequency]) {
    const held = day < lastDay;
    visits.push({
      id: recordId(person.key, TOPICS[kind].visit, visits.length),
      at: isoInstant(momentOf(day, random.between(10, 18), random.pick([0, 15, 30, 45]))),
      durationMinutes: random.pick([45, 60, 90, 120]),
      activity: random.pick(ACTIVITIES),
      status: !held ? 'PLANNED' : random.chance(0.12) ? 'CANCELLED' : 'HELD',
    });
    if (!held) break;
  }
  return visits;
}
