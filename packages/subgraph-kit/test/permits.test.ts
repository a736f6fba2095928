/** What a request may see, from the grants that it carries and the questions that it asks. */
import { type DataCategory, encodeCategories } from '@sammen/consent';
import type { GrantClaims } from '@sammen/identity';
import type { DecisionPoint, Subject } from '../src/decision/decisionPoint.js';
import { MAX_CITIZENS_PER_QUESTION, createPermits } from '../src/guard/permits.js';

const CITIZEN = '7278594b-9b1c-8561-b05a-bbb21e0ce691';
const actor = {
  id: 'staff-1',
  role: 'PSYCHIATRIST',
  organisationId: 'region-syddanmark',
  organisationKind: 'REGION',
  unitId: null,
  citizenId: null,
} as const;

function claims(asOf: number, seq: number, asked: DataCategory[], permitted: DataCategory[]): GrantClaims {
  const pair = [encodeCategories(asked), encodeCategories(permitted)] as const;
  const who = { sub: actor.id, org: actor.organisationId, role: actor.role, purpose: 'TREATMENT' } as const;
  const times = { asOf, seq, iat: 0, exp: 30 };
  return {
    iss: 'sammen:decision-point',
    aud: 'sammen:subgraphs',
    ...who,
    rid: 'r',
    ...times,
    c: { [CITIZEN]: pair },
    w: {},
  };
}

/** A decision point that permits everything and remembers its questions. */
function permissive() {
  const questions: (readonly Subject[])[] = [];
  const point: DecisionPoint = {
    async ask({ subjects }) {
      questions.push(subjects);
      const c = Object.fromEntries(
        subjects.map(({ citizenId, categories }) => {
          const hex = encodeCategories(categories);
          return [citizenId, [hex, hex] as const];
        }),
      );
      return { token: 'token', claims: { c, w: {} } };
    },
  };
  return { point, questions };
}

const permitsWith = (grants: GrantClaims[], point = permissive().point) =>
  createPermits(
    {
      authorization: '',
      actor,
      purpose: 'TREATMENT',
      requestId: 'r',
      grants,
      operation: () => ({ name: null, hash: '', categories: new Set<DataCategory>() }),
    },
    point,
  );

describe('grants of one request', () => {
  it('add up where they speak of different categories', () => {
    const permits = permitsWith([claims(1, 1, ['HOUSING'], ['HOUSING']), claims(2, 2, ['DIAGNOSIS'], ['DIAGNOSIS'])]);
    expect(permits.look(CITIZEN, 'HOUSING')).toBe('PERMIT');
    expect(permits.look(CITIZEN, 'DIAGNOSIS')).toBe('PERMIT');
    expect(permits.look(CITIZEN, 'PLAN')).toBeUndefined();
  });

  it('I-10: of two that speak of the same category the later decision counts, in whatever order they come', () => {
    const before = claims(1_000, 1, ['DIAGNOSIS', 'HOUSING'], ['DIAGNOSIS', 'HOUSING']);
    const after = claims(1_000, 2, ['DIAGNOSIS'], []);
    for (const grants of [
      [before, after],
      [after, before],
    ]) {
      const permits = permitsWith(grants);
      expect(permits.look(CITIZEN, 'DIAGNOSIS')).toBe('DENY');
      expect(permits.look(CITIZEN, 'HOUSING')).toBe('PERMIT');
    }
  });
});

describe('a question about many citizens', () => {
  const ids = (count: number) =>
    Array.from({ length: count }, (_, n) => `00000000-0000-8000-8000-${String(n).padStart(12, '0')}`);

  it('is one question up to the limit', async () => {
    const { point, questions } = permissive();
    const permits = permitsWith([], point);
    await Promise.all(ids(MAX_CITIZENS_PER_QUESTION).map((id) => permits.load(id, 'IDENTITY')));
    expect(questions.map((subjects) => subjects.length)).toEqual([MAX_CITIZENS_PER_QUESTION]);
  });

  it('beyond it is refused before anybody is asked, and nothing is permitted', async () => {
    const { point, questions } = permissive();
    const permits = permitsWith([], point);
    const loads = ids(MAX_CITIZENS_PER_QUESTION + 1).map((id) => permits.load(id, 'IDENTITY'));
    const outcomes = await Promise.allSettled(loads);
    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
    await expect(loads[0]).rejects.toMatchObject({ code: 'LIST_TOO_LARGE' });
    expect(questions).toEqual([]);
    expect(permits.look(ids(1)[0]!, 'IDENTITY')).toBeUndefined();
  });
});
