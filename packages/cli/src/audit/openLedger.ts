/** The access log for a moment's work, as its owner: of the running system, of a stopped one, or of a server of one's own. */
import { createDetachedVerifier, type DetachedVerifier } from '@sammen/identity';
import pg from 'pg';
import type { CommandContext } from '../command.js';
import { cliError } from '../errors.js';
import { checkpointJwksFileOf } from '../system/keys.js';
import { openDatabases } from '../system/openDatabases.js';
import type { StateFolder } from '../system/stateFolder.js';
import { createReporter } from '../terminal/reporter.js';

/** Runs `work` on one connection, and leaves everything as it was found. @throws what opening the databases throws */
export async function withLedger<T>(
  state: StateFolder,
  { config, stderr }: Pick<CommandContext, 'config' | 'stderr'>,
  work: (session: pg.Client) => Promise<T>,
): Promise<T> {
  const reporter = createReporter(stderr);
  const databases = await openDatabases(state, ['citizen'], config, reporter);
  try {
    const session = new pg.Client({ connectionString: databases.urls['citizen']!.owner });
    session.on('error', () => {});
    await session.connect();
    try {
      return await work(session);
    } catch (error) {
      throw withoutData(error);
    } finally {
      await session.end().catch(() => {});
    }
  } finally {
    reporter.close();
    await databases.close();
  }
}

/** Who checks signatures of checkpoints: the keys of this folder, or those of a file. @throws KEY_FILE_INVALID */
export function checkpointKeys(state: StateFolder, keyFile: string | undefined): DetachedVerifier {
  return createDetachedVerifier({ jwksFile: keyFile ?? checkpointJwksFileOf(state) });
}

/** PostgreSQL quotes rows in its messages, so only its code is told (INVARIANT I-8). */
function withoutData(error: unknown): unknown {
  const { code } = error as { code?: unknown };
  if (typeof code !== 'string' || !/^[0-9A-Z]{5}$/.test(code)) return error;
  const message =
    code === '3F000' || code === '42P01'
      ? 'There is no access log in that database.'
      : `The access log cannot be read (SQLSTATE ${code}).`;
  return cliError('LEDGER_UNREADABLE', { message });
}
