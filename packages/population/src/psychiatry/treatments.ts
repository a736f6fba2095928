/** Contacts lie inside their treatment course; their number is heavy-tailed on purpose. */
import { lastAsked } from '../core/lastAsked.js';
import { logNormal, zipf } from '../core/distribution.js';
import { recordId } from '../core/identifiers.js';
import { streamOf, topic } from '../core/random.js';
import type { Random } from '../core/random.js';
import { isoDate, isoInstant, momentOf } from '../core/time.js';
import { EDGE_CASES, LARGE_TEAM } from '../edgeCases.js';
import type { Person } from '../records/personRecords.js';
import type { TreatmentContactRecord, TreatmentKind, TreatmentRecord } from '../records/psychiatryRecords.js';
import { staffOf } from '../staff.js';
import type { StaffMember } from '../staff.js';

const TREATMENT = topic('treatment');
const CONTACT = topic('treatment contact');
const CONTACT_ID = topic('treatment contact id');

/** A treatment without its contacts. Days as numbers. */
export interface TreatmentOutline {
  readonly id: string;
  readonly number: number;
  readonly kind: TreatmentKind;
  readonly unitId: string;
  readonly responsible: StaffMember;
  readonly from: number;
  readonly to: number | null;
}

const SECOND_KINDS: readonly TreatmentKind[] = ['MEDICATION', 'PSYCHOTHERAPY', 'PSYCHO_EDUCATION', 'MEDICATION', 'ECT'];
const COURSES: Readonly<Record<TreatmentKind, string>> = {
  MEDICATION: 'Medicinsk behandling med opfølgning',
  PSYCHOTHERAPY: 'Samtaleforløb',
  OUTPATIENT_COURSE: 'Ambulant forløb i lokalpsykiatrien',
  OUTREACH: 'Opsøgende behandling i hjemmet',
  PSYCHO_EDUCATION: 'Undervisning om egen sygdom',
  ECT: 'ECT-behandling',
};

/** The treatments without contacts, oldest first: what relations rest on. */
export const treatmentOutlineOf = lastAsked((person: Person): readonly TreatmentOutline[] => {
  const { key, profile, index } = person;
  if (!profile.sectors.includes('PSYCHIATRY')) return [];
  const random = streamOf(key, TREATMENT);
  const programme = profile.recipe === 'TEN_IN_EACH';
  const outreach = index >= LARGE_TEAM.from && index <= LARGE_TEAM.to;
  const responsible = responsibleOf(person, random);
  const { lastDay } = profile;
  const from = lastDay - (programme ? random.between(200, 1500) : random.between(30, 1300));
  const active = random.chance(0.5) || programme || outreach || profile.hasCase || profile.heavy;
  const first: TreatmentOutline = {
    id: recordId(key, TREATMENT, 0),
    number: 0,
    kind: outreach ? 'OUTREACH' : 'OUTPATIENT_COURSE',
    unitId: outreach ? LARGE_TEAM.unitId : `${profile.departmentId}/outpatient`,
    responsible,
    from,
    to:
      active && person.deceasedOn === null
        ? null
        : active
          ? lastDay
          : Math.min(lastDay - 5, from + random.between(25, 500)),
  };
  if (!random.chance(programme ? 0.7 : 0.2)) return [first];
  const secondFrom = from + random.between(0, Math.min(150, (first.to ?? lastDay) - from - 8));
  return [
    first,
    {
      ...first,
      id: recordId(key, TREATMENT, 1),
      number: 1,
      kind: random.pick(SECOND_KINDS),
      from: secondFrom,
      to: endOf(random, first, secondFrom),
    },
  ];
});

function endOf(random: Random, first: TreatmentOutline, from: number): number | null {
  if (first.to === null) return random.chance(0.6) ? null : from + 7;
  return first.to;
}

/** The psychiatrist in charge. In the programme few share the work, so that a persona has a caseload; elsewhere forty do. */
function responsibleOf(person: Person, random: Random): StaffMember {
  const { recipe, departmentId } = person.profile;
  if (person.index < 10) return staffOf(departmentId, 0);
  if (recipe === 'TEN_IN_EACH') return staffOf(departmentId, random.chance(0.75) ? 0 : random.between(1, 2));
  return staffOf(departmentId, random.between(0, 39));
}

/** The treatments of a citizen with all contacts, oldest first. */
export function treatmentsOf(person: Person): readonly TreatmentRecord[] {
  return treatmentOutlineOf(person).map((outline) => ({
    id: outline.id,
    citizenId: person.id,
    kind: outline.kind,
    course: COURSES[outline.kind],
    organisationId: outline.responsible.organisationId,
    responsibleUnitId: outline.unitId,
    responsibleActorId: outline.responsible.actorId,
    responsibleName: outline.responsible.name,
    startedOn: isoDate(outline.from),
    endedOn: outline.to === null ? null : isoDate(outline.to),
    status: outline.to === null ? 'ACTIVE' : 'COMPLETED',
    contacts: outline.number === 0 ? contactsOf(person, outline) : [],
  }));
}

function contactsOf(person: Person, outline: TreatmentOutline): readonly TreatmentContactRecord[] {
  const random = streamOf(person.key, CONTACT);
  const count = contactCount(person, random);
  const end = outline.to ?? person.profile.lastDay;
  const firstDay = Math.max(outline.from, end - 730);
  const days = Math.max(1, end - firstDay);
  const contacts: TreatmentContactRecord[] = [];
  for (let number = 0; number < count; number++) {
    const day = firstDay + Math.floor((number + random.unit()) * (days / count));
    const draw = random.word();
    contacts.push({
      id: recordId(person.key, CONTACT_ID, number),
      at: isoInstant(momentOf(day, 8 + (draw & 7), ((draw >>> 3) & 3) * 15)),
      kind: CONTACT_KINDS[(draw >>> 5) & 7] as TreatmentContactRecord['kind'],
      unitId: outline.unitId,
    });
  }
  // Several contacts may fall on one day: their hours decide the order.
  return contacts.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

const CONTACT_KINDS = ['VISIT', 'VISIT', 'VISIT', 'VISIT', 'HOME_VISIT', 'HOME_VISIT', 'PHONE', 'VIDEO'] as const;

/** A Zipf tail for most, and 1 % with hundreds, who hold a fifth of all rows. */
function contactCount(person: Person, random: Random): number {
  if (person.index === EDGE_CASES.twoThousandEncounters) return 2000;
  if (person.profile.heavy) return Math.min(1500, Math.max(150, Math.round(logNormal(random, 600, 0.45))));
  if (person.profile.recipe === 'TEN_IN_EACH') return random.between(8, 40);
  return zipf(random, 2.25, 80);
}
