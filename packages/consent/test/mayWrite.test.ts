import {
  DATA_CATEGORIES,
  PURPOSES,
  RELATION_KINDS,
  ROLES,
  mayWrite,
  mandateOf,
  type DataCategory,
  type Facts,
  type Purpose,
  type RelationKind,
  type Role,
} from '@sammen/consent';
import { isOpen } from './support/books.js';
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

const OUT_OF_SCOPE = { effect: 'DENY', reason: 'OUT_OF_SCOPE', basis: null };
const NO_BASIS = { effect: 'DENY', reason: 'NO_BASIS', basis: null };
const own = (basis: string) => ({ effect: 'PERMIT', reason: 'OWN', basis });
const write = (role: Role, purpose: Purpose, category: DataCategory, facts: Facts = factsOf(), changes = {}) =>
  mayWrite(actorOf(role, changes), purpose, category, facts, NOON);
const related = (kind: RelationKind, organisationId: string, changes = {}) =>
  factsOf({ relations: [relationOf({ kind, organisationId, ...changes })] });

it('I-5: permits exactly what the book of rights and the cap of the purpose both open, whoever asks with whatever relations', () => {
  for (const role of ROLES) {
    const { id, organisationId } = actorOf(role);
    const facts = factsOf({
      representatives: [mandate({ actorId: id, categories: DATA_CATEGORIES })],
      relations: RELATION_KINDS.map((kind) =>
        relationOf({ id: kind, kind, organisationId: organisationId ?? 'none', actorId: id }),
      ),
    });
    for (const purpose of PURPOSES)
      for (const category of DATA_CATEGORIES) {
        const answer = write(role, purpose, category, facts);
        const isEntitled = isOpen('writes', role, category) && isOpen('caps', role, purpose, category);
        const isRight = isEntitled ? answer.effect === 'PERMIT' : answer.reason === 'OUT_OF_SCOPE';
        if (!isRight) expect([role, purpose, category, answer]).toEqual([isEntitled]);
      }
  }
});

describe('a write by the own organisation', () => {
  it('rests on a relation, and names it', () => {
    expect(write('PSYCHIATRIST', 'TREATMENT', 'DIAGNOSIS', related('TREATING_UNIT', REGION))).toEqual(
      own('OWN:relation-1'),
    );
    expect(write('PSYCHIATRIST', 'TREATMENT', 'DIAGNOSIS')).toEqual(NO_BASIS);
    expect(write('PSYCHIATRIST', 'TREATMENT', 'DIAGNOSIS', related('TREATING_UNIT', 'region-midtjylland'))).toEqual(
      NO_BASIS,
    );
    expect(write('KEY_MANAGER', 'CARE_COORDINATION', 'MEETING', related('KEY_MANAGER', ESBJERG))).toEqual(
      own('OWN:relation-1'),
    );
    expect(write('KEY_MANAGER', 'CARE_COORDINATION', 'MEETING', related('CASEWORKER', ESBJERG))).toEqual(NO_BASIS);
  });

  it('is not for an organisation that does not control the data', () => {
    const region = { organisationId: REGION, organisationKind: 'REGION' };
    expect(write('KEY_MANAGER', 'CARE_COORDINATION', 'PLAN', related('KEY_MANAGER', REGION), region)).toEqual(NO_BASIS);
  });

  it('may make the relation: a region admits and an NGO matches whom it does not know', () => {
    for (const category of ['ADMISSION_NOTICE', 'ADMISSION', 'TREATMENT'] as const)
      expect(write('PSYCHIATRIST', 'TREATMENT', category)).toEqual(own('OWN:NEW_RELATION'));
    expect(write('NGO_COORDINATOR', 'PEER_SUPPORT', 'MENTORSHIP')).toEqual(own('OWN:NEW_RELATION'));
    expect(write('NGO_COORDINATOR', 'PEER_SUPPORT', 'MENTORSHIP', related('MENTOR_MATCH', NGO))).toEqual(
      own('OWN:relation-1'),
    );
  });

  it('may make the relation: a municipality opens cases of its own residents only', () => {
    const resident = related('RESIDENT_MUNICIPALITY', ESBJERG);
    expect(write('SOCIAL_WORKER', 'SOCIAL_CASEWORK', 'SOCIAL_SERVICE', resident)).toEqual(own('OWN:relation-1'));
    expect(write('KEY_MANAGER', 'CARE_COORDINATION', 'PLAN', resident)).toEqual(own('OWN:relation-1'));
    expect(write('KEY_MANAGER', 'CARE_COORDINATION', 'MEETING', resident)).toEqual(NO_BASIS);
    expect(write('SOCIAL_WORKER', 'SOCIAL_CASEWORK', 'SOCIAL_SERVICE')).toEqual(NO_BASIS);
    const known = related('KEY_MANAGER', ESBJERG);
    expect(write('SOCIAL_WORKER', 'SOCIAL_CASEWORK', 'SOCIAL_SERVICE', known)).toEqual(NO_BASIS);
    const elsewhere = related('RESIDENT_MUNICIPALITY', 'municipality-0101');
    expect(write('SOCIAL_WORKER', 'SOCIAL_CASEWORK', 'SOCIAL_SERVICE', elsewhere)).toEqual(NO_BASIS);
    const otherOffice = related('RESIDENT_MUNICIPALITY', ESBJERG, { unitId: `${ESBJERG}/housing` });
    expect(write('SOCIAL_WORKER', 'SOCIAL_CASEWORK', 'SOCIAL_SERVICE', otherOffice)).toEqual(NO_BASIS);
  });

  it('needs no consent and heeds no block, and neither consent nor emergency brings it about', () => {
    const all = { recipients: [{ role: 'PSYCHIATRIST' as const }], categories: DATA_CATEGORIES, purposes: PURPOSES };
    const blocked = { ...related('TREATING_UNIT', REGION), blocks: [blockOf(all)] };
    expect(write('PSYCHIATRIST', 'TREATMENT', 'DIAGNOSIS', blocked)).toEqual(own('OWN:relation-1'));
    const opened = factsOf({
      consents: [consentOf(all)],
      emergencyAccesses: [emergencyOf({ categories: DATA_CATEGORIES })],
    });
    expect(write('PSYCHIATRIST', 'TREATMENT', 'DIAGNOSIS', opened)).toEqual(NO_BASIS);
  });
});

describe('a write by the citizen', () => {
  it('is to their own contact data and consents', () => {
    for (const category of ['CONTACT', 'CONSENTS'] as const)
      expect(write('CITIZEN', 'SELF_ACCESS', category)).toEqual({ effect: 'PERMIT', reason: 'SELF', basis: 'SELF' });
    expect(write('CITIZEN', 'SELF_ACCESS', 'DIAGNOSIS')).toEqual(OUT_OF_SCOPE);
    expect(write('CITIZEN', 'SELF_ACCESS', 'CONSENTS', factsOf(), { citizenId: 'citizen-2' })).toEqual(NO_BASIS);
  });

  it('may be done for them by a representative, within the mandate', () => {
    const facts = factsOf({ representatives: [mandate({ categories: ['CONSENTS', 'FINANCIAL_SUPPORT'] })] });
    expect(write('GUARDIAN', 'REPRESENTATION', 'CONSENTS', facts)).toEqual({
      effect: 'PERMIT',
      reason: 'REPRESENTATIVE',
      basis: 'REPRESENTATIVE:mandate-1',
    });
    expect(write('GUARDIAN', 'REPRESENTATION', 'CONSENTS', factsOf({ representatives: [mandate()] }))).toEqual(
      NO_BASIS,
    );
  });

  it('about what a mandate covers: the union of those that hold now, of that representative', () => {
    const facts = factsOf({
      representatives: [
        mandate(),
        mandate({ id: 'mandate-2', categories: ['HOUSING'] }),
        mandate({ id: 'mandate-3', categories: ['DIAGNOSIS'], validTo: NOON - HOUR / 2 }),
        mandate({ id: 'mandate-4', categories: ['PLAN'], actorId: 'somebody' }),
      ],
    });
    expect([...mandateOf('actor-guardian', facts, NOON)]).toEqual(['FINANCIAL_SUPPORT', 'HOUSING']);
  });
});

it('I-4: refuses a write on what is not known', () => {
  const deny = (reason: string) => ({ effect: 'DENY', reason, basis: null });
  expect(write('PSYCHIATRIST', 'TREATMENT', 'ADMISSION', 'UNKNOWN')).toEqual(deny('INVALID'));
  expect(write('PSYCHIATRIST', 'TREATMENT', 'ADMISSION', 'UNAVAILABLE')).toEqual(deny('UNAVAILABLE'));
  expect(write('PSYCHIATRIST', 'TREATMENT', 'ADMISSION', null as never)).toEqual(deny('UNAVAILABLE'));
  expect(write('PSYCHIATRIST', 'TREATMENT', 'ADMISSION', { citizenId: CITIZEN } as never)).toEqual(deny('UNAVAILABLE'));
  expect(write('PSYCHIATRIST', 'CURIOSITY' as never, 'ADMISSION')).toEqual(deny('INVALID'));
  expect(write('PSYCHIATRIST', 'TREATMENT', 'SHOE_SIZE' as never)).toEqual(deny('INVALID'));
  expect(mayWrite({} as never, 'TREATMENT', 'ADMISSION', factsOf(), NOON)).toEqual(deny('INVALID'));
  expect(mayWrite(actorOf('PSYCHIATRIST'), 'TREATMENT', 'ADMISSION', factsOf(), Number.NaN)).toEqual(deny('INVALID'));
});
