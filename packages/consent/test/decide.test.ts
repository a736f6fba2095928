import {
  DATA_CATEGORIES,
  decide,
  type Actor,
  type CitizenFacts,
  type DataCategory,
  type Facts,
  type Purpose,
} from '@sammen/consent';
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

const ask = (actor: Actor, purpose: Purpose, category: DataCategory, facts: Facts, at = NOON) =>
  decide({ actor, purpose, citizenId: CITIZEN, category, at }, facts);
const psychiatrist = actorOf('PSYCHIATRIST');
const socialWorker = actorOf('SOCIAL_WORKER');
const INVALID = { effect: 'DENY', reason: 'INVALID', basis: null };
const UNAVAILABLE = { effect: 'DENY', reason: 'UNAVAILABLE', basis: null };
const NO_BASIS = { effect: 'DENY', reason: 'NO_BASIS', basis: null };
const BLOCKED = { effect: 'DENY', reason: 'BLOCKED', basis: null };
const OUT_OF_SCOPE = { effect: 'DENY', reason: 'OUT_OF_SCOPE', basis: null };
const permitted = (reason: string, basis: string) => ({ effect: 'PERMIT', reason, basis });

describe('rule 0, what is not known is refused', () => {
  const treated = factsOf({ relations: [relationOf({ kind: 'TREATING_UNIT', organisationId: REGION })] });
  const known = { actor: psychiatrist, purpose: 'TREATMENT', citizenId: CITIZEN, category: 'DIAGNOSIS', at: NOON };

  it('permits the request that the refusals below are varied from', () => {
    expect(decide(known as never, treated)).toEqual(permitted('OWN', 'OWN:relation-1'));
  });

  it.each([
    ['no request', undefined],
    ['an empty request', {}],
    ['an unknown category', { ...known, category: 'SHOE_SIZE' }],
    ['a category from the prototype', { ...known, category: '__proto__' }],
    ['an unknown purpose', { ...known, purpose: 'CURIOSITY' }],
    ['a purpose from the prototype', { ...known, purpose: 'constructor' }],
    ['no purpose', { ...known, purpose: undefined }],
    ['no actor', { ...known, actor: null }],
    ['an unknown role', { ...known, actor: { ...psychiatrist, role: 'WIZARD' } }],
    ['a role from the prototype', { ...known, actor: { ...psychiatrist, role: '__proto__' } }],
    ['an actor without an id', { ...known, actor: { ...psychiatrist, id: '' } }],
    ['an unknown kind of organisation', { ...known, actor: { ...psychiatrist, organisationKind: 'EMPIRE' } }],
    ['a psychiatrist of an NGO', { ...known, actor: { ...psychiatrist, organisationKind: 'NGO' } }],
    ['a region without a name', { ...known, actor: { ...psychiatrist, organisationId: null } }],
    ['a unit that is no text', { ...known, actor: { ...psychiatrist, unitId: 7 } }],
    ['a citizen of one that is no text', { ...known, actor: { ...psychiatrist, citizenId: undefined } }],
    ['no citizen', { ...known, citizenId: '' }],
    ['no time', { ...known, at: Number.NaN }],
    ['endless time', { ...known, at: Infinity }],
  ])('refuses %s as INVALID', (_, request) => {
    expect(decide(request as never, treated)).toEqual(INVALID);
  });

  it('refuses an unknown citizen as INVALID', () => {
    expect(decide(known as never, 'UNKNOWN')).toEqual(INVALID);
  });

  it.each([
    ['that could not be read', 'UNAVAILABLE'],
    ['that are missing', undefined],
    ['that are null', null],
    ['of another citizen', { ...treated, citizenId: 'citizen-2' }],
    ['without blocks', { ...treated, blocks: undefined }],
    ['with blocks that are no list', { ...treated, blocks: {} }],
    ['with a hole in a list', { ...treated, blocks: Array.from({ length: 1 }) }],
    ['without a policy version', { ...treated, policyVersion: '' }],
  ])('I-4: refuses facts %s as UNAVAILABLE', (_, facts) => {
    expect(decide(known as never, facts as never)).toEqual(UNAVAILABLE);
  });

  const whole = {
    consents: [
      consentOf({
        recipients: [{ organisationId: 'o', unitId: 'u', role: 'MENTOR', actorId: 'a' }],
        categories: ['PLAN'],
        purposes: ['PEER_SUPPORT'],
        sources: ['NGO'],
        lifts: ['b'],
      }),
    ],
    blocks: [
      blockOf({
        recipients: [{ organisationId: 'o', unitId: 'u', role: 'MENTOR', actorId: 'a' }],
        categories: ['PLAN'],
        purposes: ['PEER_SUPPORT'],
        sources: ['NGO'],
        withdrawnAt: NOON,
        validTo: NOON,
        declines: 'X',
      }),
    ],
    relations: [
      ...treated.relations,
      relationOf({
        kind: 'PLAN_PARTY',
        organisationId: 'o',
        unitId: 'u',
        actorId: 'a',
        planKind: 'COORDINATION_PLAN',
        validTo: NOON,
      }),
    ],
    representatives: [mandate()],
    emergencyAccesses: [emergencyOf()],
  };
  const fields = Object.entries(whole).flatMap(([list, [, entry] = []]) => {
    const sample = entry ?? whole[list as 'consents'][0]!;
    return Object.keys(sample).map((field) => [list, field, sample] as const);
  });

  it('reads whole facts', () => {
    expect(decide(known as never, factsOf(whole))).toEqual(permitted('OWN', 'OWN:relation-1'));
  });

  it.each(fields)('I-4: refuses all facts when %s hold one whose %s cannot be read', (list, field, sample) => {
    const others = whole[list as 'consents'].filter((other) => other !== (sample as never));
    for (const broken of [undefined, [{ role: 'WIZARD' }], Number.NaN]) {
      const facts = factsOf({ ...whole, [list]: [...others, { ...sample, [field]: broken }] });
      expect(decide(known as never, facts)).toEqual(UNAVAILABLE);
    }
  });

  it.each(['organisationId', 'unitId', 'role', 'actorId'])('I-4: refuses a block with a malformed %s', (field) => {
    const block = { ...whole.blocks[0]!, recipients: [{ [field]: null }] };
    expect(decide(known as never, factsOf({ ...whole, blocks: [block as never] }))).toEqual(UNAVAILABLE);
  });

  it('I-4: refuses a recipient with an axis that is not known here: without it, a consent would reach further', () => {
    const consent = { ...whole.consents[0]!, recipients: [{ role: 'MENTOR', shift: 'NIGHT' }] };
    expect(decide(known as never, factsOf({ ...whole, consents: [consent as never] }))).toEqual(UNAVAILABLE);
  });

  it('I-4: refuses facts that throw when they are read', () => {
    const facts = Object.defineProperty(factsOf(), 'blocks', {
      get: () => {
        throw new Error('torn');
      },
    });
    expect(decide(known as never, facts)).toEqual(UNAVAILABLE);
  });
});

describe('rule 2, the citizen and their representatives', () => {
  it('shows a citizen everything of their own', () => {
    for (const category of DATA_CATEGORIES)
      expect(ask(actorOf('CITIZEN'), 'SELF_ACCESS', category, factsOf())).toEqual(permitted('SELF', 'SELF'));
  });

  it('shows a citizen nothing of another, not even by a consent to every citizen', () => {
    const consent = consentOf({ recipients: [{ role: 'CITIZEN' }], categories: ['PLAN'], purposes: ['SELF_ACCESS'] });
    const other = actorOf('CITIZEN', { citizenId: 'citizen-2' });
    expect(ask(other, 'SELF_ACCESS', 'PLAN', factsOf({ consents: [consent] }))).toEqual(NO_BASIS);
    expect(ask(actorOf('CITIZEN', { citizenId: null }), 'SELF_ACCESS', 'PLAN', factsOf())).toEqual(NO_BASIS);
  });

  it('is no self access for a professional who is that citizen', () => {
    expect(ask(actorOf('MENTOR', { citizenId: CITIZEN }), 'PEER_SUPPORT', 'IDENTITY', factsOf())).toEqual(NO_BASIS);
  });

  it('shows a representative what the mandate covers and nothing else', () => {
    const facts = factsOf({ representatives: [mandate()] });
    const guardian = actorOf('GUARDIAN');
    expect(ask(guardian, 'REPRESENTATION', 'FINANCIAL_SUPPORT', facts)).toEqual(
      permitted('REPRESENTATIVE', 'REPRESENTATIVE:mandate-1'),
    );
    expect(ask(guardian, 'REPRESENTATION', 'DIAGNOSIS', facts)).toEqual(NO_BASIS);
    expect(ask({ ...guardian, id: 'somebody' }, 'REPRESENTATION', 'FINANCIAL_SUPPORT', facts)).toEqual(NO_BASIS);
  });

  it('gives a mandate to a representative only, not to a professional who holds one', () => {
    const facts = factsOf({ representatives: [mandate({ actorId: socialWorker.id })] });
    expect(ask(socialWorker, 'SOCIAL_CASEWORK', 'FINANCIAL_SUPPORT', facts)).toEqual(NO_BASIS);
  });

  it('does not let a block keep out the citizen or their representative', () => {
    const block = (role: 'CITIZEN' | 'GUARDIAN', purpose: Purpose) =>
      blockOf({ recipients: [{ role }], categories: ['FINANCIAL_SUPPORT'], purposes: [purpose] });
    const blocks = [block('CITIZEN', 'SELF_ACCESS'), block('GUARDIAN', 'REPRESENTATION')];
    const facts = factsOf({ representatives: [mandate()], blocks });
    expect(ask(actorOf('CITIZEN'), 'SELF_ACCESS', 'FINANCIAL_SUPPORT', facts).effect).toBe('PERMIT');
    expect(ask(actorOf('GUARDIAN'), 'REPRESENTATION', 'FINANCIAL_SUPPORT', facts).effect).toBe('PERMIT');
  });
});

describe('rule 3, the law', () => {
  const resident = relationOf({ kind: 'RESIDENT_MUNICIPALITY', organisationId: ESBJERG });
  const party = relationOf({ kind: 'PLAN_PARTY', organisationId: REGION, planKind: 'DISCHARGE_AGREEMENT' });

  it('tells the municipality where the citizen lives that they are admitted, and no more', () => {
    const facts = factsOf({ relations: [resident] });
    expect(ask(socialWorker, 'SOCIAL_CASEWORK', 'ADMISSION_NOTICE', facts)).toEqual(
      permitted('LAW', 'LAW:HOSPITAL_NOTIFICATION'),
    );
    expect(ask(socialWorker, 'SOCIAL_CASEWORK', 'ADMISSION', facts)).toEqual(NO_BASIS);
    expect(ask(actorOf('HOUSING_OFFICER'), 'HOUSING_CASEWORK', 'ADMISSION_NOTICE', facts).reason).toBe('LAW');
    expect(ask(actorOf('KEY_MANAGER'), 'CARE_COORDINATION', 'ADMISSION_NOTICE', facts).reason).toBe('LAW');
  });

  it('tells no other municipality', () => {
    const outsider = actorOf('SOCIAL_WORKER', { organisationId: 'municipality-0101', unitId: null });
    expect(ask(outsider, 'SOCIAL_CASEWORK', 'ADMISSION_NOTICE', factsOf({ relations: [resident] }))).toEqual(NO_BASIS);
  });

  it('lets the citizen decline the notification, and no consent brings that basis back', () => {
    const who = {
      recipients: [{ organisationId: ESBJERG }],
      categories: ['ADMISSION_NOTICE'] as const,
      purposes: ['SOCIAL_CASEWORK'] as const,
    };
    const declined = { relations: [resident], blocks: [blockOf({ ...who, declines: 'HOSPITAL_NOTIFICATION' })] };
    expect(ask(socialWorker, 'SOCIAL_CASEWORK', 'ADMISSION_NOTICE', factsOf(declined))).toEqual(BLOCKED);
    const lifted = factsOf({ ...declined, consents: [consentOf({ ...who, lifts: ['block-1'] })] });
    expect(ask(socialWorker, 'SOCIAL_CASEWORK', 'ADMISSION_NOTICE', lifted)).toEqual(
      permitted('CONSENT', 'CONSENT:consent-1@1'),
    );
  });

  it('does not take an ordinary block, or one that declines something else, for a decline', () => {
    for (const declines of [null, 'PSYK_13C']) {
      const block = blockOf({
        recipients: [{ organisationId: ESBJERG }],
        categories: ['ADMISSION_NOTICE'],
        purposes: ['SOCIAL_CASEWORK'],
        declines,
      });
      const facts = factsOf({ relations: [resident], blocks: [block] });
      expect(ask(socialWorker, 'SOCIAL_CASEWORK', 'ADMISSION_NOTICE', facts).reason).toBe('LAW');
    }
  });

  it('opens what a discharge agreement needs between its parties, which nobody can decline', () => {
    const block = blockOf({
      recipients: [{ organisationId: REGION }],
      categories: ['HOUSING'],
      purposes: ['PSYK_13C'],
      declines: 'PSYK_13C',
    });
    const facts = factsOf({ relations: [party], blocks: [block] });
    expect(ask(psychiatrist, 'PSYK_13C', 'HOUSING', facts)).toEqual(permitted('LAW', 'LAW:PSYK_13C'));
    expect(ask(psychiatrist, 'PSYK_13C', 'DIAGNOSIS', facts)).toEqual(OUT_OF_SCOPE);
    expect(ask(psychiatrist, 'TREATMENT', 'HOUSING', facts)).toEqual(NO_BASIS);
  });

  it('asks that the plan is one that the law knows, and that the party is one of it', () => {
    const other = factsOf({ relations: [{ ...party, planKind: null }] });
    expect(ask(psychiatrist, 'PSYK_13C', 'HOUSING', other)).toEqual(NO_BASIS);
    const treating = factsOf({ relations: [{ ...party, kind: 'TREATING_UNIT' as const }] });
    expect(ask(psychiatrist, 'PSYK_13C', 'HOUSING', treating)).toEqual(NO_BASIS);
    const elsewhere = factsOf({ relations: [{ ...party, unitId: `${REGION}/psychiatry-vejle` }] });
    expect(ask(psychiatrist, 'PSYK_13C', 'HOUSING', elsewhere)).toEqual(NO_BASIS);
  });

  it('shows a data protection officer who looked at a citizen of the own organisation, whatever the unit', () => {
    const caseworker = relationOf({
      kind: 'CASEWORKER',
      organisationId: ESBJERG,
      unitId: `${ESBJERG}/social`,
      actorId: 'somebody',
    });
    const facts = factsOf({ relations: [caseworker] });
    expect(ask(actorOf('DATA_PROTECTION_OFFICER'), 'OVERSIGHT', 'ACCESS_LOG', facts)).toEqual(
      permitted('LAW', 'LAW:GDPR_39'),
    );
    expect(ask(actorOf('DATA_PROTECTION_OFFICER'), 'OVERSIGHT', 'ACCESS_LOG', factsOf())).toEqual(NO_BASIS);
  });

  it('is no law before it was in force', () => {
    const past = { ...resident, validFrom: 0 };
    const start = Date.UTC(2007, 0, 1);
    const facts = factsOf({ relations: [past] });
    expect(ask(socialWorker, 'SOCIAL_CASEWORK', 'ADMISSION_NOTICE', facts, start - 1)).toEqual(NO_BASIS);
    expect(ask(socialWorker, 'SOCIAL_CASEWORK', 'ADMISSION_NOTICE', facts, start).reason).toBe('LAW');
  });
});

describe('rule 4, emergency access', () => {
  const open = (changes = {}) => factsOf({ emergencyAccesses: [emergencyOf(changes)] });

  it('opens its categories to whoever opened it', () => {
    expect(ask(psychiatrist, 'TREATMENT', 'HOUSING', open())).toEqual(permitted('EMERGENCY', 'EMERGENCY:emergency-1'));
    expect(ask(psychiatrist, 'TREATMENT', 'EMPLOYMENT', open())).toEqual(NO_BASIS);
    expect(ask({ ...psychiatrist, id: 'a-colleague' }, 'TREATMENT', 'HOUSING', open())).toEqual(NO_BASIS);
  });

  it('is for treatment only, and not for other roles', () => {
    expect(ask(psychiatrist, 'CARE_COORDINATION', 'HOUSING', open())).toEqual(NO_BASIS);
    const byWorker = open({ actorId: socialWorker.id });
    expect(ask(socialWorker, 'SOCIAL_CASEWORK', 'HOUSING', byWorker)).toEqual(NO_BASIS);
    const nurse = actorOf('WARD_NURSE');
    expect(ask(nurse, 'TREATMENT', 'HOUSING', open({ actorId: nurse.id })).reason).toBe('EMERGENCY');
  });

  it('needs a reason, and at most 60 minutes', () => {
    expect(ask(psychiatrist, 'TREATMENT', 'HOUSING', open({ reason: ' \n' }))).toEqual(NO_BASIS);
    const hour = { openedAt: NOON, expiresAt: NOON + HOUR };
    expect(ask(psychiatrist, 'TREATMENT', 'HOUSING', open(hour)).reason).toBe('EMERGENCY');
    expect(ask(psychiatrist, 'TREATMENT', 'HOUSING', open({ ...hour, expiresAt: NOON + HOUR + 1 }))).toEqual(NO_BASIS);
  });

  it('goes before a block, and I-5: never beyond the cap', () => {
    const block = blockOf({
      recipients: [{ role: 'PSYCHIATRIST' }],
      categories: ['HOUSING'],
      purposes: ['TREATMENT'],
    });
    const facts = { ...open({ categories: [...DATA_CATEGORIES] }), blocks: [block] };
    expect(ask(psychiatrist, 'TREATMENT', 'HOUSING', facts).reason).toBe('EMERGENCY');
    expect(ask(psychiatrist, 'TREATMENT', 'HOUSING_BENEFIT', facts)).toEqual(OUT_OF_SCOPE);
    expect(ask(psychiatrist, 'TREATMENT', 'ACCESS_LOG', facts)).toEqual(OUT_OF_SCOPE);
  });
});

describe('rule 5, blocks and what lifts them', () => {
  const scope = {
    recipients: [{ organisationId: REGION }],
    categories: ['DIAGNOSIS', 'HOUSING'] as DataCategory[],
    purposes: ['TREATMENT'] as Purpose[],
  };
  const treating = relationOf({ kind: 'TREATING_UNIT', organisationId: REGION });
  const withChoices = (changes: Partial<CitizenFacts>) => factsOf({ relations: [treating], ...changes });
  const block = blockOf({ ...scope, recordedAt: NOON - 2 * HOUR, validFrom: NOON - 2 * HOUR });
  const old = consentOf({ ...scope, id: 'consent-old' });
  const lifting = consentOf({ ...scope, recordedAt: NOON - HOUR, validFrom: NOON - HOUR, lifts: ['block-1'] });

  it('keeps out what the own organisation or an old consent would open', () => {
    expect(ask(psychiatrist, 'TREATMENT', 'DIAGNOSIS', withChoices({ consents: [old] })).reason).toBe('OWN');
    const blocked = withChoices({ consents: [old], blocks: [block] });
    expect(ask(psychiatrist, 'TREATMENT', 'DIAGNOSIS', blocked)).toEqual(BLOCKED);
    expect(ask(psychiatrist, 'TREATMENT', 'HOUSING', blocked)).toEqual(BLOCKED);
  });

  it('yields to a later consent that lifts it', () => {
    const facts = withChoices({ consents: [lifting], blocks: [block] });
    expect(ask(psychiatrist, 'TREATMENT', 'HOUSING', facts)).toEqual(permitted('CONSENT', 'CONSENT:consent-1@1'));
    expect(ask(psychiatrist, 'TREATMENT', 'DIAGNOSIS', facts)).toEqual(permitted('OWN', 'OWN:relation-1'));
  });

  it.each([
    ['names another block', { lifts: ['block-2'] }],
    ['was recorded before the block', { recordedAt: block.recordedAt - 1 }],
    ['has expired', { validTo: NOON }],
    ['is withdrawn', { withdrawnAt: NOON }],
    ['is about another category', { categories: ['HOUSING'] as DataCategory[] }],
    ['is about another purpose', { purposes: ['CARE_COORDINATION'] as Purpose[] }],
    ['is about somebody else', { recipients: [{ organisationId: ESBJERG }] }],
    ['is about another source', { sources: ['MUNICIPALITY'] as const }],
  ])('stays when the consent that should lift it %s', (_, changes) => {
    const facts = withChoices({ consents: [old, { ...lifting, ...changes }], blocks: [block] });
    expect(ask(psychiatrist, 'TREATMENT', 'DIAGNOSIS', facts)).toEqual(BLOCKED);
  });

  it('stays when only one of two blocks is lifted', () => {
    const facts = withChoices({ consents: [lifting], blocks: [block, { ...block, id: 'block-2' }] });
    expect(ask(psychiatrist, 'TREATMENT', 'HOUSING', facts)).toEqual(BLOCKED);
  });

  it('does not matter to others, other categories, purposes and sources', () => {
    const facts = withChoices({ blocks: [{ ...block, sources: ['MUNICIPALITY'] }] });
    expect(ask(psychiatrist, 'TREATMENT', 'DIAGNOSIS', facts).reason).toBe('OWN');
    expect(ask(psychiatrist, 'TREATMENT', 'ADMISSION', withChoices({ blocks: [block] })).reason).toBe('OWN');
    expect(ask(psychiatrist, 'CARE_COORDINATION', 'DIAGNOSIS', withChoices({ blocks: [block] })).reason).toBe('OWN');
  });
});

describe('rule 6, the own organisation', () => {
  it('does not open what another sector controls, whatever the relation', () => {
    const facts = factsOf({ relations: [relationOf({ kind: 'TREATING_UNIT', organisationId: REGION })] });
    expect(ask(psychiatrist, 'TREATMENT', 'SOCIAL_SERVICE', facts)).toEqual(NO_BASIS);
    expect(
      ask(
        socialWorker,
        'SOCIAL_CASEWORK',
        'ADMISSION',
        factsOf({ relations: [relationOf({ kind: 'TREATING_UNIT', organisationId: ESBJERG })] }),
      ),
    ).toEqual(NO_BASIS);
  });

  it('counts who belongs to a department on each of its wards, and keeps two wards apart', () => {
    const ward = `${REGION}/psychiatry-esbjerg/ward-1`;
    const admitted = factsOf({
      relations: [relationOf({ kind: 'TREATING_UNIT', organisationId: REGION, unitId: ward })],
    });
    const at = (unitId: string) => ask(actorOf('PSYCHIATRIST', { unitId }), 'TREATMENT', 'DIAGNOSIS', admitted).effect;
    expect(at(`${REGION}/psychiatry-esbjerg`)).toBe('PERMIT');
    expect(at(ward)).toBe('PERMIT');
    expect(at(`${REGION}/psychiatry-esbjerg/ward-2`)).toBe('DENY');
    expect(at(`${REGION}/psychiatry-vejle`)).toBe('DENY');
  });

  it('asks for the same organisation, and the unit and person that the relation names', () => {
    const ward = `${REGION}/psychiatry-esbjerg/ward-1`;
    const seen = (changes: object, actor = psychiatrist) =>
      ask(
        actor,
        'TREATMENT',
        'DIAGNOSIS',
        factsOf({ relations: [relationOf({ kind: 'TREATING_UNIT', organisationId: REGION, ...changes })] }),
      ).effect;
    expect(seen({ unitId: ward })).toBe('PERMIT');
    expect(seen({ unitId: `${REGION}/psychiatry-esbjerg` })).toBe('PERMIT');
    expect(seen({ actorId: psychiatrist.id })).toBe('PERMIT');
    expect(seen({ organisationId: 'region-midtjylland' })).toBe('DENY');
    expect(seen({ unitId: `${ward}/room-1` })).toBe('PERMIT'); // A part of the own unit.
    expect(seen({ unitId: `${REGION}/psychiatry-esb` })).toBe('DENY');
    expect(seen({ unitId: ward }, { ...psychiatrist, unitId: null })).toBe('DENY');
    expect(seen({ actorId: 'a-colleague' })).toBe('DENY');
    expect(seen({ unitId: ward, actorId: 'a-colleague' })).toBe('DENY');
  });

  it('shows a mentor and a volunteer only their own match, their coordinator all of the organisation', () => {
    const match = (kind: 'MENTOR_MATCH' | 'VOLUNTEER_MATCH', actorId: string | null, unitId: string | null = null) =>
      factsOf({ relations: [relationOf({ kind, organisationId: NGO, actorId, unitId })] });
    const sees = (role: 'MENTOR' | 'VOLUNTEER' | 'NGO_COORDINATOR', category: DataCategory, facts: CitizenFacts) =>
      ask(actorOf(role), 'PEER_SUPPORT', category, facts).effect;
    expect(sees('MENTOR', 'IDENTITY', match('MENTOR_MATCH', 'actor-mentor'))).toBe('PERMIT');
    expect(sees('MENTOR', 'MENTORSHIP', match('MENTOR_MATCH', 'actor-mentor'))).toBe('PERMIT');
    expect(sees('MENTOR', 'IDENTITY', match('MENTOR_MATCH', 'actor-mentor', 'another-unit'))).toBe('DENY');
    expect(sees('MENTOR', 'IDENTITY', match('MENTOR_MATCH', 'another-mentor'))).toBe('DENY');
    expect(sees('MENTOR', 'IDENTITY', match('MENTOR_MATCH', null))).toBe('DENY');
    expect(sees('MENTOR', 'IDENTITY', match('VOLUNTEER_MATCH', 'actor-mentor'))).toBe('DENY');
    expect(sees('VOLUNTEER', 'VOLUNTEER_VISIT', match('VOLUNTEER_MATCH', 'actor-volunteer'))).toBe('PERMIT');
    expect(sees('VOLUNTEER', 'VOLUNTEER_VISIT', match('MENTOR_MATCH', 'actor-volunteer'))).toBe('DENY');
    expect(sees('NGO_COORDINATOR', 'MENTORSHIP', match('MENTOR_MATCH', 'actor-mentor', 'a-unit'))).toBe('PERMIT');
    expect(sees('NGO_COORDINATOR', 'VOLUNTEER_VISIT', match('VOLUNTEER_MATCH', null))).toBe('PERMIT');
    expect(sees('NGO_COORDINATOR', 'CONTACT', match('MENTOR_MATCH', null))).toBe('DENY');
    const elsewhere = actorOf('NGO_COORDINATOR', { organisationId: 'ngo-other' });
    expect(ask(elsewhere, 'PEER_SUPPORT', 'MENTORSHIP', match('MENTOR_MATCH', null)).effect).toBe('DENY');
  });

  it('shows the coordinator of a course its enrolments and who takes part, and no match', () => {
    const enrolled = (organisationId = NGO) =>
      factsOf({ relations: [relationOf({ kind: 'COURSE_ENROLMENT', organisationId })] });
    const sees = (role: 'MENTOR' | 'NGO_COORDINATOR', category: DataCategory, facts = enrolled()) =>
      ask(actorOf(role), 'PEER_SUPPORT', category, facts).effect;
    expect(sees('NGO_COORDINATOR', 'PSYCHO_EDUCATION')).toBe('PERMIT');
    expect(sees('NGO_COORDINATOR', 'IDENTITY')).toBe('PERMIT');
    expect(sees('NGO_COORDINATOR', 'MENTORSHIP')).toBe('DENY');
    expect(sees('NGO_COORDINATOR', 'VOLUNTEER_VISIT')).toBe('DENY');
    expect(sees('NGO_COORDINATOR', 'PSYCHO_EDUCATION', enrolled('ngo-other'))).toBe('DENY');
    expect(sees('MENTOR', 'PSYCHO_EDUCATION')).toBe('DENY');
  });
});

describe('rule 7, consents', () => {
  const base = {
    recipients: [{ role: 'SOCIAL_WORKER' as const, organisationId: ESBJERG }],
    categories: ['DIAGNOSIS' as const],
    purposes: ['CARE_COORDINATION' as const],
  };
  const seen = (changes: Partial<ReturnType<typeof consentOf>>, actor = socialWorker, at = NOON) =>
    ask(actor, 'CARE_COORDINATION', 'DIAGNOSIS', factsOf({ consents: [consentOf({ ...base, ...changes })] }), at);

  it('permits what matches on every axis, and names consent and version', () => {
    expect(seen({ version: 3 })).toEqual(permitted('CONSENT', 'CONSENT:consent-1@3'));
    expect(seen({ sources: ['NGO', 'PSYCHIATRY'] }).effect).toBe('PERMIT');
    expect(seen({ recipients: [{ actorId: 'nobody' }, { unitId: ESBJERG }] }).effect).toBe('PERMIT');
  });

  it.each([
    ['recipient', { recipients: [{ organisationId: 'municipality-0101' }] }],
    ['half of a recipient', { recipients: [{ organisationId: ESBJERG, role: 'KEY_MANAGER' as const }] }],
    ['person', { recipients: [{ organisationId: ESBJERG, actorId: 'somebody' }] }],
    ['unit', { recipients: [{ organisationId: ESBJERG, unitId: `${ESBJERG}/housing` }] }],
    ['recipient at all', { recipients: [] }],
    ['name in its recipient', { recipients: [{}] }],
    ['category', { categories: ['PLAN' as const] }],
    ['purpose', { purposes: ['SOCIAL_CASEWORK' as const] }],
    ['source', { sources: ['MUNICIPALITY' as const] }],
  ])('does not permit when it has no matching %s', (_, changes) => {
    expect(seen(changes)).toEqual(NO_BASIS);
  });

  it('I-10: does not permit from the millisecond it is withdrawn', () => {
    expect(seen({ withdrawnAt: NOON + 1 }).effect).toBe('PERMIT');
    expect(seen({ withdrawnAt: NOON })).toEqual(NO_BASIS);
  });

  it('is not made legal earlier by recording it late', () => {
    expect(seen({ recordedAt: NOON }).effect).toBe('PERMIT');
    expect(seen({ recordedAt: NOON + 1 })).toEqual(NO_BASIS);
  });
});
