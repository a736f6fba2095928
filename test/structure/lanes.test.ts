/** Tests that run beside others share nothing with them and start no whole system. */
import { read, TESTS } from './support/repository';

const LANE = [...read('test/support/twoLanes.mjs').matchAll(/^ {2}'([\w/-]+\/)',$/gm)].map(([, folder]) => folder!);

it('what runs in the lane of its own process neither uses the shared system nor starts one', () => {
  const beside = TESTS.filter((file) => LANE.some((folder) => file.startsWith(folder)));
  expect(beside.length).toBeGreaterThan(60);
  const shares = /from '[./\w-]*\/support\/(system|ownSystem|attacker)'/;
  expect(beside.filter((file) => shares.test(read(file)))).toEqual([]);
});
