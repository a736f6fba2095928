/**
 * What every system of a test begins with, made once and copied: an empty database cluster, kept between runs under the
 * name of what it was made from, and the composed graph, kept for one run. Whoever gets none makes their own.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createLocalPostgres } from '@sammen/local-postgres';
import { stateFolder } from '../../packages/cli/src/system/stateFolder.js';
import { locate } from '../../packages/local-postgres/src/location.js';
import { findPlatformPackage } from '../../packages/local-postgres/src/platformPackage.js';
import { root } from './testFolders.js';

const KEPT = join(root, '.sammen/prepared');
/** Gone with the run: code that composes may be another in the next one. */
const OF_THIS_RUN = process.env['SAMMEN_TEST_PREPARED'];
/** How a cluster is made. */
const RECIPE = join(root, 'packages/local-postgres/src/cluster.ts');
const run = promisify(execFile);

/** Whole or not there. */
async function copyTree(from: string, to: string): Promise<void> {
  await run('cp', ['-a', from, `${to}.half`]);
  await rename(`${to}.half`, to);
}

async function keptCluster(): Promise<string> {
  const made = `${findPlatformPackage().version} ${await readFile(RECIPE, 'utf8')}`;
  const hash = createHash('sha256').update(made).digest('hex');
  const kept = join(KEPT, `cluster-${hash.slice(0, 16)}`);
  const { data } = await locate(kept);
  if ((await readFile(join(kept, 'whole'), 'utf8').catch(() => '')) === data) return kept;
  // Another process that makes it at the same time has it claimed.
  const cluster = createLocalPostgres({ directory: kept, port: 0, durable: false });
  await cluster.start();
  await cluster.stop();
  await writeFile(join(kept, 'whole'), data);
  return kept;
}

/** Puts an empty cluster where a server is about to make one, with its administrator's password. */
export async function prepareCluster(directory: string): Promise<void> {
  const kept = await keptCluster().catch(() => undefined);
  if (kept === undefined) return;
  const [{ data: from }, { data: to }] = [await locate(kept), await locate(directory)];
  await copyFile(join(kept, 'password'), join(directory, 'password'));
  await copyTree(from, to);
}

/** Puts both into the folder of a system that is about to start for the first time. */
export async function prepareState(folder: string): Promise<void> {
  await Promise.all([prepareCluster(stateFolder(root, folder).postgres), prepareGraph(folder)]);
}

/** It looks itself whether the schemas are still these. */
async function prepareGraph(folder: string): Promise<void> {
  if (OF_THIS_RUN === undefined) return;
  const { composed, supergraph } = stateFolder(root, OF_THIS_RUN);
  const to = stateFolder(root, folder);
  // In this order: what it is of was written last.
  await copyFile(composed, to.composed).then(
    () => copyFile(supergraph, to.supergraph),
    () => {},
  );
}

/** Keeps the graph that a system has composed, for the others of this run. */
export async function keepGraph(folder: string): Promise<void> {
  if (OF_THIS_RUN === undefined) return;
  const { composed, supergraph } = stateFolder(root, folder);
  const to = stateFolder(root, OF_THIS_RUN);
  await mkdir(to.path, { recursive: true });
  await copyTree(supergraph, to.supergraph);
  await copyTree(composed, to.composed);
}
