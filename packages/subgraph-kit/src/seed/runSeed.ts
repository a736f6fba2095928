import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { GENERATOR_VERSION } from '@sammen/population';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { readSeedConfig } from '../config.js';
import { migrate } from '../database/migrate.js';
import type { SubgraphDefinition } from '../defineSubgraph.js';
import { kitError } from '../errors.js';
import { startupLine, withKitTables } from '../startSubgraph.js';
import { copyLine, type CopyValue } from './copyLine.js';

/** How many synthetic citizens from which seed number, seen on which day. */
export interface Population {
  readonly seed: number;
  readonly citizens: number;
  /** The day of seeding, as YYYY-MM-DD: the population is as old as that. */
  readonly today: string;
}

/** One table to fill: its columns in order, and its rows. */
export interface SeedTable {
  readonly table: string;
  readonly columns: readonly string[];
}

/** Where a seed puts its rows; each table is streamed to the server by COPY. */
export interface SeedSink {
  /** Waits when the server is slower than the generator, so that memory stays flat. */
  write(table: string, row: readonly CopyValue[]): Promise<void> | undefined;
}

/** What a subgraph's seed.ts declares. */
export interface SeedDeclaration {
  readonly tables: readonly SeedTable[];
  /** Writes everything; calls `progress` with the number of citizens done. */
  readonly fill: (sink: SeedSink, population: Population, progress: (done: number) => void) => Promise<void>;
}

/** A subgraph's seed as a process: `--citizens N --seed S [--replace]`; does nothing when the same is there already. */
export async function runSeed(declared: SubgraphDefinition, seed: SeedDeclaration): Promise<void> {
  const definition = withKitTables(declared);
  try {
    const { values } = parseArgs({
      options: {
        citizens: { type: 'string', default: '220' },
        seed: { type: 'string', default: '1' },
        replace: { type: 'boolean', default: false },
      },
    });
    const population = {
      seed: wholeNumber(values.seed, 'seed'),
      citizens: wholeNumber(values.citizens, 'citizens'),
      today: new Date().toISOString().slice(0, 10),
    };
    const { migrationDatabaseUrl, databaseUrl } = readSeedConfig(definition.name);
    await migrate(migrationDatabaseUrl, databaseUrl, definition);
    await fillTables(migrationDatabaseUrl, seed, population, values.replace);
  } catch (error) {
    process.stderr.write(`${startupLine(`${definition.name} seed`, error)}\n`);
    process.exitCode = 1;
  } finally {
    if (process.connected) process.disconnect();
  }
}

async function fillTables(url: string, seed: SeedDeclaration, population: Population, replace: boolean): Promise<void> {
  const mark = `seed ${population.seed}, ${population.citizens} citizens, generator ${GENERATOR_VERSION}`;
  const main = new pg.Client({ connectionString: url });
  await main.connect();
  const clients: pg.Client[] = [];
  try {
    const { rows } = await main.query<{ mark: string }>('SELECT mark FROM seed_mark');
    if (rows[0]?.mark === mark && !replace) return;
    if (rows[0] !== undefined && !replace)
      throw kitError('SEED_NOT_EMPTY', { message: `The database holds ${rows[0].mark}.` });
    const kits = ['seed_mark', 'idempotency_key', 'relation_outbox', ...(await statisticTables(main))];
    await main.query(`TRUNCATE ${[...seed.tables.map(({ table }) => table), ...kits].join(', ')} CASCADE`);
    await copyAll(url, seed, population, clients);
    await main.query(`ANALYZE`);
    await main.query('INSERT INTO seed_mark (mark) VALUES ($1)', [mark]);
  } finally {
    for (const client of [main, ...clients]) await client.end();
  }
}

/** Figures about other citizens do not stand for these; a subgraph without statistics has no such tables. */
async function statisticTables(main: pg.Client): Promise<string[]> {
  const { rows } = await main.query<{ there: boolean }>(`SELECT to_regclass('statistic_release') IS NOT NULL AS there`);
  return rows[0]!.there ? ['statistic_release', 'statistic_person'] : [];
}

/** One connection per table, all streaming at once; the mark is written last, so half a seed is no seed. */
async function copyAll(
  url: string,
  seed: SeedDeclaration,
  population: Population,
  clients: pg.Client[],
): Promise<void> {
  const streams = new Map<
    string,
    { input: Readable; done: Promise<void>; wake: () => void; lines: string[]; size: number }
  >();
  for (const { table, columns } of seed.tables) {
    const client = new pg.Client({ connectionString: url });
    clients.push(client);
    await client.connect();
    const input = new Readable({ read: () => streams.get(table)?.wake() });
    const copy = client.query(copyFrom(`COPY ${table} (${columns.join(', ')}) FROM STDIN`));
    const done = pipeline(input, copy);
    done.catch(() => {});
    streams.set(table, { input, done, wake: () => {}, lines: [], size: 0 });
  }
  const failed = Promise.race([...streams.values()].map(({ done }) => done.then(() => new Promise<never>(() => {}))));
  failed.catch(() => {});
  const flush = (table: string): Promise<void> | undefined => {
    const stream = streams.get(table)!;
    const chunk = stream.lines.join('');
    stream.lines = [];
    stream.size = 0;
    if (chunk === '' || stream.input.push(chunk)) return undefined;
    return Promise.race([new Promise<void>((resolve) => (stream.wake = resolve)), failed]);
  };
  const sink: SeedSink = {
    write(table, row) {
      const stream = streams.get(table)!;
      const line = copyLine(row);
      stream.lines.push(line);
      stream.size += line.length;
      return stream.size > 64 * 1024 ? flush(table) : undefined;
    },
  };
  const total = population.citizens;
  await seed.fill(sink, population, (done) => process.send?.({ type: 'progress', done, total }));
  // Parents first: the tables are declared in the order of their foreign keys.
  for (const { table } of seed.tables) {
    await flush(table);
    const { input, done } = streams.get(table)!;
    input.push(null);
    await done;
  }
  process.send?.({ type: 'progress', done: total, total });
}

function wholeNumber(text: string, option: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw kitError('INVALID_INPUT', { message: `--${option} is a whole number above 0.`, field: option });
  return number;
}
