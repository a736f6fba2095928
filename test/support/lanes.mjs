/**
 * Three test files at a time: one that starts a system, a server or many processes of its own; one that spends most of its
 * time waiting; and one of all others: those that ask the shared system, one after the other, and those that need nothing
 * but their own process. Each lane runs in the order of names.
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

/** Whose time goes by while little runs: beside the others they cost none. None of them asks the shared system. */
export const WAITING = ['gateway/test/', 'test/load/mixedLoad.test.ts'];

/** One runner, three queues; Jest's `maxWorkers` is what each of them may use. */
export default class Lanes extends TestRunner {
  /** @param {import('@jest/test-result').Test[]} tests */
  async runTests(tests, watcher, options) {
    const { rootDir } = this._globalConfig;
    const shares = createSharingReader(rootDir);
    const laneOf = ({ path }) => {
      const name = relative(rootDir, path);
      const isIn = (places) => places.some((place) => name.startsWith(place));
      if (isIn(WAITING)) return 'waiting';
      return isIn(ALONE_IN_THEIR_PROCESS) || shares(path) ? 'others' : 'starting';
    };
    const lanes = ['starting', 'waiting', 'others']
      .map((lane) => tests.filter((test) => laneOf(test) === lane))
      .filter((lane) => lane.length > 0);
    if (lanes.length < 2) return super.runTests(tests, watcher, options);
    await Promise.all(lanes.map((lane) => super.runTests(lane, watcher, { ...options, serial: false })));
  }
}
