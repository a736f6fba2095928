/** Events of the access log as they are added: by request, by citizen, the categories that each lets be read. */
import type { DataCategory } from '@sammen/consent';
import type pg from 'pg';

/** By request id and citizen: one set of permitted categories for each event. */
export type Events = ReadonlyMap<string, ReadonlyMap<string, readonly ReadonlySet<DataCategory>[]>>;

/** Reads on from where it stopped. */
export interface LedgerReader {
  read(): Promise<Events>;
}

/** Begins behind what is there now. */
export async function createLedgerReader(pool: () => pg.Pool): Promise<LedgerReader> {
  const { rows } = await pool().query(`SELECT coalesce(max(position), 0) AS position FROM ledger.event`);
  let position: string = rows[0].position;
  return {
    async read() {
      const events = new Map<string, Map<string, ReadonlySet<DataCategory>[]>>();
      const found = await pool().query(
        `SELECT e.position, e.request_id, e.citizen_id, l.body FROM ledger.event e JOIN ledger.access_log l USING (citizen_id, seq)
         WHERE e.position > $1 ORDER BY e.position`,
        [position],
      );
      for (const row of found.rows) {
        position = row.position;
        const ofRequest = events.get(row.request_id) ?? new Map<string, ReadonlySet<DataCategory>[]>();
        events.set(row.request_id, ofRequest);
        const permitted = (row.body.decisions as any[])
          .filter(({ access, effect }) => access === 'READ' && effect === 'PERMIT')
          .map(({ category }) => category as DataCategory);
        ofRequest.set(row.citizen_id, [...(ofRequest.get(row.citizen_id) ?? []), new Set(permitted)]);
      }
      return events;
    },
  };
}
