import { encodeCategories } from '@sammen/consent';
import { type AskedAndPermitted, type GrantSigner } from '@sammen/identity';
import { appendEvents } from '@sammen/ledger';
import type { DecisionPoint, Grant } from '@sammen/subgraph-kit';
import type { DataSource } from 'typeorm';
import { decideSubject } from './decideSubject.js';
import { readFacts } from './readFacts.js';

/**
 * Reads the facts, decides, logs and signs, in one transaction on one snapshot.
 * No event, no commit; no commit, no grant (INVARIANT I-2).
 */
export function createDecisionPoint(database: DataSource, signer: GrantSigner): DecisionPoint {
  return {
    async ask(question): Promise<Grant> {
      const { actor, purpose, operation, subjects } = question;
      // READ COMMITTED: the facts come in one statement, and chains locked by others must not abort us.
      const outcome = await database.transaction('READ COMMITTED', async (manager) => {
        const { at, facts } = await readFacts(
          manager,
          subjects.map(({ citizenId }) => citizenId),
        );
        const decided = subjects.map((subject) =>
          decideSubject(question, subject, facts.get(subject.citizenId) ?? 'UNKNOWN', at),
        );
        // A subject about whom nothing is asked gets nothing, so there is nothing to log.
        const events = decided.filter(({ event }) => event.decisions.length > 0).map(({ event }) => event);
        const { position } = await appendEvents(manager, events);
        return { at, position, decided };
      });
      const c: Record<string, AskedAndPermitted> = {};
      const w: Record<string, AskedAndPermitted> = {};
      for (const { subject, permitted, permittedWrites } of outcome.decided) {
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
        asOf: outcome.at,
        seq: outcome.position,
        c,
        w,
      });
      return { token, claims: { c, w } };
    },
  };
}
