/** A consent ends within a year of being given; a block is newer than the consent it limits unless the consent lifts it. */
import { POLICY_VERSION } from '@sammen/consent';
import type { DataCategory, Purpose, Recipient, Sector } from '@sammen/consent';
import { recordId } from '../core/identifiers.js';
import { topic } from '../core/random.js';
import { isoInstant, momentOf } from '../core/time.js';
import type { BlockRecord, ConsentLegalBasis, ConsentRecord, RepresentativeRecord } from '../records/citizenRecords.js';
import type { Person } from '../records/personRecords.js';

const CONSENT = topic('consent');
const BLOCK = topic('block');

/** Days that a consent holds. */
export const CONSENT_DAYS = 365;

/** What all choices of a citizen have in common. */
export interface ChoiceWriter {
  consent(terms: ConsentTerms): ConsentRecord;
  block(terms: BlockTerms): BlockRecord;
}

interface Terms {
  readonly recipients: readonly Recipient[];
  readonly sources?: readonly Sector[];
  readonly categories: readonly DataCategory[];
  readonly purposes: readonly Purpose[];
  /** Day on which it was given. */
  readonly given: number;
  readonly withdrawn?: number;
  /** The representative who gave it, when it was not the citizen. */
  readonly mandate?: RepresentativeRecord;
}

/** What a consent says. */
export interface ConsentTerms extends Terms {
  readonly legalBasis: ConsentLegalBasis;
  readonly lifts?: readonly string[];
}

/** What a block says. */
export interface BlockTerms extends Terms {
  readonly declines?: string;
}

/** A writer of one citizen's consents and blocks, which numbers them. */
export function choiceWriterOf(person: Person): ChoiceWriter {
  let consents = 0;
  let blocks = 0;
  return {
    consent(terms) {
      const common = commonOf(person, terms, recordId(person.key, CONSENT, consents), consents);
      consents++;
      const validTo = isoInstant(momentOf(terms.given + CONSENT_DAYS, 10));
      return {
        ...common,
        legalBasis: terms.legalBasis,
        gdprBasis: 'ART_6_1_A_AND_9_2_A',
        validTo,
        lifts: terms.lifts ?? [],
      };
    },
    block(terms) {
      const common = commonOf(person, terms, recordId(person.key, BLOCK, blocks), blocks);
      blocks++;
      return { ...common, legalBasis: null, gdprBasis: null, validTo: null, declines: terms.declines ?? null };
    },
  };
}

const FORMS = ['DIGITAL', 'WRITTEN', 'DIGITAL', 'ORAL'] as const;

function commonOf(person: Person, terms: Terms, id: string, number: number) {
  const form = FORMS[(person.index + number) % FORMS.length] as (typeof FORMS)[number];
  const at = isoInstant(momentOf(terms.given, 10));
  const giver = terms.mandate?.actorId ?? person.actorId;
  return {
    id,
    citizenId: person.id,
    version: 1,
    recipients: terms.recipients,
    sources: terms.sources ?? [],
    categories: terms.categories,
    purposes: terms.purposes,
    validFrom: at,
    recordedAt: at,
    // A digital choice records itself; otherwise the municipality's authority does it for the citizen.
    recordedByActorId: form === 'DIGITAL' ? giver : `staff-municipality-${person.municipalityCode}.authority-0`,
    givenByActorId: giver,
    givenUnderMandateId: terms.mandate?.id ?? null,
    form,
    evidence:
      form === 'DIGITAL'
        ? 'Selvbetjening'
        : form === 'WRITTEN'
          ? 'Underskrevet blanket i sagen'
          : 'Notat efter samtale',
    consequencesExplained: true,
    withdrawnAt: terms.withdrawn === undefined ? null : isoInstant(momentOf(terms.withdrawn, 12)),
    withdrawnByActorId: terms.withdrawn === undefined ? null : giver,
    policyVersion: POLICY_VERSION,
  };
}
