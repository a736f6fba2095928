/** What a sector holds of a citizen, as the fields of `Citizen` are called; from the population alone, the same each time. */
import {
  coordinationOf,
  courses,
  mentors,
  municipalityOf,
  ngoOf,
  people,
  type Person,
  personOf,
  psychiatryOf,
  volunteers,
} from '@sammen/population';

/** The fields of one citizen. */
export type CitizenFields = Readonly<Record<string, unknown>>;

/** Records, by citizen. */
export interface MockRecords {
  /** Undefined for whoever is not of this population. */
  of(citizenId: string): CitizenFields | undefined;
  /** The record with this id anywhere among a citizen's. */
  find(citizenId: string, id: string): object | undefined;
  /** What belongs to no citizen, as root fields are called: courses, mentors, volunteers. */
  catalogue(field: string): readonly object[] | undefined;
  /** Something of a catalogue by its id. */
  known(id: string): object | undefined;
}

const newestFirst = <Item>(items: readonly Item[]): readonly Item[] => items.toReversed();

const FIELDS: Readonly<Record<string, (person: Person) => CitizenFields>> = {
  psychiatry(person) {
    const { admissions, assessments, diagnoses, treatments } = psychiatryOf(person);
    const contacts = treatments.flatMap((treatment) => treatment.contacts);
    return {
      admissions: newestFirst(admissions),
      assessments: newestFirst(assessments),
      diagnoses,
      treatments: newestFirst(treatments),
      treatmentContacts: newestFirst(contacts),
    };
  },
  municipality(person) {
    const { socialServices, housing, housingBenefits, financialSupports, jobCentreCase } = municipalityOf(person);
    const lists = { socialServices, housing, housingBenefits, financialSupports };
    const fields = Object.entries(lists).map(([name, list]) => [name, newestFirst<object>(list)]);
    return { ...Object.fromEntries(fields), jobCentreCase };
  },
  ngo(person) {
    const { mentorships, volunteerMatches, enrolments } = ngoOf(person);
    return {
      mentorships: newestFirst(mentorships),
      volunteerAgreements: newestFirst(volunteerMatches),
      volunteerVisits: newestFirst(
        volunteerMatches.flatMap((match) => match.visits.map((visit) => ({ ...visit, citizenId: person.id }))),
      ),
      psychoEducation: newestFirst(enrolments),
      peerWishes: [],
    };
  },
  coordination(person) {
    const { plans, meetings, careTeam, safeSetting, case: coordinationCase } = coordinationOf(person);
    return {
      plans: newestFirst(plans),
      meetings: newestFirst(meetings),
      careTeam,
      safeSetting,
      coordinationCase,
      keyManager: coordinationCase?.keyManagers.at(-1) ?? null,
    };
  },
};

/** The sectors that can be mocked: the citizen's own subgraph decides, so it is always itself. */
export const MOCKABLE: readonly string[] = Object.keys(FIELDS);

const REMEMBERED = 200;

/** Records of the first `citizens` of a population. Nothing is generated before it is asked for. */
export function createMockRecords(
  subgraph: string,
  population: { readonly seed: number; readonly citizens: number; readonly today: string },
): MockRecords {
  const { seed, citizens, today } = population;
  const options = { referenceDate: today };
  const indexes = new Map<string, number>();
  for (const { id, index } of people(seed, citizens, options)) indexes.set(id, index);
  const known = new Map<string, CitizenFields>();
  const catalogues: Readonly<Record<string, readonly object[]>> =
    subgraph === 'ngo'
      ? {
          courses: [...courses(seed, citizens, options)],
          mentors: [...mentors(seed, citizens, options)],
          volunteers: [...volunteers(seed, citizens, options)],
        }
      : {};
  const parts = Object.values(catalogues).flatMap((list) =>
    list.flatMap((one) => [one, ...((one as { sessions?: readonly object[] }).sessions ?? [])]),
  );
  const byId = new Map(parts.map((one) => [(one as { id: string }).id, one]));
  const make = FIELDS[subgraph]!;

  function of(citizenId: string): CitizenFields | undefined {
    const index = indexes.get(citizenId);
    if (index === undefined) return undefined;
    let fields = known.get(citizenId);
    if (!fields) {
      if (known.size >= REMEMBERED) known.clear();
      known.set(citizenId, (fields = make(personOf(seed, index, options))));
    }
    return fields;
  }
  return {
    of,
    find: (citizenId, id) => findIn(of(citizenId), id),
    catalogue: (field) => (Object.hasOwn(catalogues, field) ? catalogues[field] : undefined),
    known: (id) => byId.get(id),
  };
}

function findIn(value: unknown, id: string): object | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('id' in value && value.id === id) return value;
  for (const part of Object.values(value)) {
    const found = findIn(part, id);
    if (found) return found;
  }
  return undefined;
}
