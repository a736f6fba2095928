import { NO_BASIS, ask, permitted, socialWorker } from '../support/ask.js';
import { ESBJERG, NOON, consentOf, factsOf } from '../support/samples.js';

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

  it('permits the person, the unit, the role or the organisation that it names, each on its own', () => {
    const { id: actorId, unitId, role, organisationId } = socialWorker;
    for (const recipient of [{ actorId }, { unitId: unitId! }, { role }, { organisationId: organisationId! }])
      expect(seen({ recipients: [recipient] }).effect).toBe('PERMIT');
    const nowhere = { ...socialWorker, unitId: null };
    expect(seen({ recipients: [{ unitId: `${ESBJERG}/social` }] }, nowhere)).toEqual(NO_BASIS);
  });

  it('names the least of several, in whatever order they were read', () => {
    const consents = ['c', 'a', 'b'].map((id) => consentOf({ ...base, id }));
    for (const order of [consents, consents.toReversed(), consents.toSorted((x, y) => (x.id < y.id ? -1 : 1))])
      expect(ask(socialWorker, 'CARE_COORDINATION', 'DIAGNOSIS', factsOf({ consents: order }))).toEqual(
        permitted('CONSENT', 'CONSENT:a@1'),
      );
  });

  it.each([
    ['recipient', { recipients: [{ organisationId: 'municipality-0101' }] }],
    ['half of a recipient', { recipients: [{ organisationId: ESBJERG, role: 'KEY_MANAGER' as const }] }],
    ['person', { recipients: [{ organisationId: ESBJERG, actorId: 'somebody' }] }],
    ['unit', { recipients: [{ organisationId: ESBJERG, unitId: `${ESBJERG}/housing` }] }],
    ['recipient at all', { recipients: [] }],
    ['name in its recipient', { recipients: [{}] }],
    ['category at all', { categories: [] }],
    ['purpose at all', { purposes: [] }],
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
