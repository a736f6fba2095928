import {
  decide,
  type AccessRequest,
  type Actor,
  type Block,
  type CitizenFacts,
  type Consent,
  type DataCategory,
  type EmergencyAccess,
  type Purpose,
  type Relation,
  type Representative,
} from '@sammen/consent';
import { oracle } from './oracle.js';
import {
  CITIZEN,
  ESBJERG,
  HOUR,
  NGO,
  NOON,
  REGION,
  actorOf,
  blockOf,
  consentOf,
  emergencyOf,
  factsOf,
  mandate,
  relationOf,
} from './support/samples.js';

/** decide() against the oracle on every combination of small domains: every rule, and every way past it. */

const ASKERS: readonly (readonly [Actor, Purpose])[] = [
  [actorOf('CITIZEN'), 'SELF_ACCESS'],
  [actorOf('CITIZEN', { citizenId: 'citizen-2' }), 'SELF_ACCESS'],
  [actorOf('GUARDIAN'), 'REPRESENTATION'],
  [actorOf('PSYCHIATRIST'), 'TREATMENT'],
  [actorOf('PSYCHIATRIST'), 'PSYK_13C'],
  [actorOf('SOCIAL_WORKER'), 'SOCIAL_CASEWORK'],
  [actorOf('KEY_MANAGER'), 'CARE_COORDINATION'],
  [actorOf('MENTOR'), 'PEER_SUPPORT'],
  [actorOf('NGO_COORDINATOR'), 'PEER_SUPPORT'],
  [actorOf('DATA_PROTECTION_OFFICER'), 'OVERSIGHT'],
];
const CATEGORIES: readonly DataCategory[] = [
  'IDENTITY',
  'ACCESS_LOG',
  'ADMISSION_NOTICE',
  'DIAGNOSIS',
  'HOUSING',
  'PLAN',
  'MENTORSHIP',
];
const TIMES = [NOON - 1, NOON];

const scope = {
  recipients: [
    { organisationId: REGION },
    { organisationId: ESBJERG },
    { organisationId: NGO },
    { role: 'CITIZEN' as const },
  ],
  categories: ['ADMISSION_NOTICE', 'DIAGNOSIS', 'HOUSING', 'PLAN', 'MENTORSHIP'] as const,
  purposes: ['TREATMENT', 'SOCIAL_CASEWORK', 'CARE_COORDINATION', 'PEER_SUPPORT', 'SELF_ACCESS'] as const,
};
const consent = consentOf({ ...scope, lifts: ['block-1'], recordedAt: NOON - HOUR });
const CONSENTS: readonly Consent[][] = [[], [consent], [{ ...consent, lifts: [] }], [{ ...consent, validTo: NOON }]];
const block = blockOf({ ...scope, recordedAt: NOON - HOUR });
const BLOCKS: readonly Block[][] = [
  [],
  [block],
  [{ ...block, declines: 'HOSPITAL_NOTIFICATION' }],
  [{ ...block, recordedAt: NOON - 1 }],
  [{ ...block, withdrawnAt: NOON }],
];
const of = (kind: Relation['kind'], organisationId: string, changes: Partial<Relation> = {}) => [
  relationOf({ kind, organisationId, ...changes }),
];
const RELATIONS: readonly Relation[][] = [
  [],
  of('TREATING_UNIT', REGION),
  of('TREATING_UNIT', REGION, { unitId: `${REGION}/psychiatry-esbjerg` }),
  of('TREATING_UNIT', REGION, { unitId: `${REGION}/psychiatry-esbjerg/ward-1/room` }),
  of('TREATING_UNIT', REGION, { validTo: NOON }),
  of('TREATING_UNIT', ESBJERG),
  of('CASEWORKER', ESBJERG),
  of('CASEWORKER', ESBJERG, { actorId: 'actor-social_worker' }),
  of('KEY_MANAGER', ESBJERG, { validFrom: NOON }),
  of('MENTOR_MATCH', NGO),
  of('MENTOR_MATCH', NGO, { actorId: 'actor-mentor' }),
  of('MENTOR_MATCH', NGO, { actorId: 'another-mentor' }),
  of('VOLUNTEER_MATCH', NGO, { actorId: 'actor-mentor' }),
  of('PLAN_PARTY', REGION, { planKind: 'DISCHARGE_AGREEMENT' }),
  of('PLAN_PARTY', REGION),
  of('PLAN_PARTY', ESBJERG),
  of('RESIDENT_MUNICIPALITY', ESBJERG),
  [...of('RESIDENT_MUNICIPALITY', ESBJERG), ...of('KEY_MANAGER', ESBJERG, { id: 'relation-0' })],
];
const emergency = emergencyOf({ categories: ['HOUSING', 'DIAGNOSIS', 'ACCESS_LOG'] });
const EMERGENCIES: readonly EmergencyAccess[][] = [
  [],
  [emergency],
  [{ ...emergency, expiresAt: emergency.openedAt + HOUR + 1 }],
  [{ ...emergency, expiresAt: NOON }],
];
const MANDATES: readonly Representative[][] = [
  [],
  [mandate({ categories: ['HOUSING', 'ACCESS_LOG'] })],
  [mandate({ categories: ['HOUSING'], validTo: NOON })],
];

function* allFacts(): Generator<CitizenFacts> {
  for (const consents of CONSENTS)
    for (const blocks of BLOCKS)
      for (const relations of RELATIONS)
        for (const emergencyAccesses of EMERGENCIES)
          for (const representatives of MANDATES)
            yield factsOf({ consents, blocks, relations, emergencyAccesses, representatives });
}

it('decides every one of more than 500,000 combinations as the independent oracle does', () => {
  const answers = new Map<string, number>();
  const disagreements: unknown[] = [];
  let combinations = 0;
  const requests: AccessRequest[] = ASKERS.flatMap(([actor, purpose]) =>
    CATEGORIES.flatMap((category) => TIMES.map((at) => ({ actor, purpose, citizenId: CITIZEN, category, at }))),
  );
  for (const facts of allFacts()) {
    for (const request of requests) {
      const decided = decide(request, facts);
      const expected = oracle(request, facts);
      combinations += 1;
      answers.set(decided.reason, (answers.get(decided.reason) ?? 0) + 1);
      const agree =
        decided.effect === expected.effect && decided.reason === expected.reason && decided.basis === expected.basis;
      if (!agree && disagreements.length < 3) disagreements.push({ request, facts, decided, expected });
    }
  }
  expect(disagreements).toEqual([]);
  expect(combinations).toBeGreaterThanOrEqual(500_000);
  const reached = [
    'BLOCKED',
    'CONSENT',
    'EMERGENCY',
    'LAW',
    'NO_BASIS',
    'OUT_OF_SCOPE',
    'OWN',
    'REPRESENTATIVE',
    'SELF',
  ];
  expect([...answers.keys()].toSorted()).toEqual(reached);
});
