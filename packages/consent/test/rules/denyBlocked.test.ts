import { type CitizenFacts, type DataCategory, type Purpose } from '@sammen/consent';
import { BLOCKED, ask, permitted, psychiatrist } from '../support/ask.js';
import { ESBJERG, HOUR, NOON, REGION, blockOf, consentOf, factsOf, relationOf } from '../support/samples.js';

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
