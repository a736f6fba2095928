/** How far a citizen lets sectors share follows the profile's consent level: full, partial, none or withdrawn. */
import { DATA_CATEGORIES } from '@sammen/consent';
import type { DataCategory, Purpose, Recipient } from '@sammen/consent';
import { streamOf, topic } from '../core/random.js';
import type { Random } from '../core/random.js';
import { EDGE_CASES } from '../edgeCases.js';
import { matchOutlineOf } from '../ngo/matches.js';
import { staysOf } from '../psychiatry/stays.js';
import type { BlockRecord, ConsentRecord, RepresentativeRecord } from '../records/citizenRecords.js';
import type { Person } from '../records/personRecords.js';
import { choiceWriterOf } from './choices.js';
import type { ChoiceWriter } from './choices.js';
import { blocksOf } from './blocks.js';
import { showcaseChoices } from './showcase.js';
import { MONEY_AND_HOUSING, OWN_CONSENT_AGE } from './representatives.js';

const CONSENTS = topic('consents');

/** What authorities can be allowed to share: everything but what is the citizen's alone. */
export const SHARED: readonly DataCategory[] = DATA_CATEGORIES.filter(
  (category) => !['CPR_NUMBER', 'CONSENTS', 'ACCESS_LOG'].includes(category),
);

/** What an NGO can be allowed to see of other sectors. */
export const SHARED_WITH_NGO: readonly DataCategory[] = [
  'IDENTITY',
  'CONTACT',
  'MENTORSHIP',
  'VOLUNTEER_VISIT',
  'PSYCHO_EDUCATION',
  'PLAN',
  'MEETING',
  'CARE_TEAM',
];

/** The purposes of authorities. */
export const CASEWORK: readonly Purpose[] = [
  'TREATMENT',
  'CARE_COORDINATION',
  'SOCIAL_CASEWORK',
  'HOUSING_CASEWORK',
  'EMPLOYMENT_CASEWORK',
];

const SENSITIVE: readonly DataCategory[] = [
  'DIAGNOSIS',
  'TREATMENT',
  'ADMISSION',
  'ASSESSMENT',
  'HOUSING_BENEFIT',
  'FINANCIAL_SUPPORT',
  'EMPLOYMENT',
  'MENTORSHIP',
  'MEETING',
];

/** The consents and blocks of a citizen. */
export interface Choices {
  readonly consents: readonly ConsentRecord[];
  readonly blocks: readonly BlockRecord[];
}

/** The choices of a citizen; a child's are made by the parent among `representatives`. */
export function choicesOf(person: Person, representatives: readonly RepresentativeRecord[]): Choices {
  const writer = choiceWriterOf(person);
  const { profile, index } = person;
  if (index === EDGE_CASES.showcase) return showcaseChoices(person, writer);
  const random = streamOf(person.key, CONSENTS);
  const given = profile.lastDay - random.between(6, 150);
  const child = profile.age < OWN_CONSENT_AGE ? representatives[0] : undefined;
  const mandate = child === undefined ? {} : { mandate: child };
  const common = { purposes: CASEWORK, legalBasis: 'HEALTH_DATA_OTHER_PURPOSE', ...mandate } as const;
  const recipients = authoritiesOf(person);
  switch (profile.consentLevel) {
    case 'NONE':
      return { consents: [], blocks: [] };
    case 'WITHDRAWN': {
      const withdrawn = profile.lastDay - random.between(1, 5);
      return {
        consents: [
          writer.consent({
            ...common,
            recipients,
            categories: SHARED,
            given: Math.min(given, withdrawn - 1),
            withdrawn,
          }),
        ],
        blocks: [],
      };
    }
    case 'PARTIAL': {
      const left = random.sample(SENSITIVE, random.between(2, 5));
      const some = random.chance(0.4) ? recipients.slice(0, 1) : recipients;
      const categories = SHARED.filter((category) => !left.includes(category));
      const consents = [writer.consent({ ...common, recipients: some, categories, given })];
      if (random.chance(0.5))
        consents.push(...toNgos(person, writer, given, mandate, ['IDENTITY', 'MEETING', 'CARE_TEAM']));
      return withBlocks(person, writer, random, given, consents);
    }
    case 'FULL': {
      const consents = [
        writer.consent({ ...common, recipients, categories: SHARED, given }),
        ...toNgos(person, writer, given, mandate, SHARED_WITH_NGO),
      ];
      const guardian = representatives[0];
      if (index === EDGE_CASES.underGuardianship && guardian !== undefined)
        consents.push(
          writer.consent({
            recipients: recipients.slice(0, 1),
            categories: MONEY_AND_HOUSING,
            purposes: ['HOUSING_CASEWORK'],
            legalBasis: 'SOCIAL_DATA',
            given,
            mandate: guardian,
          }),
        );
      return index === EDGE_CASES.blocksPersonaSocialWorker
        ? { consents, blocks: blocksOf(person, writer, random, given + 1) }
        : { consents, blocks: [] };
    }
  }
}

/** The municipality first; then the psychiatrists and the outpatient team of the department, and the ward that the citizen is in. */
function authoritiesOf(person: Person): readonly Recipient[] {
  const { departmentId } = person.profile;
  const ward = staysOf(person).at(-1);
  const recipients: Recipient[] = [
    { organisationId: `municipality-${person.municipalityCode}` },
    { unitId: departmentId, role: 'PSYCHIATRIST' },
    { unitId: `${departmentId}/outpatient` },
  ];
  if (ward?.to === null) recipients.push({ unitId: ward.wardUnitId });
  return recipients;
}

function toNgos(
  person: Person,
  writer: ChoiceWriter,
  given: number,
  mandate: { readonly mandate?: RepresentativeRecord },
  categories: readonly DataCategory[],
): readonly ConsentRecord[] {
  const matches = [matchOutlineOf(person, 'mentors'), matchOutlineOf(person, 'volunteers')];
  const ngos = new Set(matches.flatMap((match) => (match === null ? [] : [match.helper.organisationId])));
  if (ngos.size === 0) return [];
  const recipients = [...ngos].map((organisationId) => ({ organisationId }));
  return [
    writer.consent({
      recipients,
      categories,
      purposes: ['PEER_SUPPORT'],
      legalBasis: 'PEER_SUPPORT',
      given,
      ...mandate,
    }),
  ];
}

/** Nearly half of those who share in part block something besides; a few of them lift it again in full knowledge. */
function withBlocks(
  person: Person,
  writer: ChoiceWriter,
  random: Random,
  given: number,
  consents: readonly ConsentRecord[],
): Choices {
  if (!random.chance(0.45)) return { consents, blocks: [] };
  const blocks = blocksOf(person, writer, random, given + 1);
  const [block] = blocks;
  if (block === undefined || block.declines !== null || !random.chance(0.12)) return { consents, blocks };
  const lifting = writer.consent({
    recipients: block.recipients,
    categories: block.categories,
    purposes: block.purposes,
    legalBasis: 'HEALTH_DATA_OTHER_PURPOSE',
    given: given + 3,
    lifts: [block.id],
  });
  return { consents: [...consents, lifting], blocks };
}
