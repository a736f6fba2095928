/** A representative acts within a mandate; parents act for children under 15 in everything, guardians in what the court said. */
import { DATA_CATEGORIES } from '@sammen/consent';
import type { DataCategory } from '@sammen/consent';
import { recordId } from '../core/identifiers.js';
import { streamOf, topic } from '../core/random.js';
import { dayOf, isoInstant, momentOf } from '../core/time.js';
import { FEMALE_NAMES, MALE_NAMES, FAMILY_NAMES } from '../data/names.js';
import { EDGE_CASES } from '../edgeCases.js';
import { guardianOf } from '../guardian.js';
import type { RepresentativeRecord } from '../records/citizenRecords.js';
import type { Person } from '../records/personRecords.js';

const REPRESENTATIVE = topic('representative');
const ACTOR = topic('representative actor');

/** What a guardian for money and housing is concerned with. */
export const MONEY_AND_HOUSING: readonly DataCategory[] = [
  'IDENTITY',
  'CONTACT',
  'REPRESENTATIVES',
  'HOUSING',
  'HOUSING_BENEFIT',
  'FINANCIAL_SUPPORT',
];

/** The age from which citizens give their own consent. */
export const OWN_CONSENT_AGE = 15;

/** The representatives of a citizen: a parent under 15, a guardian or proxy for a few adults. */
export function representativesOf(person: Person): readonly RepresentativeRecord[] {
  const { profile, index, key } = person;
  const random = streamOf(key, REPRESENTATIVE);
  const base = { id: recordId(key, REPRESENTATIVE, 0), citizenId: person.id };
  if (index === EDGE_CASES.underGuardianship) {
    const { actorId, name } = guardianOf(person.seed);
    const validFrom = isoInstant(momentOf(profile.today - 400, 0));
    const mandate = 'Værgemål for økonomi og bolig (værgemålsloven § 5)';
    return [
      { ...base, actorId, name, kind: 'GUARDIAN', mandate, categories: MONEY_AND_HOUSING, validFrom, validTo: null },
    ];
  }
  const actorId = `representative-${recordId(key, ACTOR, 0)}`;
  const given = random.pick(random.chance(0.5) ? FEMALE_NAMES : MALE_NAMES);
  if (profile.age < OWN_CONSENT_AGE) {
    const birth = dayOf(person.birthDate);
    const to = isoInstant(
      momentOf(
        dayOf(`${Number(person.birthDate.slice(0, 4)) + OWN_CONSENT_AGE}${leapSafe(person.birthDate.slice(4))}`),
        0,
      ),
    );
    const name = `${given} ${person.familyName}`;
    return [
      {
        ...base,
        actorId,
        name,
        kind: 'PARENT',
        mandate: 'Forældremyndighed',
        categories: DATA_CATEGORIES,
        validFrom: isoInstant(momentOf(birth, 0)),
        validTo: to,
      },
    ];
  }
  if (index < 10 || !random.chance(profile.recipe === 'TEN_IN_EACH' ? 0.08 : 0.03)) return [];
  const guardian = random.chance(0.4);
  const validFrom = isoInstant(momentOf(profile.lastDay - random.between(30, 900), 0));
  const name = `${given} ${random.pick(FAMILY_NAMES)}`;
  if (guardian) {
    const mandate = 'Værgemål for økonomi og bolig (værgemålsloven § 5)';
    return [
      { ...base, actorId, name, kind: 'GUARDIAN', mandate, categories: MONEY_AND_HOUSING, validFrom, validTo: null },
    ];
  }
  const validTo = isoInstant(momentOf(profile.today + random.between(60, 700), 0));
  const mandate = 'Fuldmagt til at følge plan og møder';
  const categories: readonly DataCategory[] = ['IDENTITY', 'CONTACT', 'PLAN', 'MEETING', 'CARE_TEAM'];
  return [{ ...base, actorId, name, kind: 'PROXY', mandate, categories, validFrom, validTo }];
}

function leapSafe(monthAndDay: string): string {
  return monthAndDay === '-02-29' ? '-02-28' : monthAndDay;
}
