/**
 * Three test files at a time: one that starts a system, a server or many processes of its own; one that asks the shared
 * system, since its questions and citizens are counted; and one that needs nothing but its own process, or mostly waits.
 * Each lane runs in the order of names, and each is about as long as the others.
 */
import { relative } from 'node:path';
import TestRunner from 'jest-runner';
import { createSharingReader } from './sharesSystem.mjs';

/** Whose tests use and start no whole system; test/structure/lanes.test.ts holds them to it. */
export const ALONE_IN_THEIR_PROCESS = [
  'gateway/',
  'packages/consent/',
  'packages/consent-directive/',
  'packages/errors/',
  'packages/identity/',
  'packages/population/',
  'packages/reference-data/',
  'packages/statistics/',
  'test/conformance/',
  'test/structure/',
];

/** Starts processes, but its time goes by while little runs: beside the others it costs none. */
export const WAITING = 'test/load/mixedLoad.test.ts';

/** Of the whole system, shared or of their own: one after the other. */
export const SYSTEM = 'test/system/';

/** One runner, three queues; Jest's `maxWorkers` is what each of them may use. */
export default class Lanes extends TestRunner {
  /** @param {import('@jest/test-result').Test[]} tests */
  async runTests(tests, watcher, options) {
    const { rootDir } = this._globalConfig;
    const shares = createSharingReader(rootDir);
    const laneOf = ({ path }) => {
      const name = relative(rootDir, path);
      if (name === WAITING || ALONE_IN_THEIR_PROCESS.some((folder) => name.startsWith(folder))) return 'alone';
      return name.startsWith(SYSTEM) || shares(path) ? 'asking' : 'starting';
    };
    const lanes = ['starting', 'asking', 'alone']
      .map((lane) => tests.filter((test) => laneOf(test) === lane))
      .filter((lane) => lane.length > 0);
    if (lanes.length < 2) return super.runTests(tests, watcher, options);
    await Promise.all(lanes.map((lane) => super.runTests(lane, watcher, { ...options, serial: false })));
  }
}
