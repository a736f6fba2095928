/** The citizen subgraph's database by itself, migrated, with the rights of its roles: for what needs no server around it. */
import { createGrantSigner, generateKeyFile } from '@sammen/identity';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { startScratchPostgres } from '../../../../test/support/scratchPostgres';
import { makeTestFolder, removeTestFolder } from '../../../../test/support/testFolders';
import { citizen as subgraph } from '../../src/subgraph';

/** The database under its two roles, and a folder of its own. */
export interface OwnDatabase {
  readonly app: DataSource;
  readonly owner: DataSource;
  /** Superuser. */
  readonly admin: DataSource;
  readonly folder: string;
  /** A signer of grants, with a key of its own. */
  readonly signer: ReturnType<typeof createGrantSigner>;
  /** Somebody with a caseworker in an organisation. */
  someone(organisationId: string): Promise<string>;
  stop(): Promise<void>;
}

export async function startOwnDatabase(): Promise<OwnDatabase> {
  const postgres = await startScratchPostgres('citizen');
  const urls = postgres.urls('citizen');
  const folder = await makeTestFolder();
  const open = (url: string) =>
    new DataSource({ type: 'postgres', url, migrations: [...subgraph.migrations], extra: { max: 10 } }).initialize();
  const owner = await open(urls.owner);
  await owner.runMigrations();
  const asOwner = owner.createQueryRunner();
  await subgraph.grantRights!(asOwner, 'sammen_citizen');
  await asOwner.release();
  const [app, admin] = [await open(urls.app), await open(urls.admin)];
  const keyFile = join(folder, 'grant.jwk.json');
  generateKeyFile(keyFile);
  return {
    app,
    owner,
    admin,
    folder,
    signer: createGrantSigner({ keyFile }),
    async someone(organisationId) {
      const id = randomUUID();
      await owner.query(
        `INSERT INTO person (citizen_id, given_name, family_name, birth_date, gender, municipality_code)
         VALUES ($1, 'A', 'B', '1980-01-01', 'FEMALE', '0561')`,
        [id],
      );
      await owner.query(
        `INSERT INTO care_relation (citizen_id, id, kind, organisation_id, unit_id, valid_from)
         VALUES ($1, gen_random_uuid(), 'CASEWORKER', $2, NULL, now() - interval '1 day')`,
        [id, organisationId],
      );
      return id;
    },
    async stop() {
      await Promise.all([app.destroy(), owner.destroy(), admin.destroy()]);
      await postgres.stop();
      await removeTestFolder(folder);
    },
  };
}
