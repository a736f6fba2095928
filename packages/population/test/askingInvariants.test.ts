import { decide, DATA_CATEGORIES, isWithinCap, ORGANISATION_KINDS_OF_ROLE } from '@sammen/consent';
import { citizenFactsOf, DEFAULT_REFERENCE_DATE, PERSONAS } from '@sammen/population';
import { everybody, range, type Records } from './support/everything.js';

const all: Records[] = [...everybody(1, range(0, 220)), ...everybody(1, range(300, 1500, 3))];
const emergencies = all.flatMap(({ citizen }) => citizen.emergencies);
const requests = all.flatMap(({ citizen }) => citizen.requests);
const today = `${DEFAULT_REFERENCE_DATE}T24:00`;

describe('emergency accesses', () => {
  it('are few, and some wait for their review in every population', () => {
    expect(emergencies.length).toBeGreaterThan(5);
    expect(emergencies.length).toBeLessThan(all.length / 10);
    const officer = PERSONAS['data-protection-officer'].actor.organisationId;
    const waiting = all
      .slice(0, 220)
      .flatMap(({ citizen }) => citizen.emergencies)
      .filter(({ review, organisationId }) => review === null && organisationId === officer);
    expect(waiting.length).toBeGreaterThan(1);
    expect(new Set(emergencies.map(({ review }) => review?.outcome))).toEqual(
      new Set([undefined, 'ACCEPTED', 'OBJECTED']),
    );
  });

  it('lasted an hour, are over, and asked for what the role can be shown and for no diagnosis', () => {
    for (const { openedAt, expiresAt, role, categories, reason } of emergencies) {
      expect(Date.parse(expiresAt) - Date.parse(openedAt)).toBe(3_600_000);
      expect(expiresAt < today).toBe(true);
      expect(reason.length).toBeGreaterThan(10);
      for (const category of categories) expect(isWithinCap(role, 'TREATMENT', category)).toBe(true);
    }
  });

  it('are reviewed after they were opened, by somebody else of the same organisation', () => {
    for (const { review, openedAt, actorId, organisationId } of emergencies.filter((each) => each.review !== null)) {
      expect(review!.reviewedAt > openedAt).toBe(true);
      expect(review!.reviewedAt < today).toBe(true);
      expect(review!.reviewedByActorId).not.toBe(actorId);
      expect(review!.reviewedByActorId).toContain(organisationId);
    }
  });
});

describe('requests for consent', () => {
  it('are open, declined and lapsed', () => {
    const states = requests.map(({ answer, lapsesAt }) => answer ?? (lapsesAt > today ? 'OPEN' : 'LAPSED'));
    expect(new Set(states)).toEqual(new Set(['OPEN', 'DECLINE', 'LAPSED']));
    for (const { askedAt, lapsesAt, answeredAt } of requests) {
      expect(Date.parse(lapsesAt) - Date.parse(askedAt)).toBe(30 * 86_400_000);
      expect(answeredAt === null || (answeredAt >= askedAt && answeredAt < lapsesAt && answeredAt < today)).toBe(true);
    }
  });

  it('are made by who may ask, and the show-case has an open one by the persona key manager', () => {
    for (const { role, purpose, categories } of requests) {
      expect(ORGANISATION_KINDS_OF_ROLE[role]).not.toContain('NONE');
      for (const category of categories) expect(isWithinCap(role, purpose, category)).toBe(true);
    }
    const [mine] = all[0]!.citizen.requests;
    const { actor, purpose } = PERSONAS['key-manager'];
    expect(mine).toMatchObject({ actorId: actor.id, categories: ['DIAGNOSIS'], purpose, answer: null });
    const facts = citizenFactsOf(all[0]!.person);
    const at = Date.parse(`${DEFAULT_REFERENCE_DATE}T12:00:00Z`);
    const seen = DATA_CATEGORIES.filter(
      (category) =>
        decide({ actor, purpose: 'CARE_COORDINATION', citizenId: facts.citizenId, category, at }, facts).effect ===
        'PERMIT',
    );
    expect(seen).not.toContain('DIAGNOSIS');
  });
});

it('one of the show-case’s consents is about to lapse', () => {
  const until = `${DEFAULT_REFERENCE_DATE.slice(0, 8)}30`;
  expect(all[0]!.citizen.consents.filter(({ validTo }) => validTo < until)).toHaveLength(1);
});
