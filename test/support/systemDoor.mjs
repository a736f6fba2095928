/**
 * One whole system per test run, started when first asked for and shared by all test files: own ports, own data, 220
 * citizens, the compiled code. Test files ask over HTTP, since Jest may run each in a process of its own.
 */
import { readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const state = join(root, '.sammen');
const folder = join(state, `test-${process.pid}-0`);
/** What systems of this run begin with (prepared.ts); named so that the next run clears it away after a killed one. */
const prepared = join(state, `test-${process.pid}-1000000`);

/** Removes the data of test runs that were killed, with whatever they left running. */
async function clearDeadRuns() {
  const { identifyProcess, removeLocalPostgres } = await import('@sammen/local-postgres');
  for (const name of await readdir(state).catch(() => [])) {
    const pid = Number(/^test-(\d+)-\d+$/.exec(name)?.[1]);
    const isDead = pid > 0 && identifyProcess(pid) === undefined;
    // Our own name with an earlier process that had our id.
    if (!isDead && join(state, name) !== folder) continue;
    await removeLocalPostgres(join(state, name, 'postgres'));
    await rm(join(state, name), { recursive: true, force: true });
  }
}

async function startSystem() {
  await clearDeadRuns();
  const { createSystem, readCliConfig, silentReporter } = await import('@sammen/cli');
  // Whoever has databases of their own in the environment does not want tests in them.
  const env = Object.fromEntries(Object.entries(process.env).filter(([key]) => !key.endsWith('_DATABASE_URL')));
  const config = readCliConfig({ ...env, NODE_ENV: 'test', LOG_LEVEL: env.LOG_LEVEL ?? 'info' });
  // A run of one attack needs not all of them.
  const only = process.env.SAMMEN_TEST_SERVICES?.split(',');
  const options = { root, state: folder, ports: 'free', durable: false, only, config, reporter: silentReporter };
  const system = createSystem(options);
  return { system, running: await system.start() };
}

/** @returns {Promise<{ address: string, prepared: string, close(): Promise<void> }>} */
export async function openSystemDoor() {
  let starting;
  const server = createServer(async (_request, response) => {
    // Kept alive, a connection could end on this side just when the next test file uses it.
    response.shouldKeepAlive = false;
    try {
      starting ??= startSystem();
      response.end(JSON.stringify((await starting).running));
    } catch (error) {
      response.statusCode = 500;
      response.end(`${error.code ?? ''} ${error.message} ${error.next ?? error.stack} (logs in ${folder}/logs)`);
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  // Waiting at the door must not keep Jest alive; whoever waits has a connection that does.
  server.unref();

  async function close() {
    server.close();
    await rm(prepared, { recursive: true, force: true });
    const started = await starting?.catch(() => undefined);
    if (started === undefined) return;
    await started.system.stop();
    const { removeLocalPostgres } = await import('@sammen/local-postgres');
    await removeLocalPostgres(join(folder, 'postgres'));
    await rm(folder, { recursive: true, force: true });
  }
  const interrupted = (signal) => void close().finally(() => process.kill(process.pid, signal));
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  return { address: `http://127.0.0.1:${server.address().port}`, prepared, close };
}
