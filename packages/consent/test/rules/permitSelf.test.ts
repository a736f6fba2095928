import { DATA_CATEGORIES, type Purpose } from '@sammen/consent';
import { NO_BASIS, ask, permitted, socialWorker } from '../support/ask.js';
import { CITIZEN, actorOf, blockOf, consentOf, factsOf, mandate } from '../support/samples.js';

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
