import {
  citizenOf,
  type BlockRecord,
  type ConsentRecord,
  type ConsentRequestRecord,
  type EmergencyRecord,
  type EmergencyReviewRecord,
  people,
} from '@sammen/population';
import { runSeed, textArray } from '@sammen/subgraph-kit';
import { citizen } from './subgraph.js';

/** Parents before their children: the order in which COPY commits. */
const TABLES = [
  {
    table: 'person',
    columns: [
      'citizen_id',
      'given_name',
      'family_name',
      'birth_date',
      'gender',
      'municipality_code',
      'protected_address',
      'street',
      'postal_code',
      'city',
      'phone',
      'email',
      'deceased_on',
    ],
  },
  { table: 'cpr_number', columns: ['citizen_id', 'number', 'kind', 'valid_to'] },
  {
    table: 'representative',
    columns: ['citizen_id', 'id', 'actor_id', 'name', 'kind', 'mandate', 'categories', 'valid_from', 'valid_to'],
  },
  {
    table: 'care_relation',
    columns: [
      'citizen_id',
      'id',
      'kind',
      'organisation_id',
      'unit_id',
      'actor_id',
      'plan_kind',
      'valid_from',
      'valid_to',
    ],
  },
  {
    table: 'consent_choice',
    columns: [
      'citizen_id',
      'id',
      'version',
      'effect',
      'recipients',
      'sources',
      'categories',
      'purposes',
      'lifts',
      'declines',
      'legal_basis',
      'gdpr_basis',
      'valid_from',
      'valid_to',
      'form',
      'evidence',
      'consequences_explained',
      'given_by',
      'mandate_id',
      'recorded_by',
      'recorded_at',
      'withdrawn_at',
      'withdrawn_by',
      'policy_version',
    ],
  },
  {
    table: 'emergency_access',
    columns: [
      'citizen_id',
      'id',
      'actor_id',
      'actor_role',
      'organisation_id',
      'kind',
      'reason',
      'categories',
      'opened_at',
      'expires_at',
    ],
  },
  {
    table: 'emergency_review',
    columns: [
      'citizen_id',
      'id',
      'emergency_id',
      'version',
      'outcome',
      'note',
      'reviewed_by',
      'organisation_id',
      'reviewed_at',
    ],
  },
  {
    table: 'consent_request',
    columns: [
      'citizen_id',
      'id',
      'actor_id',
      'actor_role',
      'organisation_id',
      'categories',
      'purpose',
      'text',
      'asked_at',
      'lapses_at',
      'answer',
      'answered_at',
      'answered_by',
      'consent_id',
    ],
  },
  { table: 'statistics_objection', columns: ['citizen_id', 'objected_at', 'objected_by'] },
  // Nobody has read anything yet; emptied with the rest.
  { table: 'notification_read', columns: ['citizen_id', 'actor_id', 'notification_id'] },
] as const;

await runSeed(citizen, {
  tables: TABLES,
  async fill(sink, { seed, citizens, today }, progress) {
    let done = 0;
    for (const p of people(seed, citizens, { referenceDate: today })) {
      const { street, postalCode, city } = p.address;
      await sink.write('person', [
        p.id,
        p.givenName,
        p.familyName,
        p.birthDate,
        p.gender,
        p.municipalityCode,
        p.protectedAddress,
        street,
        postalCode,
        city,
        p.phone,
        p.email,
        p.deceasedOn,
      ]);
      if (p.cpr !== null) await sink.write('cpr_number', [p.id, p.cpr, 'CPR', null]);
      for (const { number, kind, validTo } of p.formerCprs)
        await sink.write('cpr_number', [p.id, number, kind, validTo]);
      const { representatives, relations, consents, blocks, emergencies, requests, statisticsObjection } = citizenOf(p);
      for (const r of representatives) {
        await sink.write('representative', [
          p.id,
          r.id,
          r.actorId,
          r.name,
          r.kind,
          r.mandate,
          textArray(r.categories),
          r.validFrom,
          r.validTo,
        ]);
      }
      for (const r of relations) {
        await sink.write('care_relation', [
          p.id,
          r.id,
          r.kind,
          r.organisationId,
          r.unitId,
          r.actorId,
          r.planKind,
          r.validFrom,
          r.validTo,
        ]);
      }
      // Blocks first: a consent lifts only what is there.
      for (const block of blocks) await sink.write('consent_choice', choiceRow(block, 'BLOCK'));
      for (const consent of consents) await sink.write('consent_choice', choiceRow(consent, 'CONSENT'));
      for (const emergency of emergencies) {
        await sink.write('emergency_access', emergencyRow(emergency));
        if (emergency.review !== null) await sink.write('emergency_review', reviewRow(emergency, emergency.review));
      }
      for (const request of requests) await sink.write('consent_request', requestRow(request));
      if (statisticsObjection !== null)
        await sink.write('statistics_objection', [p.id, statisticsObjection, p.actorId]);
      if (++done % 500 === 0) progress(done);
    }
  },
});

function choiceRow(c: ConsentRecord | BlockRecord, effect: 'CONSENT' | 'BLOCK') {
  const [lifts, declines] = 'lifts' in c ? [c.lifts, null] : [[], c.declines];
  return [
    c.citizenId,
    c.id,
    c.version,
    effect,
    JSON.stringify(c.recipients),
    textArray(c.sources),
    textArray(c.categories),
    textArray(c.purposes),
    textArray(lifts),
    declines,
    effect === 'CONSENT' ? c.legalBasis : null,
    c.gdprBasis,
    c.validFrom,
    c.validTo,
    c.form,
    c.evidence,
    c.consequencesExplained,
    c.givenByActorId,
    c.givenUnderMandateId,
    c.recordedByActorId,
    c.recordedAt,
    c.withdrawnAt,
    c.withdrawnByActorId,
    c.policyVersion,
  ];
}

function emergencyRow({ citizenId, id, actorId, role, organisationId, kind, reason, ...e }: EmergencyRecord) {
  return [citizenId, id, actorId, role, organisationId, kind, reason, textArray(e.categories), e.openedAt, e.expiresAt];
}

function reviewRow({ citizenId, id, organisationId }: EmergencyRecord, review: EmergencyReviewRecord) {
  const { version, outcome, note, reviewedByActorId, reviewedAt } = review;
  return [citizenId, review.id, id, version, outcome, note, reviewedByActorId, organisationId, reviewedAt];
}

function requestRow({ citizenId, id, actorId, role, organisationId, purpose, text, ...r }: ConsentRequestRecord) {
  const asked = [citizenId, id, actorId, role, organisationId, textArray(r.categories), purpose, text];
  return [...asked, r.askedAt, r.lapsesAt, r.answer, r.answeredAt, r.answeredByActorId, null];
}
