/** `sammen audit checkpoint`: the newest signed checkpoint as a file, to be kept where the database's owner cannot reach it. */
import { chainEndsAt, lastCheckpoint, writeCheckpoint } from '@sammen/ledger';
import type { CommandContext } from '../command.js';
import { cliError } from '../errors.js';
import type { StateFolder } from '../system/stateFolder.js';
import { openOutput } from './output.js';
import { withLedger } from './openLedger.js';

/** Writes it; with `chains`, the end of every citizen's chain too. @throws CHECKPOINT_MISSING, OUTPUT_REFUSED */
export async function exportCheckpoint(
  state: StateFolder,
  { out, chains }: { readonly out: string; readonly chains: boolean },
  context: CommandContext,
): Promise<number> {
  const { text, number } = await withLedger(state, context, async (session) => {
    // One snapshot, so that the ends are those that this checkpoint signed.
    await session.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const last = await lastCheckpoint(session);
    if (last === null) throw cliError('CHECKPOINT_MISSING');
    const ends = chains ? await chainEndsAt(session, last.number) : null;
    return { text: writeCheckpoint(last, ends), number: last.number };
  });
  const output = await openOutput(out, context.stdout);
  await output.write(`${text}\n`);
  await output.close();
  if (out !== '-') context.stdout.write(`Checkpoint ${number} is in ${out}.\n`);
  return 0;
}
