/** The access log is signed every minute by whichever process gets to it first, so that what was logged cannot be unwritten. */
import {
  type Checkpoint,
  checkpointAt,
  checkpointHash,
  type CheckpointSigner,
  lastCheckpoint,
  makeCheckpoint,
} from '@sammen/ledger';
import type { Job, Services } from '@sammen/subgraph-kit';
import type { DataSource } from 'typeorm';
import { createOutside, type Outside } from './outside.js';
import { repeated } from './repeated.js';

const EVERY_MS = 60_000;

/** An hour without anything logged is signed too: it says that there was nothing, and that signing works. */
const AT_LEAST_EVERY_MS = 60 * 60_000;

/** What a checkpointer needs. */
export interface CheckpointerOptions {
  readonly database: DataSource;
  readonly signer: CheckpointSigner;
  /** Where each checkpoint is written besides; null when nowhere. */
  readonly directory: string | null;
  readonly log: Services['log'];
  readonly everyMs?: number;
}

/** Makes a checkpoint every minute, and when the process ends. What fails is logged and tried again. */
export function createCheckpointer({ everyMs = EVERY_MS, ...options }: CheckpointerOptions): Job {
  const { log, directory } = options;
  const outside = createOutside(directory);
  const attempt = () =>
    checkpointOnce(options, outside).catch((error: unknown) => {
      log.error({ reason: codeOf(error) }, 'the access log was not signed');
    });
  return repeated(attempt, { everyMs, atOnce: true, atEnd: true });
}

async function checkpointOnce({ database, signer, log }: CheckpointerOptions, outside: Outside): Promise<void> {
  const session = database.createQueryRunner();
  try {
    const before = await lastCheckpoint(session);
    const known = await outside.newest();
    if (known !== null && !isThere(known, await checkpointAt(session, known.number))) {
      // It is signed all the same, so that what comes now is safe; what was kept tells what was lost.
      log.error({ number: known.number }, 'the access log was put back to an earlier state');
    }
    const age = before === null ? Infinity : Date.now() - Number(BigInt(before.atUs) / 1000n);
    const made = await makeCheckpoint(session, signer, { evenUnchanged: age >= AT_LEAST_EVERY_MS });
    if (made === 'UNCHANGED' || made === 'ELSEWHERE') return;
    if (made === 'BUSY') return void log.warn('the access log is signed later: an entry is being written for too long');
    if (before !== null && BigInt(made.atUs) < BigInt(before.atUs)) {
      log.error({ number: made.number }, 'the clock of the database went back');
    }
    log.info({ number: made.number, chains: made.treeSize }, 'the access log is signed');
    await outside.keep(made);
  } finally {
    await session.release();
  }
}

const isThere = (known: Checkpoint, there: Checkpoint | null): boolean =>
  there !== null && checkpointHash(there).equals(checkpointHash(known));

/** A database error quotes rows; its code says enough (INVARIANT I-8). */
function codeOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: string };
  return typeof code === 'string' ? code : (name ?? 'unknown');
}
