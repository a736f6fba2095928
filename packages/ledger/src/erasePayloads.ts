/** The end of retention: who and why are erased, that it happened and the chain stay. */
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
