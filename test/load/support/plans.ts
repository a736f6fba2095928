/**
 * The plans that PostgreSQL really used, by its own auto_explain. Only a server's administrator can switch that on, so
 * nothing in the product has to show its statements for a test.
 */
import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import type { LargeSystem } from './largeSystem.js';

/** One statement and how it was run. */
export interface UsedPlan {
  readonly statement: string;
  readonly scans: readonly Scan[];
}

/** How one table was read. */
export interface Scan {
  readonly table: string;
  readonly kind: string;
  /** False for a table, or a whole index, that was read from end to end. */
  readonly lookedUp: boolean;
}

interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Plans?: readonly Node[];
}

const SETTINGS: Readonly<Record<string, string>> = {
  session_preload_libraries: 'auto_explain',
  'auto_explain.log_min_duration': '0',
  'auto_explain.log_nested_statements': 'on',
  'auto_explain.log_format': 'json',
};

/** Sets what sessions begin with, and ends those that began before. */
async function configure(system: LargeSystem, settings: Readonly<Record<string, string>>): Promise<void> {
  const [database] = system.subgraphs as [string];
  const changes = Object.entries(settings).map(([name, value]) => `ALTER SYSTEM SET ${name} = '${value}'`);
  await system.sqlAll(database, [`LOAD 'auto_explain'`, ...changes, 'SELECT pg_reload_conf()']);
  await setTimeout(200);
  await system.sql(
    database,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'sammen'`,
  );
  await setTimeout(200);
}

function scansOf(node: Node): Scan[] {
  const table = node['Relation Name'];
  const kind = node['Node Type'];
  const below = (node.Plans ?? []).flatMap(scansOf);
  if (table === undefined || !kind.endsWith('Scan')) return below;
  // A bitmap scan's condition stands with the index below it.
  const lookedUp = /Index/.test(kind) ? node['Index Cond'] !== undefined : kind === 'Bitmap Heap Scan';
  return [{ table, kind, lookedUp }, ...below];
}

function plansIn(log: string): UsedPlan[] {
  // Each is `… LOG:  duration: 0.1 ms  plan:`, then JSON whose lines begin with a tab.
  return log.split(/^(?=\d{4}-)/m).flatMap((entry) => {
    const json = /duration: [\d.]+ ms {2}plan:\s*(\{[\s\S]*\})\s*$/.exec(entry)?.[1];
    if (json === undefined) return [];
    const { 'Query Text': statement, Plan } = JSON.parse(json) as { 'Query Text': string; Plan: Node };
    return [{ statement, scans: scansOf(Plan) }];
  });
}

/** Runs `work` and returns the plans of everything that was executed meanwhile. */
export async function plansDuring(
  system: LargeSystem,
  work: () => Promise<unknown>,
  settings: Readonly<Record<string, string>> = {},
): Promise<UsedPlan[]> {
  await configure(system, { ...SETTINGS, ...settings });
  const before = (await readFile(system.postgresLog, 'utf8')).length;
  await work();
  return plansIn((await readFile(system.postgresLog, 'utf8')).slice(before));
}

/** Tables of all subgraphs with at least this many rows, as PostgreSQL counted them last. */
export async function tablesOf(system: LargeSystem, rows: number): Promise<string[]> {
  const lists = await Promise.all(
    system.subgraphs.map((name) =>
      system.sql(
        name,
        `SELECT relname FROM pg_class WHERE relkind = 'r' AND reltuples >= $1
           AND relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)`,
        [rows],
      ),
    ),
  );
  return lists.flat().map(({ relname }) => relname as string);
}
