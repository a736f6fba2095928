import { DATA_CATEGORIES, PURPOSES } from '@sammen/consent';
import { BLOCKED, NO_BASIS, OUT_OF_SCOPE, ask, permitted, psychiatrist, socialWorker } from '../support/ask.js';
import { ESBJERG, REGION, actorOf, blockOf, consentOf, factsOf, relationOf } from '../support/samples.js';

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

  it('lets the data protection officer of an organisation review that one of its people broke the glass, and opens nothing else to anybody', () => {
    const opened = factsOf({ relations: [relationOf({ kind: 'EMERGENCY_OPENED', organisationId: REGION })] });
    const officer = actorOf('DATA_PROTECTION_OFFICER', { organisationId: REGION, organisationKind: 'REGION' });
    expect(ask(officer, 'OVERSIGHT', 'ACCESS_LOG', opened)).toEqual(permitted('LAW', 'LAW:GDPR_39'));
    expect(ask(actorOf('DATA_PROTECTION_OFFICER'), 'OVERSIGHT', 'ACCESS_LOG', opened)).toEqual(NO_BASIS);
    for (const category of DATA_CATEGORIES)
      for (const purpose of PURPOSES)
        expect([category, purpose, ask(psychiatrist, purpose, category, opened).effect]).toEqual([
          category,
          purpose,
          'DENY',
        ]);
  });

  it('is no law before it was in force', () => {
    const past = { ...resident, validFrom: 0 };
    const start = Date.UTC(2007, 0, 1);
    const facts = factsOf({ relations: [past] });
    expect(ask(socialWorker, 'SOCIAL_CASEWORK', 'ADMISSION_NOTICE', facts, start - 1)).toEqual(NO_BASIS);
    expect(ask(socialWorker, 'SOCIAL_CASEWORK', 'ADMISSION_NOTICE', facts, start).reason).toBe('LAW');
  });
});
