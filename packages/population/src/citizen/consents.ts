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
import { consentOf } from './choices.js';
import type { ConsentTerms } from './choices.js';
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
  const { profile, index } = person;
  if (index === EDGE_CASES.showcase) return showcaseChoices(person);
  if (profile.consentLevel === 'NONE') return { consents: NOTHING, blocks: NOTHING };
  const random = streamOf(person.key, CONSENTS);
  const given = profile.lastDay - random.between(6, 150);
  const [representative] = representatives;
  const giver =
    profile.age < OWN_CONSENT_AGE && representative !== undefined ? { given, mandate: representative } : { given };
  const recipients = authoritiesOf(person);
  if (profile.consentLevel === 'PARTIAL') return partialChoices(person, random, giver, recipients);
  if (profile.consentLevel === 'WITHDRAWN') {
    const withdrawn = profile.lastDay - random.between(1, 5);
    return {
      consents: [consentOf(person, 0, { ...giver, ...AUTHORITIES, recipients, categories: SHARED, withdrawn })],
      blocks: NOTHING,
    };
  }
  const terms: ConsentTerms[] = [{ ...giver, ...AUTHORITIES, recipients, categories: SHARED }];
  addNgos(person, terms, giver, SHARED_WITH_NGO);
  if (index === EDGE_CASES.underGuardianship && representative !== undefined)
    terms.push(byGuardian(recipients, given, representative));
  const blocks = index === EDGE_CASES.blocksPersonaSocialWorker ? blocksOf(person, random, given + 1) : NOTHING;
  return { consents: terms.map((each, number) => consentOf(person, number, each)), blocks };
}

const NOTHING: readonly never[] = [];
const AUTHORITIES = { purposes: CASEWORK, legalBasis: 'HEALTH_DATA_OTHER_PURPOSE' } as const;

/** Who gave a choice, and on which day. */
type Giver = Pick<ConsentTerms, 'given' | 'mandate'>;

/** Some categories are kept back; nearly half block something besides, and a few of them lift it again in full knowledge. */
function partialChoices(person: Person, random: Random, giver: Giver, recipients: readonly Recipient[]): Choices {
  const left = random.sample(SENSITIVE, random.between(2, 5));
  const some = random.chance(0.4) ? recipients.slice(0, 1) : recipients;
  const categories = SHARED.filter((category) => !left.includes(category));
  const terms: ConsentTerms[] = [{ ...giver, ...AUTHORITIES, recipients: some, categories }];
  if (random.chance(0.5)) addNgos(person, terms, giver, ['IDENTITY', 'MEETING', 'CARE_TEAM']);
  const blocks = random.chance(0.45) ? blocksOf(person, random, giver.given + 1) : NOTHING;
  const [block] = blocks;
  if (block !== undefined && block.declines === null && random.chance(0.12)) {
    const { recipients: blocked, categories: about, purposes } = block;
    const { legalBasis } = AUTHORITIES;
    terms.push({
      ...giver,
      given: giver.given + 3,
      recipients: blocked,
      categories: about,
      purposes,
      legalBasis,
      lifts: [block.id],
    });
  }
  return { consents: terms.map((each, number) => consentOf(person, number, each)), blocks };
}

/** What the guardian of citizen 1 allowed: the municipality's housing office may see what the mandate covers. */
function byGuardian(recipients: readonly Recipient[], given: number, mandate: RepresentativeRecord): ConsentTerms {
  const municipality = recipients.slice(0, 1);
  return {
    recipients: municipality,
    categories: MONEY_AND_HOUSING,
    purposes: ['HOUSING_CASEWORK'],
    legalBasis: 'SOCIAL_DATA',
    given,
    mandate,
  };
}

/** A consent to an NGO names the citizen's own mentor and volunteer, and the NGO's coordinators. */
function addNgos(person: Person, terms: ConsentTerms[], giver: Giver, categories: readonly DataCategory[]): void {
  const recipients: Recipient[] = [];
  for (const kind of ['mentors', 'volunteers'] as const) {
    const match = matchOutlineOf(person, kind);
    if (match === null) continue;
    const { organisationId, actorId } = match.helper;
    recipients.push({ organisationId, actorId }, { organisationId, role: 'NGO_COORDINATOR' });
  }
  if (recipients.length > 0)
    terms.push({ ...giver, recipients, categories, purposes: ['PEER_SUPPORT'], legalBasis: 'PEER_SUPPORT' });
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
