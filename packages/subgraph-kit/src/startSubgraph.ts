import {
  createDetachedSigner,
  createGrantSigner,
  createGrantVerifier,
  createServiceSigner,
  createServiceVerifier,
  createTokenVerifier,
} from '@sammen/identity';
import { SammenError } from '@sammen/errors';
import { startTracing } from '@sammen/telemetry';
import { type Logger, pino } from 'pino';
import { readSubgraphConfig, type SubgraphConfig } from './config.js';
import { openDatabase } from './database/createDatabase.js';
import { migrate } from './database/migrate.js';
import { createRemoteDecisionPoint } from './decision/remoteDecisionPoint.js';
import type { SubgraphDefinition } from './defineSubgraph.js';
import { kitError } from './errors.js';
import { createRelationReporter } from './relations/relationReporter.js';
import { buildGuardedSchema } from './schema/buildSubgraphSchema.js';
import { createServer } from './server/createServer.js';
import { createServiceCaller } from './server/serviceCaller.js';
import type { Services } from './server/services.js';
import { createWriter } from './write/writer.js';
import { CreateKitTables1700000000000 } from './write/createKitTables.js';

/** A running subgraph. */
export interface RunningSubgraph {
  readonly url: string;
  /** Answers what is in flight, then closes everything. */
  stop(): Promise<void>;
}

/** The declaration with the kit's own tables before the subgraph's. */
export function withKitTables(definition: SubgraphDefinition): SubgraphDefinition {
  return { ...definition, migrations: [CreateKitTables1700000000000, ...definition.migrations] };
}

/** Migrates, connects and listens. Rejects, with nothing left running, when any of it fails. `env` is for tests. */
export async function startSubgraph(declared: SubgraphDefinition, env?: NodeJS.ProcessEnv): Promise<RunningSubgraph> {
  const definition = withKitTables(declared);
  const config = readSubgraphConfig(definition.name, env);
  const log = pino({ name: definition.name, level: config.logLevel });
  const identity = openIdentity(definition.name, config, log);
  const { schema } = await buildGuardedSchema(definition);
  await migrate(config.migrationDatabaseUrl, config.databaseUrl, definition);
  const database = await openDatabase(config.databaseUrl, definition);
  const closers: (() => Promise<unknown>)[] = [() => database.destroy()];
  try {
    const tracing = await startTracing({ service: definition.name, endpoint: config.otlpEndpoint });
    closers.push(() => tracing.stop());
    const { grants, grantSigner, signer, tokens, callers } = identity;
    const relations = createRelationReporter({
      database,
      decisionPointUrl: config.decisionPointUrl,
      signer,
      log,
    });
    const remote = definition.decisionPoint
      ? undefined
      : createRemoteDecisionPoint(config.decisionPointUrl, grants, signer);
    if (remote) closers.unshift(() => remote.close());
    const services: Services = {
      config,
      log,
      database,
      grants,
      grantSigner,
      relations,
      tokens,
      decisionPoint: remote ?? (await definition.decisionPoint!(database, config, grantSigner!)),
      writer: createWriter(
        database,
        definition.constraints,
        definition.reportsRelations ? relations.deliver : async () => {},
      ),
      callers,
      citizenService: createServiceCaller({ baseUrl: config.decisionPointUrl, to: 'citizen', signer }),
    };
    const server = await createServer(definition, schema, services);
    closers.unshift(() => server.close());
    const url = await server.listen({ host: config.host, port: config.port }).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'EADDRINUSE' ? kitError('PORT_TAKEN', { message: `Port ${config.port} is taken.` }) : error;
    });
    if (definition.reportsRelations) relations.start();
    closers.splice(1, 0, () => relations.stop());
    for (const job of definition.jobs?.(services) ?? []) {
      job.start();
      closers.splice(1, 0, () => job.stop());
    }
    log.info({ url }, 'listening');
    return { url, stop: () => closeAll(closers) };
  } catch (error) {
    await closeAll(closers);
    throw error;
  }
}

/** Whom this process believes and in whose name it speaks. INVARIANT I-4: refused before anything is opened or changed. */
function openIdentity(service: string, config: SubgraphConfig, log: Logger) {
  // Opened by its job; a wrong one is refused here, before the database is touched.
  if (config.ledger !== null) createDetachedSigner({ keyFile: config.ledger.checkpointKeyFile });
  const onRefused = () => log.error({ code: 'KEY_FILE_INVALID' }, 'a changed key file was not taken up');
  const own = { keyFile: config.serviceKeyFile, jwksFile: config.serviceJwksFile, service, onRefused };
  return {
    grants: createGrantVerifier({
      keysUrl: new URL('/.well-known/grant-keys', config.decisionPointUrl).href,
      seals: own,
    }),
    grantSigner:
      config.grantKeyFile === null ? null : createGrantSigner({ keyFile: config.grantKeyFile, seals: own, onRefused }),
    signer: createServiceSigner(own),
    tokens: createTokenVerifier({ ...config.oidc, production: config.production }),
    callers: createServiceVerifier(own),
  };
}

async function closeAll(closers: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const close of closers) await close();
}

/** One line for whoever started the process: what failed and what to do. */
export function startupLine(name: string, error: unknown): string {
  const known = error instanceof SammenError ? error : kitError('INTERNAL', { message: safeMessage(error) });
  return `sammen ${name}: ${known.code} ${known.message} ${known.next}`;
}

/** PostgreSQL quotes rows in its messages, so of its errors only the names of things are told (INVARIANT I-8). */
function safeMessage(error: unknown): string {
  if (!(error instanceof Error)) return 'Something went wrong at start.';
  const { code, table, column, constraint } = error as {
    code?: string;
    table?: string;
    column?: string;
    constraint?: string;
  };
  if (code === undefined || !/^[0-9A-Z]{5}$/.test(code)) return `${error.message.replaceAll('\n', ' ')}.`;
  const where = [table && `table ${table}`, column && `column ${column}`, constraint && `constraint ${constraint}`];
  return `PostgreSQL refused with ${[`SQLSTATE ${code}`, ...where].filter(Boolean).join(', ')}.`;
}
