import { encodeCategories } from '@sammen/consent';
import {
  type GrantVerifier,
  DEADLINE_HEADER,
  SERVICE_CALL_HEADER,
  type ServiceSigner,
  assertGrantBoundTo,
} from '@sammen/identity';
import { TRACE_PARENT, writeTraceParent } from '@sammen/telemetry';
import { Pool } from 'undici';
import { kitError } from '../errors.js';
import { timeLeft } from '../server/callDeadline.js';
import type { DecisionPoint } from './decisionPoint.js';

/** How long a decision may take before the data is withheld instead. */
const TIMEOUT_MS = 5_000;
const PATH = '/grants';
const SERVICE = 'citizen';

/**
 * The decision point as the sector subgraphs see it: `POST /grants` over a keep-alive pool, with the caller's own token,
 * signed by this service so that the request's id is believed.
 */
export function createRemoteDecisionPoint(
  url: string,
  verifier: GrantVerifier,
  signer: ServiceSigner,
): DecisionPoint & { close(): Promise<void> } {
  const pool = new Pool(url, { connections: 16, headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS });
  return {
    close: () => pool.close(),
    async ask({ authorization, actor, purpose, operation, subjects, trace }) {
      const { requestId } = operation;
      const body = JSON.stringify({
        purpose,
        operation,
        subjects: subjects.map(({ citizenId, categories, writes }) => ({
          citizenId,
          categories: encodeCategories(categories),
          writes: encodeCategories(writes),
        })),
      });
      const call = { method: 'POST', path: PATH, body } as const;
      const caller = { authorization, purpose: null, requestId };
      const time = Math.max(1, Math.min(TIMEOUT_MS, Math.ceil(timeLeft())));
      const answer = await pool.request({
        ...call,
        headers: {
          'content-type': 'application/json',
          authorization,
          'x-request-id': requestId,
          [DEADLINE_HEADER]: String(time),
          ...(trace ? { [TRACE_PARENT]: writeTraceParent(trace) } : {}),
          [SERVICE_CALL_HEADER]: signer.sign({ ...call, caller, to: SERVICE }),
        },
        signal: AbortSignal.timeout(time),
      });
      const { grant } = (await answer.body.json()) as { grant?: unknown };
      if (answer.statusCode !== 200 || typeof grant !== 'string') throw kitError('CONSENT_UNAVAILABLE');
      // INVARIANT I-7: even the decision point's answer counts only with its seal or signature.
      const claims = await verifier.verify(grant);
      assertGrantBoundTo(claims, {
        actorId: actor.id,
        organisationId: actor.organisationId,
        role: actor.role,
        purpose,
        requestId,
      });
      return { token: grant, claims };
    },
  };
}
