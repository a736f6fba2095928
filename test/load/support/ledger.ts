/** A ledger in which many have been looked at, so that its tables are planned for as they will be. */
import type { LargeSystem } from './largeSystem.js';

/** Appends one event to each of `chains` new chains. */
export async function fillLedger(system: LargeSystem, chains: number): Promise<void> {
  await system.sqlAll('citizen', [
    `SELECT count(*) FROM ledger.append((
       SELECT jsonb_agg(jsonb_build_object(
         'citizenId', gen_random_uuid(), 'requestId', 'filled', 'emergency', false, 'body', '{}'::jsonb))
       FROM generate_series(1, ${chains})))`,
    'ANALYZE',
  ]);
}
