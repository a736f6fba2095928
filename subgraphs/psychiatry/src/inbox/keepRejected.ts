import { createHash } from 'node:crypto';
import type { SammenError } from '@sammen/errors';
import type { DataSource } from 'typeorm';

/**
 * Keeps what could not be taken, byte for byte, with the reason, for a person to look at. The same bytes again are
 * counted, not kept twice, so that a sender that tries for ever fills nothing.
 */
export async function keepRejected(database: DataSource, body: Buffer, refusal: SammenError): Promise<void> {
  const digest = createHash('sha256').update(body).digest('hex');
  await database.query(
    `INSERT INTO inbox_rejected (digest, payload, code, reason, expression) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (digest) DO UPDATE SET code = EXCLUDED.code, reason = EXCLUDED.reason,
       expression = EXCLUDED.expression, last_received_at = now(), times = inbox_rejected.times + 1`,
    [digest, body, refusal.code, refusal.message, refusal.field ?? null],
  );
}
