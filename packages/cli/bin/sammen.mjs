#!/usr/bin/env node
/**
 * The first thing that runs after a clone: checks Node, installs what is missing, builds what changed, then hands over
 * to the compiled command line. Plain JavaScript that every Node since 14 can at least read, and no dependency.
 */
import { SETUP_ERRORS } from '../bootstrap/setupErrors.mjs';

const OLDEST = [20, 19];
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  const { message, next } = SETUP_ERRORS.NODE_TOO_OLD;
  process.stderr.write(`sammen: NODE_TOO_OLD ${message} This is ${process.version}. ${next}\n`);
  process.exitCode = 1;
} else {
  import('../bootstrap/handOver.mjs').then(({ handOver }) => handOver(process.argv.slice(2)));
}
