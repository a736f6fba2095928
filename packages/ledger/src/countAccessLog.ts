/** How often each citizen was looked at: read off the chains' ends, so it costs the same however long they are. */
import { rowsOf, type Runner } from './runner.js';

/** The number of events in each citizen's log, in the order of `citizenIds`; one statement. */
export async function countAccessLog(runner: Runner, citizenIds: readonly string[]): Promise<number[]> {
  const rows = await rowsOf<{ citizen_id: string; events: string }>(
    runner,
    'SELECT citizen_id, events FROM ledger.chain_length WHERE citizen_id = ANY($1::uuid[])',
    [citizenIds],
  );
  const events = new Map(rows.map((row) => [row.citizen_id, Number(row.events)]));
  return citizenIds.map((id) => events.get(id) ?? 0);
}
