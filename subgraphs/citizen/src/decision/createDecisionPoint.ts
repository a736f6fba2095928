import { encodeCategories } from '@sammen/consent';
import { type AskedAndPermitted, type GrantSigner } from '@sammen/identity';
import { appendEvents } from '@sammen/ledger';
import type { DecisionPoint, Grant } from '@sammen/subgraph-kit';
import type { DataSource } from 'typeorm';
import { decideSubject } from './decideSubject.js';
import { readFacts } from './readFacts.js';

/**
 * Reads the facts in one statement on one snapshot, decides, logs in another, and signs.
 * No event, no grant; an event that is not committed is none (INVARIANT I-2).
 */
export function createDecisionPoint(database: DataSource, signer: GrantSigner): DecisionPoint {
  return {
    async ask(question): Promise<Grant> {
      const { actor, purpose, operation, subjects } = question;
      // Two statements, each a transaction of its own: the facts are one snapshot because they are one statement, and
      // with BEGIN and COMMIT around both, the chains would stay locked for two round trips more.
      const { at, facts } = await readFacts(
        database.manager,
        subjects.map(({ citizenId }) => citizenId),
      );
      const decided = subjects.map((subject) =>
        decideSubject(question, subject, facts.get(subject.citizenId) ?? 'UNKNOWN', at),
      );
      // A subject about whom nothing is asked gets nothing, so there is nothing to log.
      const events = decided.filter(({ event }) => event.decisions.length > 0).map(({ event }) => event);
      // It has returned, so it is committed.
      const { position } = await appendEvents(database, events);
      const c: Record<string, AskedAndPermitted> = {};
      const w: Record<string, AskedAndPermitted> = {};
      for (const { subject, permitted, permittedWrites } of decided) {
        c[subject.citizenId] = [encodeCategories(subject.categories), encodeCategories(permitted)];
        if (subject.writes.size > 0)
          w[subject.citizenId] = [encodeCategories(subject.writes), encodeCategories(permittedWrites)];
      }
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
