/** Every organisation and unit in the graph is in this register; an id that is not here names nobody. */
import { NGO_LIST } from './data/ngoList.js';
import { DEPARTMENT_LIST } from './data/departmentList.js';
import { MUNICIPALITIES } from './municipality.js';
import { REGIONS } from './region.js';

/** What kind of body an organisation is. */
export type OrganisationRegisterKind = 'REGION' | 'MUNICIPALITY' | 'NGO';

/** What a unit does. A job centre is a function of a municipality, not an organisation. */
export const UNIT_KINDS = [
  'PSYCHIATRIC_DEPARTMENT',
  'WARD',
  'EMERGENCY_WARD',
  'OUTPATIENT',
  'OUTREACH_TEAM',
  'SOCIAL_SERVICE',
  'HOUSING',
  'JOB_CENTRE',
  'MISUSE_TREATMENT',
  'AUTHORITY',
  'MENTORS',
  'VOLUNTEERS',
  'COURSES',
] as const;

/** One of {@link UNIT_KINDS}. */
export type UnitKind = (typeof UNIT_KINDS)[number];

/** An organisation. Periods are half-open days. */
export interface Organisation {
  readonly id: string;
  readonly kind: OrganisationRegisterKind;
  readonly name: string;
  /** Run by people with lived experience. */
  readonly userLed: boolean;
  /** The lead organisation of the programme (Esbjerg). */
  readonly lead: boolean;
  /** The municipality that it is, or that an NGO works from; null for regions. */
  readonly municipalityCode: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** A part of an organisation. `id` begins with the organisation's id. */
export interface Unit {
  readonly id: string;
  readonly organisationId: string;
  /** The unit it is part of (a ward's department), or null. */
  readonly parentUnitId: string | null;
  readonly kind: UnitKind;
  readonly name: string;
}

/** The lead municipality of the programme: Esbjerg. */
export const LEAD_MUNICIPALITY_CODE = '0561';

const MUNICIPAL_UNITS: readonly (readonly [slug: string, kind: UnitKind, name: string])[] = [
  ['social', 'SOCIAL_SERVICE', 'Socialpsykiatri'],
  ['housing', 'HOUSING', 'Bolig og boligstøtte'],
  ['job-centre', 'JOB_CENTRE', 'Beskæftigelse'],
  ['misuse', 'MISUSE_TREATMENT', 'Misbrugsbehandling'],
  ['authority', 'AUTHORITY', 'Myndighed'],
];

const DEPARTMENT_UNITS: readonly (readonly [slug: string, kind: UnitKind, name: string])[] = [
  ['ward-1', 'WARD', 'Sengeafsnit 1'],
  ['ward-2', 'WARD', 'Sengeafsnit 2'],
  ['ward-3', 'WARD', 'Sengeafsnit 3'],
  ['emergency', 'EMERGENCY_WARD', 'Akutmodtagelse'],
  ['outpatient', 'OUTPATIENT', 'Lokalpsykiatri'],
  ['outreach', 'OUTREACH_TEAM', 'Opsøgende psykoseteam'],
];

const NGO_UNITS: readonly (readonly [slug: string, kind: UnitKind, name: string])[] = [
  ['mentors', 'MENTORS', 'Mentorer'],
  ['volunteers', 'VOLUNTEERS', 'Frivillige'],
  ['courses', 'COURSES', 'Kurser'],
];

/** All organisations: regions, 98 municipalities, NGOs. */
export const ORGANISATIONS: readonly Organisation[] = [
  ...REGIONS.map((each): Organisation => ({
    id: each.organisationId,
    kind: 'REGION',
    name: each.name,
    userLed: false,
    lead: false,
    municipalityCode: null,
    validFrom: each.validFrom,
    validTo: each.validTo,
  })),
  ...MUNICIPALITIES.filter((each) => each.organisationId !== null).map((each): Organisation => ({
    id: `municipality-${each.code}`,
    kind: 'MUNICIPALITY',
    name: `${each.name} Kommune`,
    userLed: false,
    lead: each.code === LEAD_MUNICIPALITY_CODE,
    municipalityCode: each.code,
    validFrom: null,
    validTo: null,
  })),
  ...NGO_LIST.map((each): Organisation => ({
    id: each.id,
    kind: 'NGO',
    name: each.name,
    userLed: each.userLed,
    lead: false,
    municipalityCode: each.municipalityCode,
    validFrom: null,
    validTo: null,
  })),
];

/** All units of all organisations. */
export const UNITS: readonly Unit[] = ORGANISATIONS.flatMap(unitsOf);

function unitsOf(owner: Organisation): Unit[] {
  const partsOf = (parent: string, parentUnitId: string | null, parts: typeof MUNICIPAL_UNITS): Unit[] =>
    parts.map(([slug, kind, name]) => ({
      id: `${parent}/${slug}`,
      organisationId: owner.id,
      parentUnitId,
      kind,
      name,
    }));
  if (owner.kind === 'MUNICIPALITY') return partsOf(owner.id, null, MUNICIPAL_UNITS);
  if (owner.kind === 'NGO') return partsOf(owner.id, null, NGO_UNITS);
  return DEPARTMENT_LIST.filter((each) => each.regionId === owner.id).flatMap((each): Unit[] => {
    const id = `${owner.id}/${each.slug}`;
    const department: Unit = {
      id,
      organisationId: owner.id,
      parentUnitId: null,
      kind: 'PSYCHIATRIC_DEPARTMENT',
      name: each.name,
    };
    return [department, ...partsOf(id, id, DEPARTMENT_UNITS)];
  });
}

const organisationById = new Map(ORGANISATIONS.map((each) => [each.id, each]));
const unitById = new Map(UNITS.map((each) => [each.id, each]));

/** The organisation with this id, or null. */
export function organisation(id: string): Organisation | null {
  return organisationById.get(id) ?? null;
}

/** The unit with this id, or null. */
export function unit(id: string): Unit | null {
  return unitById.get(id) ?? null;
}

const departmentOfMunicipality = new Map(
  DEPARTMENT_LIST.flatMap((each) => each.catchment.map((code) => [code, `${each.regionId}/${each.slug}`] as const)),
);

/** The adult psychiatric department (unit id) that serves a municipality, or null where none is named. */
export function departmentOf(municipalityCode: string): string | null {
  return departmentOfMunicipality.get(municipalityCode) ?? null;
}

/** The NGOs (organisation ids) that take citizens of a municipality; a national one where no local one does. Never empty. */
export function ngosServing(municipalityCode: string): readonly string[] {
  const local = NGO_LIST.filter((each) => each.serves.includes(municipalityCode)).map((each) => each.id);
  return local.length > 0 ? local : [NATIONAL_NGO];
}

const NATIONAL_NGO = 'ngo-stoettelinjen';
