import { citizenOf, type BlockRecord, type ConsentRecord, people } from '@sammen/population';
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
      const { representatives, relations, consents, blocks } = citizenOf(p);
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
      for (const consent of consents) await sink.write('consent_choice', choiceRow(consent, 'CONSENT'));
      for (const block of blocks) await sink.write('consent_choice', choiceRow(block, 'BLOCK'));
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
