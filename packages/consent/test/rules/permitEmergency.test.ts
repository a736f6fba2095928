import { DATA_CATEGORIES } from '@sammen/consent';
import { NO_BASIS, OUT_OF_SCOPE, ask, permitted, psychiatrist, socialWorker } from '../support/ask.js';
import { HOUR, NOON, actorOf, blockOf, emergencyOf, factsOf } from '../support/samples.js';

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
