/** A whole system of its own with enough citizens that PostgreSQL plans as it would for many; free ports, thrown away afterwards. */
import { join } from 'node:path';
import { createSystem, readCliConfig, readOperationCost, silentReporter, type OperationCost } from '@sammen/cli';
import type { Actor, Purpose } from '@sammen/consent';
import { createDevelopmentIssuer } from '@sammen/identity';
import pg from 'pg';
import { prepareState } from '../../support/prepared.js';
import { makeTestFolder, removeDeadTestFolders, removeTestFolder, root } from '../../support/testFolders.js';

/** A query on somebody's behalf. */
export interface Question {
  readonly actor: Actor;
  readonly purpose: Purpose;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** An answer and what it cost. */
export interface PricedAnswer {
  readonly data: any;
  readonly errors: unknown;
  readonly withheld: readonly unknown[];
  readonly cost: OperationCost;
}

/** The running system. */
export interface LargeSystem {
  readonly subgraphs: readonly string[];
  /** The embedded server's own log. */
  readonly postgresLog: string;
  /** Addresses without a path, by service. */
  readonly urls: Readonly<Record<string, string>>;
  /** A service's log. */
  logOf(service: string): string;
  /** An access token for anybody. */
  token(actor: Actor): Promise<string>;
  ask(question: Question): Promise<PricedAnswer>;
  /** As administrator, in a subgraph's database. */
  sql(subgraph: string, text: string, values?: unknown[]): Promise<any[]>;
  /** The same for several statements on one connection, each by itself. */
  sqlAll(subgraph: string, texts: readonly string[]): Promise<void>;
  stop(): Promise<void>;
}

/** Starts one with this many synthetic citizens. */
export async function startLargeSystem(citizens: number): Promise<LargeSystem> {
  await removeDeadTestFolders();
  const state = await makeTestFolder();
  await prepareState(state);
  const env = Object.fromEntries(Object.entries(process.env).filter(([key]) => !key.endsWith('_DATABASE_URL')));
  const config = readCliConfig({ ...env, NODE_ENV: 'test', LOG_LEVEL: 'info' });
  const options = { root, state, ports: 'free', durable: false, citizens, config, reporter: silentReporter } as const;
  const system = createSystem(options);
  const { urls, databases, keys } = await system.start();
  const about = { issuer: 'sammen-development', audience: 'sammen', production: false };
  const issuer = createDevelopmentIssuer({ directory: keys, ...about });

  async function ask({ actor, purpose, query, variables }: Question): Promise<PricedAnswer> {
    const response = await fetch(`${urls['gateway']}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await issuer.issue(actor)}`,
        'x-sammen-purpose': purpose,
      },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors, extensions } = (await response.json()) as any;
    const cost = await readOperationCost(response.headers.get('x-request-id')!, join(state, 'logs'));
    return { data, errors, withheld: extensions?.consent?.withheld ?? [], cost };
  }

  async function connected<T>(subgraph: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client({ connectionString: databases[subgraph]!.admin });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  return {
    subgraphs: Object.keys(databases),
    postgresLog: join(state, 'postgres', 'postgres.log'),
    urls,
    logOf: (service) => join(state, 'logs', `${service}.log`),
    token: (actor) => issuer.issue(actor),
    ask,
    sql: (subgraph, text, values) => connected(subgraph, async (client) => (await client.query(text, values)).rows),
    sqlAll: (subgraph, texts) =>
      connected(subgraph, async (client) => {
        for (const text of texts) await client.query(text);
      }),
    async stop() {
      await system.stop();
      await removeTestFolder(state);
    },
  };
}
