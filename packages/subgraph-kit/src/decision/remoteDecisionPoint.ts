import { encodeCategories } from '@sammen/consent';
import { type GrantVerifier, assertGrantBoundTo } from '@sammen/identity';
import { Pool } from 'undici';
import { kitError } from '../errors.js';
import type { DecisionPoint } from './decisionPoint.js';

/** How long a decision may take before the data is withheld instead. */
const TIMEOUT_MS = 5_000;

/** The decision point as the sector subgraphs see it: `POST /grants` over a keep-alive pool. */
export function createRemoteDecisionPoint(
  url: string,
  verifier: GrantVerifier,
): DecisionPoint & { close(): Promise<void> } {
  const pool = new Pool(url, { connections: 16, headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS });
  return {
    close: () => pool.close(),
    async ask({ authorization, actor, purpose, operation, subjects }) {
      const answer = await pool.request({
        method: 'POST',
        path: '/grants',
        headers: { 'content-type': 'application/json', authorization, 'x-request-id': operation.requestId },
        body: JSON.stringify({
          purpose,
          operation,
          subjects: subjects.map(({ citizenId, categories, writes }) => ({
            citizenId,
            categories: encodeCategories(categories),
            writes: encodeCategories(writes),
          })),
        }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const body = (await answer.body.json()) as { grant?: unknown };
      if (answer.statusCode !== 200 || typeof body.grant !== 'string') throw kitError('CONSENT_UNAVAILABLE');
      // INVARIANT I-7: even the decision point's answer counts only with its signature.
      const claims = await verifier.verify(body.grant);
      assertGrantBoundTo(claims, {
        actorId: actor.id,
        organisationId: actor.organisationId,
        role: actor.role,
        purpose,
        requestId: operation.requestId,
      });
      return { token: body.grant, claims };
    },
  };
}
