/** `sammen audit verify`: recomputes the access log outside the database and names what does not add up. */
import { readFileSync } from 'node:fs';
import { type KeptCheckpoint, type LedgerReport, readCheckpoint, verifyLedger } from '@sammen/ledger';
import type { CommandContext } from '../command.js';
import { cliError } from '../errors.js';
import type { StateFolder } from '../system/stateFolder.js';
import { createReporter } from '../terminal/reporter.js';
import { checkpointKeys, withLedger } from './openLedger.js';
import { CHAIN_PROBLEMS, CHECKPOINT_PROBLEMS } from './problems.js';

/** What was asked for. */
export interface VerifyOptions {
  readonly citizenId: string | null;
  /** A file with a kept checkpoint, or the number of one. */
  readonly since: string | null;
  readonly keyFile: string | undefined;
  readonly json: boolean;
}

/** Broken places that are told one by one; JSON has them all. */
const MOST_LINES = 20;

/** @returns 0 when everything adds up. @throws AUDIT_BROKEN when not, AUDIT_IMPOSSIBLE when that could not be found out */
export async function verify(state: StateFolder, options: VerifyOptions, context: CommandContext): Promise<number> {
  const report = await attempt(state, options, context).catch((error: unknown) => {
    const { code, message } = error as { code?: string; message: string };
    throw cliError('AUDIT_IMPOSSIBLE', { message: `${code ? `${code} ` : ''}${message}`, cause: error });
  });
  const { stdout } = context;
  if (options.json) stdout.write(`${JSON.stringify(asJson(report), null, 2)}\n`);
  else stdout.write(asText(report));
  if (report.ok) return 0;
  const wrong = report.chainBreaks.length + report.checkpointBreaks.length;
  throw cliError('AUDIT_BROKEN', { message: `The access log is broken in ${wrong} place${wrong > 1 ? 's' : ''}.` });
}

async function attempt(state: StateFolder, options: VerifyOptions, context: CommandContext): Promise<LedgerReport> {
  const check = checkpointKeys(state, options.keyFile);
  const since = options.since === null ? null : readSince(options.since);
  const reporter = createReporter(context.stderr);
  const step = options.json ? undefined : reporter.step('The access log');
  try {
    const report = await withLedger(state, context, (session) =>
      verifyLedger(session, {
        check,
        citizenId: options.citizenId,
        since,
        progress: (done, total) => step?.progress(done / Math.max(done, total, 1)),
      }),
    );
    if (report.ok) step?.done();
    else step?.failed();
    return report;
  } catch (error) {
    step?.failed();
    throw error;
  } finally {
    reporter.close();
  }
}

function readSince(since: string): KeptCheckpoint | number {
  if (/^\d{1,15}$/.test(since)) return Number(since);
  try {
    return readCheckpoint(readFileSync(since, 'utf8'));
  } catch (error) {
    if ((error as { code?: unknown }).code === 'CHECKPOINT_UNREADABLE') throw error;
    throw cliError('FILE_UNREADABLE', { message: 'The checkpoint file (--since) cannot be read.' });
  }
}

/** The first of all: the one whose number or place is told first. */
const asJson = (report: LedgerReport) => ({
  ...report,
  signedUntil: report.signedUntil === null ? null : new Date(report.signedUntil).toISOString(),
  first: report.chainBreaks[0] ?? report.checkpointBreaks[0] ?? null,
});

function asText(report: LedgerReport): string {
  const count = (number: number, one: string, many = `${one}s`) =>
    `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
  const lines = [
    `${count(report.events, 'event')} in ${count(report.chains, 'chain')}${report.since === null ? '' : ` since checkpoint ${report.since}`}, ${count(report.erased, 'of them erased', 'of them erased')}.`,
    report.signedUntil === null
      ? 'No checkpoint: nothing speaks for these chains but themselves.'
      : `${count(report.checkpoints, 'checkpoint')}, the last one of ${new Date(report.signedUntil).toISOString()}; ${count(report.unsigned, 'event')} since then.`,
  ];
  const broken = [
    ...report.chainBreaks.map(
      ({ citizenId, seq, eventId, problem }) =>
        `  ✗ citizen ${citizenId}, event ${seq}${eventId === null ? '' : ` (${eventId})`}: ${problem}, ${CHAIN_PROBLEMS[problem]}`,
    ),
    ...report.checkpointBreaks.map(
      ({ number, problem }) => `  ✗ checkpoint ${number}: ${problem}, ${CHECKPOINT_PROBLEMS[problem]}`,
    ),
  ];
  lines.push(...broken.slice(0, MOST_LINES));
  if (broken.length > MOST_LINES) lines.push(`  … and ${broken.length - MOST_LINES} more; --json has them all`);
  if (report.ok) lines.push('Everything adds up.');
  return `${lines.join('\n')}\n`;
}
