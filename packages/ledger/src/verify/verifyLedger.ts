/**
 * The whole ledger on one snapshot: checkpoints and their signatures, what they signed about the ends of chains, and
 * every chain recomputed against it. What is found wrong is named: the chain and the event, or the checkpoint.
 */
import type { SignatureCheck } from '../checkpoint/checkpoint.js';
import type { KeptCheckpoint } from '../checkpoint/checkpointFile.js';
import { checkpointAt } from '../checkpoint/checkpointRow.js';
import { rowsOf, type Runner } from '../runner.js';
import type { ChainBreak } from './chainBreak.js';
import { keptEndsAreSigned, keptProblem, verifyKeptEnds } from './verifyKept.js';
import { type CheckpointBreak, signatureProblem, verifyCheckpoints } from './verifyCheckpoints.js';
import { verifyChains } from './verifyChains.js';
import { verifyEnds, verifyRoot } from './verifyEnds.js';

/** What to verify. */
export interface LedgerOptions {
  readonly check: SignatureCheck;
  /** One citizen's chain only, beside the checkpoints. */
  readonly citizenId?: string | null;
  /** Only what came after this checkpoint: a kept one, or the number of one in the database. */
  readonly since?: KeptCheckpoint | number | null;
  /** Told how far it is: events so far, and how many there are about. */
  readonly progress?: (done: number, total: number) => void;
}

/** What was found. */
export interface LedgerReport {
  readonly ok: boolean;
  /** Number of the checkpoint from which on chains were recomputed; null when from their first event. */
  readonly since: number | null;
  readonly checkpoints: number;
  /** Time of the newest checkpoint, in milliseconds since 1970; null for none. */
  readonly signedUntil: number | null;
  readonly chains: number;
  readonly events: number;
  readonly erased: number;
  /** Events since the newest checkpoint: no signature speaks for them yet. */
  readonly unsigned: number;
  /** The first break of each broken chain, by citizen id. */
  readonly chainBreaks: readonly ChainBreak[];
  /** Checkpoints that are wrong, by number. */
  readonly checkpointBreaks: readonly CheckpointBreak[];
}

/**
 * Verifies on one snapshot, while the ledger is in use. Run as the owner: it reads the tables themselves.
 * @param session one connection with no transaction open
 */
export async function verifyLedger(session: Runner, options: LedgerOptions): Promise<LedgerReport> {
  await session.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    return await verify(session, options);
  } finally {
    await session.query('ROLLBACK');
  }
}

async function verify(session: Runner, { check, citizenId = null, since = null, progress }: LedgerOptions) {
  const kept = typeof since === 'number' ? null : since;
  const wantedNumber = typeof since === 'number' ? since : (kept?.checkpoint.number ?? null);
  const [size] = await rowsOf<{ now_us: string; events: string }>(
    session,
    `SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint::text AS now_us,
       coalesce(sum(seq), 0)::text AS events
     FROM ledger.head WHERE $1::uuid IS NULL OR citizen_id = $1::uuid`,
    [citizenId],
  );
  const nowUs = Number(size!.now_us);
  const signed = await verifyCheckpoints(session, check, wantedNumber, nowUs);
  const checkpointBreaks = [...signed.breaks];
  const outside = keptBreaks(kept, signed.wanted, check, nowUs);
  checkpointBreaks.push(...outside);
  for (const earlier of kept?.earlier ?? []) {
    const there = await checkpointAt(session, earlier.number);
    checkpointBreaks.push(...keptBreaks({ checkpoint: earlier, chains: null }, there, check, nowUs));
  }
  if (kept === null && wantedNumber !== null && !signed.wanted) {
    checkpointBreaks.push({ number: wantedNumber, problem: 'MISSING' });
  }
  // What came before a checkpoint counts as verified only if that checkpoint is in order and its root is right.
  const root = signed.wanted && (await verifyRoot(session, signed.wanted));
  if (root) checkpointBreaks.push(root);
  const isBase = signed.wanted !== null && !checkpointBreaks.some(({ number }) => number === wantedNumber);
  const base = isBase ? signed.wanted : null;
  if (citizenId === null) checkpointBreaks.push(...(await verifyEnds(session, base?.number ?? 0)));
  if (signed.last && signed.last.number !== signed.wanted?.number) {
    const lastRoot = await verifyRoot(session, signed.last);
    if (lastRoot) checkpointBreaks.push(lastRoot);
  }
  const report = await verifyChains(session, {
    citizenId,
    since: base,
    timeline: signed.timeline,
    ...(progress ? { progress: (done: number) => progress(done, Number(size!.events)) } : {}),
  });
  const wasKept = outside.some(({ problem }) => problem === 'SIGNATURE' || problem === 'KEY') ? null : kept?.chains;
  const lost = wasKept ? await verifyKeptEnds(session, wasKept) : [];
  const chainBreaks = firstOfEach([...report.breaks, ...lost], citizenId);
  const { chains, events, erased, unsigned } = report;
  return {
    ok: chainBreaks.length + checkpointBreaks.length === 0,
    since: base?.number ?? null,
    checkpoints: signed.count,
    signedUntil: signed.last ? Math.floor(Number(signed.last.atUs) / 1000) : null,
    chains,
    events,
    erased,
    unsigned,
    chainBreaks,
    checkpointBreaks: checkpointBreaks.toSorted((a, b) => a.number - b.number),
  };
}

function keptBreaks(
  kept: Omit<KeptCheckpoint, 'earlier'> | null,
  there: Parameters<typeof keptProblem>[1],
  check: SignatureCheck,
  nowUs: number,
): CheckpointBreak[] {
  if (kept === null) return [];
  const { number } = kept.checkpoint;
  const unsigned = signatureProblem(kept.checkpoint, check);
  if (unsigned) return [{ number, problem: unsigned }];
  if (kept.chains && !keptEndsAreSigned(kept)) return [{ number, problem: 'SIGNATURE' }];
  const problem = keptProblem(kept.checkpoint, there, nowUs);
  return problem ? [problem] : [];
}

function firstOfEach(breaks: readonly ChainBreak[], citizenId: string | null): ChainBreak[] {
  const first = new Map<string, ChainBreak>();
  for (const each of breaks) {
    const known = first.get(each.citizenId);
    if (citizenId !== null && each.citizenId !== citizenId) continue;
    if (!known || each.seq < known.seq) first.set(each.citizenId, each);
  }
  return [...first.values()].toSorted((a, b) => (a.citizenId < b.citizenId ? -1 : 1));
}
