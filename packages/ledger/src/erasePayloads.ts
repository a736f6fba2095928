/** The end of retention: who and why are erased, that it happened and the chain stay. */
import { ledgerError } from './errors.js';
import { rowsOf, type Runner } from './runner.js';

/**
 * Erases the particulars of events before a moment, of one citizen or of all, and returns how many. Run as the
 * owner: the application role has no right to it.
 */
export async function erasePayloads(
  runner: Runner,
  { before, citizenId = null }: { readonly before: Date; readonly citizenId?: string | null },
): Promise<number> {
  const [row] = await rowsOf<{ erased: string }>(runner, 'SELECT ledger.erase_payloads($1, $2) AS erased', [
    before,
    citizenId,
  ]);
  return Number(row!.erased);
}

/**
 * Erases particulars that are older than `retention`, oldest first, at most `most` of them, and returns how many. The
 * application role may do it, and the database refuses it a retention of less than two years.
 * @param retention ISO 8601 duration, such as P5Y
 * @throws RETENTION_TOO_SHORT
 */
export async function eraseExpired(runner: Runner, retention: string, most: number): Promise<number> {
  try {
    const sql = 'SELECT ledger.erase_expired($1::interval, $2) AS erased';
    const [row] = await rowsOf<{ erased: string }>(runner, sql, [retention, most]);
    return Number(row!.erased);
  } catch (error) {
    if ((error as { code?: unknown }).code === '42501') throw ledgerError('RETENTION_TOO_SHORT');
    throw error;
  }
}
