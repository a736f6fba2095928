/** Tests that run beside others disturb nothing of theirs: who asks the shared system, and who starts one, are two lanes. */
import { createSharingReader } from '../support/sharesSystem.mjs';
import { absolute, read, TESTS } from './support/repository';

const LANES = read('test/support/lanes.mjs');
const LANE = [...LANES.matchAll(/^ {2}'([\w/-]+\/)',$/gm)].map(([, folder]) => folder!);
const WAITING = /WAITING = '(.*)'/.exec(LANES)![1]!;
const shares = createSharingReader(absolute(''));
const sharing = TESTS.filter((file) => shares(absolute(file)));

it('what runs in the lane of its own process neither uses the shared system nor starts one', () => {
  const beside = TESTS.filter((file) => LANE.some((folder) => file.startsWith(folder)));
  expect(beside.length).toBeGreaterThan(60);
  const starts = /from '[./\w-]*\/support\/ownSystem'/;
  expect(beside.filter((file) => starts.test(read(file)) || sharing.includes(file))).toEqual([]);
});

it('whoever asks the shared system is known to, also who asks it through what stands beside them', () => {
  const saysSo = /\b(useSystem|useAttacker)\(/;
  expect(sharing.length).toBeGreaterThan(80);
  expect(TESTS.filter((file) => saysSo.test(read(file)) && !sharing.includes(file))).toEqual([]);
  expect(sharing.filter((file) => !saysSo.test(read(file))).length).toBeGreaterThan(10);
});

it('what waits beside them is there and does not ask the shared system', () => {
  expect(TESTS).toContain(WAITING);
  expect(sharing).not.toContain(WAITING);
});
