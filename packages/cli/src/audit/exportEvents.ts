/** `sammen audit export`: the access log as FHIR R4 AuditEvents, one JSON object a line, however long the log is. */
import { type EventRange, readEvents, toAuditEvent } from '@sammen/ledger';
import type { CommandContext } from '../command.js';
import type { StateFolder } from '../system/stateFolder.js';
import { openOutput } from './output.js';
import { withLedger } from './openLedger.js';

/** Lines that are written at once. */
const AT_ONCE = 200;

/** Writes what is in the range. @throws OUTPUT_REFUSED, and what opening the databases throws */
export async function exportEvents(
  state: StateFolder,
  { out, ...range }: EventRange & { readonly out: string },
  context: CommandContext,
): Promise<number> {
  const output = await openOutput(out, context.stdout);
  let count = 0;
  try {
    await withLedger(state, context, async (session) => {
      let lines: string[] = [];
      const flush = async () => {
        await output.write(lines.join(''));
        lines = [];
      };
      for await (const event of readEvents(session, range)) {
        count += 1;
        lines.push(`${JSON.stringify(toAuditEvent(event))}\n`);
        if (lines.length === AT_ONCE) await flush();
      }
      await flush();
    });
  } finally {
    await output.close();
  }
  if (out !== '-')
    context.stdout.write(`${count.toLocaleString('en')} events are in ${out}; it says who looked at whom.\n`);
  return 0;
}
