/** Looking up what belongs to a citizen, or to a parent row, never means reading a table from end to end. */
import pg from 'pg';
import { useSystem } from '../support/system.js';

const system = useSystem();
const SUBGRAPHS = ['citizen', 'psychiatry', 'municipality', 'ngo', 'coordination'] as const;

/** Tables that name a citizen and are never asked about one, and how they are read instead. */
const READ_OTHERWISE: Readonly<Record<string, string>> = {
  idempotency_key: 'by its key',
  relation_outbox: 'in the order of writing',
};

/** Columns of every index that holds all rows, in order; an expression stands as 0. */
const INDEXES = `SELECT indrelid, indkey::int[] AS columns FROM pg_index WHERE indisvalid AND indpred IS NULL`;
const OURS = `NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace, 'pg_toast'::regnamespace)`;

async function ask(subgraph: string, text: string): Promise<any[]> {
  const client = new pg.Client({ connectionString: system.databaseUrl(subgraph) });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

describe.each(SUBGRAPHS)('in the database of %s', (subgraph) => {
  it('every foreign key is the beginning of an index', async () => {
    const keys = await ask(
      subgraph,
      `SELECT format('%s.%s', conrelid::regclass, conname) AS name,
         EXISTS (SELECT FROM (${INDEXES}) i WHERE i.indrelid = k.conrelid
           AND i.columns[0:cardinality(k.conkey) - 1] @> k.conkey::int[]) AS indexed
       FROM pg_constraint k WHERE contype = 'f'`,
    );
    expect(keys).not.toEqual([]);
    expect(keys.filter(({ indexed }) => !indexed).map(({ name }) => name)).toEqual([]);
  });

  it('every table with a citizen_id has an index that begins with it', async () => {
    const tables: { name: string; indexed: boolean }[] = await ask(
      subgraph,
      `SELECT c.relname AS name,
         EXISTS (SELECT FROM (${INDEXES}) i WHERE i.indrelid = c.oid AND i.columns[0] = a.attnum) AS indexed
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'citizen_id'
       WHERE c.relkind = 'r' AND c.relnamespace ${OURS}`,
    );
    expect(tables.length).toBeGreaterThan(6);
    const unindexed = tables.filter(({ indexed }) => !indexed).map(({ name }) => name);
    expect(unindexed.toSorted()).toEqual(Object.keys(READ_OTHERWISE));
  });
});
