/** Everything that the command line can refuse or fail at, with what to do about it. */
import { defineErrors } from '@sammen/errors';

export const cliError = defineErrors({
  USAGE: {
    status: 400,
    message: 'The command was not understood.',
    next: 'Run `npx sammen --help`.',
  },
  ALREADY_RUNNING: {
    status: 409,
    message: 'Sammen is already running in this folder.',
    next: 'Use that one, stop it first, or give the second one --data and --port-base.',
  },
  NOT_RUNNING: {
    status: 503,
    message: 'Sammen is not running in this folder.',
    next: 'Run `npm start` in another terminal first.',
  },
  PORT_TAKEN: {
    status: 503,
    message: 'A port is taken by another program.',
    next: 'Stop that program, or choose other ports with --port-base.',
  },
  PORT_FORBIDDEN: {
    status: 503,
    message: 'This user may not listen on a port.',
    next: 'Choose ports above 1023 with --port-base.',
  },
  STATE_NOT_WRITABLE: {
    status: 503,
    message: 'The folder for state cannot be written.',
    next: 'Give this user the folder, or choose another with --data.',
  },
  DATABASE_UNREACHABLE: {
    status: 503,
    message: 'A database cannot be reached.',
    next: 'Check the variable and the server, or unset the variable to use the embedded PostgreSQL.',
  },
  SERVICE_START_FAILED: {
    status: 503,
    message: 'A service did not start.',
    next: 'Read its log in .sammen/logs.',
  },
  SERVICE_UNKNOWN: {
    status: 400,
    message: 'There is no such service.',
    next: 'Choose from the names that `npx sammen start --help` lists.',
  },
  MOCK_IMPOSSIBLE: {
    status: 400,
    message: 'That cannot be mocked.',
    next: 'Mock sectors that --only does not name: psychiatry, municipality, ngo, coordination, or "rest".',
  },
  SEED_FAILED: {
    status: 503,
    message: 'A database could not be filled.',
    next: 'Read its log in .sammen/logs.',
  },
  SEED_DIFFERS: {
    status: 409,
    message: 'The databases hold another population than the one asked for.',
    next: 'Leave --citizens out, or replace the data with `npx sammen seed --citizens N --replace`.',
  },
  COMPOSITION_FAILED: {
    status: 422,
    message: 'The schemas of the subgraphs do not compose.',
    next: 'Correct the schema that the lines above name.',
  },
  COMPOSITION_STALE: {
    status: 422,
    message: 'gateway/supergraph.graphql is not what the schemas compose to.',
    next: 'Run `npx sammen compose` and commit the result.',
  },
  LABELS_REFUSED: {
    status: 422,
    message: 'The labels of the graph break a rule of composition.',
    next: 'Correct the fields that the lines above name.',
  },
  PERSONA_UNKNOWN: {
    status: 404,
    message: 'There is no such persona.',
    next: 'Choose from the names listed.',
  },
  PRODUCTION_REFUSED: {
    status: 403,
    message: 'This command is for development and refuses to run with NODE_ENV=production.',
    next: 'Deploy with docker compose as docs/operations.md says.',
  },
  FILE_UNREADABLE: {
    status: 400,
    message: 'A file or folder cannot be read.',
    next: 'Check the path and its rights.',
  },
  IMPORT_REFUSED: {
    status: 422,
    message: 'Some files were not taken.',
    next: 'The lines above name them and why; the subgraph keeps them for a person to look at.',
  },
  AUDIT_BROKEN: {
    status: 409,
    message: 'The access log is broken.',
    next: 'Keep the database and all checkpoints as they are, and read "The access log" in docs/operations.md.',
  },
  AUDIT_IMPOSSIBLE: {
    status: 503,
    message: 'Whether the access log is in order could not be found out.',
    next: 'Correct that and verify again.',
  },
  LEDGER_UNREADABLE: {
    status: 503,
    message: 'The access log cannot be read.',
    next: "Name the owner's role of the citizen subgraph's database in CITIZEN_MIGRATION_DATABASE_URL, and start the subgraph once so that its tables are there.",
  },
  CHECKPOINT_MISSING: {
    status: 404,
    message: 'The access log has no checkpoint yet.',
    next: 'The citizen subgraph makes one when it starts and every minute in which something is logged.',
  },
  OUTPUT_REFUSED: {
    status: 400,
    message: 'The file cannot be written.',
    next: 'Name a file that is not there yet, in a folder that is.',
  },
  EXPLAIN_REFUSED: {
    status: 422,
    message: 'The gateway did not explain the query.',
    next: 'Correct the query, or choose another --persona or --purpose.',
  },
  BENCH_FAILED: {
    status: 503,
    message: 'The bench could not measure.',
    next: 'Run it again with nothing else on the machine; if it stays so, please report this.',
  },
  PATCH_MISFIT: {
    status: 422,
    message: 'A text to replace does not stand exactly once in its file.',
    next: 'Take the text from the source as it is now.',
  },
  COPY_BUILD_FAILED: {
    status: 422,
    message: 'A copy of the project does not compile.',
    next: 'Correct the replacement.',
  },
  STOPPED: {
    status: 503,
    message: 'Stopped before everything was ready.',
    next: 'Start again.',
  },
  UNEXPECTED: {
    status: 500,
    message: 'Something went wrong in the command line itself.',
    next: 'Please report this.',
  },
});
