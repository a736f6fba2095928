/** A consent ends within a year of being given; a block is newer than the consent it limits unless the consent lifts it. */
import { POLICY_VERSION } from '@sammen/consent';
import type { DataCategory, Purpose, Recipient } from '@sammen/consent';
import { recordId } from '../core/identifiers.js';
import { topic } from '../core/random.js';
import { isoInstant, momentOf } from '../core/time.js';
import type { BlockRecord, ConsentLegalBasis, ConsentRecord, RepresentativeRecord } from '../records/citizenRecords.js';
import type { Person } from '../records/personRecords.js';
import { staffOf } from '../staff.js';

const CONSENT = topic('consent');
const BLOCK = topic('block');

/** Days that a consent holds. */
export const CONSENT_DAYS = 365;

interface Terms {
  readonly recipients: readonly Recipient[];
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

const FORMS = ['DIGITAL', 'WRITTEN', 'DIGITAL', 'ORAL'] as const;
const EVIDENCE = {
  DIGITAL: 'Selvbetjening',
  WRITTEN: 'Underskrevet blanket i sagen',
  ORAL: 'Notat efter samtale',
} as const;
const NONE: readonly never[] = [];

/** The `number`-th consent of a citizen. */
export function consentOf(person: Person, number: number, terms: ConsentTerms): ConsentRecord {
  const validTo = isoInstant(momentOf(terms.given + CONSENT_DAYS, 10));
  const choice = choiceOf(person, number, terms, recordId(person.key, CONSENT, number), terms.legalBasis);
  return Object.assign(choice, { validTo, lifts: terms.lifts ?? NONE });
}

/** The `number`-th block of a citizen. */
export function blockOf(person: Person, number: number, terms: BlockTerms): BlockRecord {
  const choice = choiceOf(person, number, terms, recordId(person.key, BLOCK, number), null);
  return Object.assign(choice, { validTo: null, declines: terms.declines ?? null });
}

function choiceOf(person: Person, number: number, terms: Terms, id: string, legalBasis: ConsentLegalBasis | null) {
  const form = FORMS[(person.index + number) % FORMS.length] as (typeof FORMS)[number];
  const at = isoInstant(momentOf(terms.given, 10));
  const giver = terms.mandate?.actorId ?? person.actorId;
  // A digital choice records itself; otherwise the municipality's authority does it for the citizen.
  const recorder = form === 'DIGITAL' ? giver : staffOf(`municipality-${person.municipalityCode}/authority`, 0).actorId;
  return {
    id,
    citizenId: person.id,
    version: 1,
    recipients: terms.recipients,
    sources: NONE,
    categories: terms.categories,
    purposes: terms.purposes,
    validFrom: at,
    recordedAt: at,
    recordedByActorId: recorder,
    givenByActorId: giver,
    givenUnderMandateId: terms.mandate?.id ?? null,
    form,
    evidence: EVIDENCE[form],
    legalBasis,
    gdprBasis: legalBasis === null ? null : ('ART_6_1_A_AND_9_2_A' as const),
    consequencesExplained: true,
    withdrawnAt: terms.withdrawn === undefined ? null : isoInstant(momentOf(terms.withdrawn, 12)),
    withdrawnByActorId: terms.withdrawn === undefined ? null : giver,
    policyVersion: POLICY_VERSION,
  };
}
