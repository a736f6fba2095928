import { encodeCategories } from '@sammen/consent';
import { type AskedAndPermitted, type GrantSigner } from '@sammen/identity';
import { type DecisionPoint, type DecisionQuestion, type Grant, kitError } from '@sammen/subgraph-kit';
import type { DataSource } from 'typeorm';
import { createBatcher } from './createBatcher.js';
import { decideBatch, type Outcome } from './decideBatch.js';
import { createFactsMemory } from './factsMemory.js';
import { isOutage } from './isOutage.js';

/** A little less than subgraphs wait, so that they hear why. */
const DEADLINE_MS = 4_500;

/** How questions share statements; other values are for measuring. */
export interface Sharing {
  /** Batches at the same time. */
  readonly inFlight: number;
  /** Subjects in one batch of several questions. */
  readonly most: number;
}

/** More at once would save nothing and keep the last of them waiting for the first. */
const SHARED: Sharing = { inFlight: 2, most: 200 };

/**
 * Reads the facts in one statement on one snapshot, or remembers them, decides, logs in another, and signs; under load many
 * questions share both. No event, no grant; an event that is not committed is none (INVARIANT I-2).
 */
export function createDecisionPoint(
  database: DataSource,
  signer: GrantSigner,
  sharing: Sharing = SHARED,
): DecisionPoint {
  const memory = createFactsMemory();
  const decide = createBatcher<DecisionQuestion, Outcome>({
    ...sharing,
    answer: (questions) => decideBatch(database, memory, questions),
    mayBeOnes: (error) => !isOutage(error),
    tooLate: () => kitError('CONSENT_UNAVAILABLE'),
    deadlineMs: DEADLINE_MS,
    weightOf: ({ subjects }) => subjects.length,
  });
  return {
    async ask(question): Promise<Grant> {
      const { at, position, decided } = await decide(question);
      const c: Record<string, AskedAndPermitted> = {};
      const w: Record<string, AskedAndPermitted> = {};
      for (const { subject, permitted, permittedWrites } of decided) {
        c[subject.citizenId] = [encodeCategories(subject.categories), encodeCategories(permitted)];
        if (subject.writes.size > 0)
          w[subject.citizenId] = [encodeCategories(subject.writes), encodeCategories(permittedWrites)];
      }
      const { actor, purpose, operation } = question;
      const token = signer.sign({
        sub: actor.id,
        org: actor.organisationId,
        role: actor.role,
        purpose,
        rid: operation.requestId,
        asOf: at,
        seq: position,
        c,
        w,
      });
      return { token, claims: { c, w } };
    },
  };
}
