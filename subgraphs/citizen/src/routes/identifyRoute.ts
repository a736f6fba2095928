import { type Services, addServiceRoute } from '@sammen/subgraph-kit';
import type { FastifyInstance } from 'fastify';
import { citizenErrors } from '../errors.js';

/** Authorities whose own systems send messages that name people by CPR number. NGOs never do. */
const MAY_ASK: readonly string[] = ['psychiatry', 'municipality'];

/**
 * `POST /identify`: which citizen a CPR number belongs to, or null; for services of authorities, signed. The number
 * travels in the body and is written down nowhere (INVARIANT I-8).
 */
export function addIdentifyRoute(server: FastifyInstance, { database, callers, log }: Services): Promise<void> {
  return addServiceRoute(server, callers, {
    path: '/identify',
    async handle({ service, body }) {
      if (!MAY_ASK.includes(service)) throw citizenErrors('IDENTIFY_NOT_YOURS');
      const found: { citizen_id: string }[] = await database.query(
        // A number that was given up still names whom it named; one that is in use names its holder first.
        `SELECT citizen_id FROM cpr_number WHERE number = $1 ORDER BY valid_to DESC NULLS FIRST LIMIT 1`,
        [cprIn(body.toString())],
      );
      log.info({ service, found: found.length }, 'identified');
      return { citizenId: found[0]?.citizen_id ?? null };
    },
  });
}

function cprIn(body: string): string {
  let cpr: unknown;
  try {
    cpr = (JSON.parse(body) as { cpr?: unknown } | null)?.cpr;
  } catch {
    // Said below.
  }
  if (typeof cpr !== 'string' || !/^[0-9]{10}$/.test(cpr)) throw citizenErrors('CPR_MALFORMED', { field: 'cpr' });
  return cpr;
}
