import 'reflect-metadata';
import pg from 'pg';
import { DataSource, type EntityTarget, type MixedList, type ObjectLiteral } from 'typeorm';
import { kitError } from '../errors.js';
import { PreparingClient } from './preparingClient.js';
import { StatementCounter } from './statementCounter.js';

/** Dates are calendar days, not moments: they stay text, so that no time zone can move them. */
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);

/** What a subgraph declares about its tables. */
export interface DatabaseDeclaration {
  readonly entities: MixedList<EntityTarget<ObjectLiteral> & Function>;
  readonly migrations: readonly Function[];
}

/**
 * A pool on one database under one role. Schema changes come from migrations only, never from entities.
 * @throws DATABASE_UNREACHABLE when the first connection fails; the message carries no URL, since it holds a password
 */
export async function openDatabase(url: string, declaration: DatabaseDeclaration, poolSize = 10): Promise<DataSource> {
  const database = new DataSource({
    type: 'postgres',
    url,
    entities: declaration.entities as Function[],
    migrations: [...declaration.migrations],
    migrationsTransactionMode: 'all',
    synchronize: false,
    installExtensions: false,
    uuidExtension: 'pgcrypto',
    logger: new StatementCounter(),
    logging: ['query'],
    extra: {
      max: poolSize,
      connectionTimeoutMillis: 5_000,
      // A new connection costs a process, a sign-in and every plan anew: a quiet minute is no reason to pay for that.
      idleTimeoutMillis: 300_000,
      application_name: 'sammen',
      Client: PreparingClient,
      // Plans hang on no value, so the one that is kept is used: PostgreSQL would plan many statements anew at each run,
      // because it holds one plan for all values to be dearer than it is, and planning took as long as running.
      options: '-c plan_cache_mode=force_generic_plan',
    },
  });
  try {
    return await database.initialize();
  } catch (cause) {
    throw kitError('DATABASE_UNREACHABLE', { cause });
  }
}
