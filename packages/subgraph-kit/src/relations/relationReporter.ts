import type { Relation } from '@sammen/consent';
import { SERVICE_CALL_HEADER, type ServiceSigner } from '@sammen/identity';
import type { DataSource, EntityManager } from 'typeorm';
import { request } from 'undici';
import type { Logger } from 'pino';

const SERVICE = 'citizen';
const PATH = '/relations';
const BATCH = 100;
const RETRY_MS = 5_000;

/** A relation as it travels: times as milliseconds since 1970, as in the consent facts. */
export type ReportedRelation = Relation;

/** Tells the decision point about care relations that a sector's writes make or end; loses none. */
export interface RelationReporter {
  /** Joins the caller's transaction: reported if and only if the write happened. */
  report(manager: EntityManager, citizenId: string, relation: ReportedRelation): Promise<void>;
  /** Delivers what waits. Never throws: what could not be delivered is tried again every few seconds. */
  deliver(): Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

/** A transactional outbox towards `POST /relations` of the decision point. */
export function createRelationReporter(options: {
  readonly database: DataSource;
  readonly decisionPointUrl: string;
  readonly signer: ServiceSigner;
  readonly log: Logger;
}): RelationReporter {
  const { database, decisionPointUrl, signer, log } = options;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  const deliverBatch = (): Promise<number> =>
    database.transaction(async (manager) => {
      // One deliverer at a time keeps the events of a citizen in order. A second one waits instead of leaving: when it
      // returns, a relation that its caller ended has been told, also when another process was delivering.
      await manager.query(`SELECT pg_advisory_xact_lock(hashtext('sammen:relations'))`);
      const waiting: { seq: string; event_id: string; citizen_id: string; relation: unknown }[] = await manager.query(
        `SELECT seq, event_id, citizen_id, relation FROM relation_outbox WHERE delivered_at IS NULL ORDER BY seq LIMIT ${BATCH}`,
      );
      if (waiting.length === 0) return 0;
      const events = waiting.map(({ event_id, citizen_id, relation }) => ({
        eventId: event_id,
        citizenId: citizen_id,
        relation,
      }));
      const body = JSON.stringify({ events });
      const signature = signer.sign({ method: 'POST', path: PATH, body, to: SERVICE });
      const answer = await request(new URL(PATH, decisionPointUrl), {
        method: 'POST',
        headers: { 'content-type': 'application/json', [SERVICE_CALL_HEADER]: signature },
        body,
        headersTimeout: 5_000,
      });
      await answer.body.dump();
      if (answer.statusCode >= 300) throw new Error(`The decision point answered ${answer.statusCode}.`);
      await manager.query(`UPDATE relation_outbox SET delivered_at = now() WHERE seq = ANY($1::bigint[])`, [
        waiting.map(({ seq }) => seq),
      ]);
      return waiting.length;
    });

  const deliver = (): Promise<void> => {
    running = running.then(async () => {
      try {
        while ((await deliverBatch()) === BATCH);
      } catch (error) {
        log.warn({ reason: (error as Error).message }, 'relations wait: the decision point did not take them');
      }
    });
    return running;
  };

  return {
    async report(manager, citizenId, relation) {
      await manager.query(`INSERT INTO relation_outbox (citizen_id, relation) VALUES ($1, $2)`, [
        citizenId,
        JSON.stringify(relation),
      ]);
    },
    deliver,
    start: () => void (timer = setInterval(() => void deliver(), RETRY_MS).unref()),
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
