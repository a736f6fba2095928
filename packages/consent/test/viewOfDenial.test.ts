import {
  DATA_CATEGORIES,
  PURPOSES,
  ROLES,
  decide,
  viewOfDenial,
  type Facts,
  type Purpose,
  type Role,
} from '@sammen/consent';
import { isOpen } from './support/books.js';
import { CITIZEN, HOUR, NOON, actorOf, blockOf, consentOf, factsOf } from './support/samples.js';

const everyAsk = ROLES.flatMap((role) =>
  PURPOSES.flatMap((purpose) => DATA_CATEGORIES.map((category) => ({ role, purpose, category }))),
);
const seen = (asked: (typeof everyAsk)[number], facts: Facts) => {
  // Another citizen's own token, so that no role is let in.
  const actor = actorOf(asked.role, asked.role === 'CITIZEN' ? { citizenId: 'citizen-2' } : {});
  const decision = decide({ ...asked, actor, citizenId: CITIZEN, at: NOON }, facts);
  if (decision.effect !== 'DENY') throw new Error('An outsider was let in');
  return viewOfDenial(asked, decision);
};

it('I-6: never consented, withdrawn, expired, not yet, blocked and no such citizen look the same to the byte', () => {
  for (const asked of everyAsk) {
    const all = { recipients: [{ role: asked.role }], categories: DATA_CATEGORIES, purposes: PURPOSES };
    const consent = consentOf(all);
    const histories: Facts[] = [
      factsOf(),
      factsOf({ consents: [{ ...consent, withdrawnAt: NOON - HOUR }] }),
      factsOf({ consents: [{ ...consent, validTo: NOON - HOUR }] }),
      factsOf({ consents: [{ ...consent, validFrom: NOON + HOUR }] }),
      factsOf({ blocks: [blockOf(all)] }),
      factsOf({ blocks: [blockOf(all)], consents: [consent] }),
      'UNKNOWN',
    ];
    const told = new Set(
      [...histories.map((facts) => seen(asked, facts)), viewOfDenial(asked)].map((view) => JSON.stringify(view)),
    );
    if (told.size !== 1) expect([...told]).toHaveLength(1);
  }
});

it('says what can be done about it: break the glass, ask the citizen, or nothing', () => {
  for (const { role, purpose, category } of everyAsk) {
    const isWithin = isOpen('caps', role, purpose, category);
    const emergency = ['PSYCHIATRIST TREATMENT', 'WARD_NURSE TREATMENT'].includes(`${role} ${purpose}`);
    const nextStep = role === 'CITIZEN' ? 'NONE' : emergency ? 'EMERGENCY_ACCESS' : 'ASK_CITIZEN';
    const expected = isWithin
      ? { category, state: 'NO_ACCESS', nextStep }
      : { category, state: 'OUT_OF_SCOPE', nextStep: 'NONE' };
    const view = viewOfDenial({ role, purpose, category });
    if (JSON.stringify(view) !== JSON.stringify(expected)) expect(view).toEqual(expected);
  }
});

it('says when facts could not be had, for that is a failure and no decision', () => {
  const views = everyAsk.map((asked) => seen(asked, 'UNAVAILABLE'));
  expect(views).toEqual(everyAsk.map(({ category }) => ({ category, state: 'UNAVAILABLE', nextStep: 'NONE' })));
});

it('tells an unknown role, purpose or category nothing more than out of scope', () => {
  const known = { role: 'MENTOR' as Role, purpose: 'PEER_SUPPORT' as Purpose, category: 'PLAN' as const };
  for (const changes of [
    { role: '__proto__' },
    { purpose: 'constructor' },
    { purpose: undefined },
    { category: 'SHOE_SIZE' },
  ]) {
    const asked = { ...known, ...changes } as typeof known;
    expect(viewOfDenial(asked)).toEqual({ category: asked.category, state: 'OUT_OF_SCOPE', nextStep: 'NONE' });
  }
});
