/**
 * Two test files at a time: one of those that use the shared system or start many processes, which would disturb each
 * other, and one of those that need nothing but their own process. Each lane runs in the order of names.
 */
import { relative } from 'node:path';
import TestRunner from 'jest-runner';

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

/** One runner, two queues; Jest's `maxWorkers` is what each of them may use. */
export default class TwoLanes extends TestRunner {
  /** @param {import('@jest/test-result').Test[]} tests */
  async runTests(tests, watcher, options) {
    const isAlone = ({ path }) => {
      const name = relative(this._globalConfig.rootDir, path);
      return ALONE_IN_THEIR_PROCESS.some((folder) => name.startsWith(folder));
    };
    const lanes = [tests.filter((test) => !isAlone(test)), tests.filter(isAlone)].filter((lane) => lane.length > 0);
    if (lanes.length < 2) return super.runTests(tests, watcher, options);
    await Promise.all(lanes.map((lane) => super.runTests(lane, watcher, { ...options, serial: false })));
  }
}
