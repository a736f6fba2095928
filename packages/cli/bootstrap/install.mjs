/** The installed packages are exactly those of package-lock.json, development tools included, or they are installed anew. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from './runTool.mjs';
import { SetupError } from './setupErrors.mjs';

const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');

/** Changes when package-lock.json does, and whenever npm has touched node_modules. */
function fingerprint(root) {
  const npmsNote = join(root, 'node_modules/.package-lock.json');
  const touched = existsSync(npmsNote) ? statSync(npmsNote).mtimeMs : 0;
  return `${createHash('sha256')
    .update(read(join(root, 'package-lock.json')))
    .digest('hex')} ${touched}\n`;
}

const stampOf = (root) => join(root, 'node_modules/.sammen-installed');

/**
 * Whether a package of the lockfile has to be here: an optional one only when it is the binary for this machine (`os`,
 * `cpu` and `libc` as npm reads them); what only other machines' binaries need has none of these fields.
 */
function isNeeded({ optional, os, cpu, libc }) {
  if (!optional) return true;
  const glibc = process.platform === 'linux' && process.report.getReport().header.glibcVersionRuntime !== undefined;
  return (
    Boolean(os?.includes(process.platform) && cpu?.includes(process.arch)) &&
    (!libc || libc.includes(glibc ? 'glibc' : 'musl'))
  );
}

/** @param {string} root @returns {boolean} */
export function isInstalled(root) {
  if (read(stampOf(root)) === fingerprint(root)) return true;
  const note = read(join(root, 'node_modules/.package-lock.json'));
  if (note === '') return false;
  const wanted = JSON.parse(read(join(root, 'package-lock.json'))).packages;
  const present = JSON.parse(note).packages;
  for (const [path, entry] of Object.entries(wanted)) {
    if (!path.includes('node_modules/') || !isNeeded(entry)) continue;
    if (!existsSync(join(root, path, 'package.json'))) return false;
    if (!entry.link && present[path]?.version !== entry.version) return false;
  }
  writeStamp(root);
  return true;
}

function writeStamp(root) {
  try {
    writeFileSync(stampOf(root), fingerprint(root));
  } catch {
    // A folder that we may only read: the long comparison is made every time.
  }
}

/** @param {string} root */
export async function install(root) {
  const begun = Date.now();
  process.stderr.write('Installing packages (npm ci), once after every change of package-lock.json …\n');
  // No package needs its install script, so none gets to run one.
  const args = [
    'ci',
    '--include=dev',
    '--include=optional',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const ownNpm = process.env.npm_execpath?.endsWith('npm-cli.js') ? process.env.npm_execpath : undefined;
  const [program, first] = ownNpm ? [process.execPath, [ownNpm]] : ['npm', []];
  let result;
  try {
    result = await runTool(program, [...first, ...args], root);
  } catch (error) {
    if (error instanceof SetupError) throw error;
    throw new SetupError('NPM_MISSING');
  }
  if (result.code !== 0) {
    process.stderr.write(`${result.output}\n`);
    throw new SetupError('INSTALL_FAILED');
  }
  writeStamp(root);
  process.stderr.write(`Installed packages in ${((Date.now() - begun) / 1000).toFixed(1)} s\n`);
}
