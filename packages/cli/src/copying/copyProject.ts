/**
 * A copy of the project in which single texts of the source can be replaced, built and run beside the original: for
 * proving that a test notices a missing defence, and for measuring what a part costs. It is a build of its own in a
 * folder of its own, so no setting of the real system leads to it.
 */
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, readlink, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { identifyProcess, removeLocalPostgres } from '@sammen/local-postgres';
import { cliError } from '../errors.js';
import { compileProject } from './compileProject.js';

/** One text to replace. */
export interface Patch {
  /** Path from the project's root. */
  readonly file: string;
  /** Stands in the file exactly once, to the letter. */
  readonly find: string;
  readonly replace: string;
}

/** A copy of the project; nothing of the original is ever written to. */
export interface ProjectCopy {
  /** Its root: a whole project, whose `@sammen/*` packages are its own. */
  readonly root: string;
  /** Takes earlier patches back and applies these. @throws PATCH_MISFIT naming the file */
  patch(patches: readonly Patch[]): Promise<void>;
  /** Compiles what changed. @throws COPY_BUILD_FAILED with the compiler's words */
  build(): Promise<void>;
  /** Deletes it, with the databases that were made in it. Whatever runs in it has to be stopped before. */
  remove(): Promise<void>;
}

const NOT_COPIED = new Set(['node_modules', '.sammen', '.git', 'coverage', '.env', 'keys']);
const OURS = '@sammen';

let made = 0;

/**
 * Copies the working tree to `.sammen/copy-<pid>-<n>`, what is built with its times: the compiler builds what it would
 * build in the original. Installed packages are linked to, our own are the copy's.
 */
export async function copyProject(root: string): Promise<ProjectCopy> {
  await removeDeadCopies(root);
  const copy = join(root, '.sammen', `copy-${process.pid}-${(made += 1)}`);
  await removeCopy(copy); // of an earlier process with this id
  await copyFolder(root, copy);
  await linkPackages(join(root, 'node_modules'), join(copy, 'node_modules'));
  const settings = 'tsconfig.base.json';
  await allowUnused(join(copy, settings));
  await keepTimes(join(copy, settings), join(root, settings));
  /** What was patched, as it was: the original may change meanwhile. */
  const before = new Map<string, string>();
  return {
    root: copy,
    async patch(patches) {
      for (const [file, text] of before) await writeFile(join(copy, file), text);
      before.clear();
      for (const { file, find, replace } of patches) {
        const text = await readFile(join(copy, file), 'utf8').catch(() => '');
        if (text.split(find).length !== 2 || find === '')
          throw cliError('PATCH_MISFIT', { message: `The text to replace does not stand exactly once in ${file}.` });
        if (!before.has(file)) before.set(file, text);
        await writeFile(
          join(copy, file),
          text.replace(find, () => replace),
        );
      }
    },
    build: () => compileProject(copy),
    remove: () => removeCopy(copy),
  };
}

async function copyFolder(from: string, to: string, root = from): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    // Of packages that a workspace has in a version of its own; the root's are linked one by one.
    if (entry.name === 'node_modules' && from !== root) await symlink(source, target);
    if (NOT_COPIED.has(entry.name)) continue;
    if (entry.isDirectory()) await copyFolder(source, target, root);
    else if (entry.isFile()) await copyWithTimes(source, target);
  }
}

async function copyWithTimes(source: string, target: string): Promise<void> {
  await copyFile(source, target);
  await keepTimes(target, source);
}

/** By its times the compiler tells what has to be built. */
async function keepTimes(file: string, like: string): Promise<void> {
  const { atime, mtime } = await stat(like);
  await utimes(file, atime, mtime);
}

/** Every installed package is a link to the original's; our own keep their relative links, which lead into the copy. */
async function linkPackages(from: string, to: string): Promise<void> {
  await mkdir(join(to, OURS), { recursive: true });
  for (const name of await readdir(from)) if (name !== OURS) await symlink(join(from, name), join(to, name));
  for (const name of await readdir(join(from, OURS)))
    await symlink(await readlink(join(from, OURS, name)), join(to, OURS, name));
}

/** A line taken out may leave a name behind that nothing uses; that is no mistake here. */
async function allowUnused(settings: string): Promise<void> {
  const text = await readFile(settings, 'utf8');
  await writeFile(settings, text.replace(/("noUnused\w+"): true/g, '$1: false'));
}

/** What killed runs left behind. */
async function removeDeadCopies(root: string): Promise<void> {
  const state = join(root, '.sammen');
  for (const name of await readdir(state).catch(() => [])) {
    const pid = /^copy-(\d+)-\d+$/.exec(name)?.[1];
    if (pid !== undefined && identifyProcess(Number(pid)) === undefined) await removeCopy(join(state, name));
  }
}

async function removeCopy(copy: string): Promise<void> {
  if (!existsSync(copy)) return;
  const state = join(copy, '.sammen');
  const folders = [state, ...(await readdir(state).catch(() => [])).map((name) => join(state, name))];
  for (const folder of folders) await removeLocalPostgres(join(folder, 'postgres'));
  await rm(copy, { recursive: true, force: true });
}
