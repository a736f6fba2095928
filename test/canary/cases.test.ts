/** Cases that failed: what is not needed goes, what is needed stays, and what they name is found again in another run. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/testFolders.js';
import { SABOTAGES } from './sabotages.mjs';
import { cutDown } from './support/cutDown.js';
import { type Operation, smallerInputs } from './support/selection.js';
import { moved, renamed } from './support/steps.js';

const hundred = Array.from({ length: 100 }, (_, n) => n);

it.each([[[]], [[0]], [[99]], [[3, 4]], [[0, 50, 99]], [[7, 8, 9, 60, 61]]])(
  'of a hundred steps exactly those are left without which it does not fail: %j',
  async (needed) => {
    let tries = 0;
    const fails = async (fewer: readonly number[]): Promise<boolean> => {
      tries += 1;
      return needed.every((step) => fewer.includes(step));
    };
    expect(await cutDown(hundred, fails)).toEqual(needed);
    expect(tries).toBeLessThan(120);
  },
);

it('leaves out one after the other where one needs another', async () => {
  // 40 means nothing without 20, and is missed only together with it.
  const fails = async (fewer: readonly number[]): Promise<boolean> =>
    fewer.includes(10) && (!fewer.includes(40) || fewer.includes(20));
  expect(await cutDown(hundred, fails)).toEqual([10]);
});

it('says less in an input, entry by entry, down to one of a list', () => {
  const operation: Operation = {
    kind: 'mutation',
    name: 'M',
    variables: [{ name: 'input', type: 'I', value: { note: 'x', categories: ['A', 'B', 'C'] } }],
    roots: [],
  };
  const values = [...smallerInputs(operation)].map(({ variables: [variable] }) => variable!.value);
  expect(values).toEqual([
    { categories: ['A', 'B', 'C'] },
    { note: 'x' },
    { note: 'x', categories: ['A'] },
    { note: 'x', categories: ['B', 'C'] },
    { note: 'x', categories: ['A', 'C'] },
    { note: 'x', categories: ['A', 'B'] },
  ]);
});

it('finds a row again that has another id this time, also by its cursor', () => {
  const [old, now] = ['3f2b8c1e-7a54-8d10-9e6b-5c4d3e2f1a00', '11111111-2222-8333-8444-555555555555'];
  const cursor = (id: string): string => Buffer.from(id).toString('base64url');
  const said = (id: string) => ({ args: `(after: "${cursor(id)}")`, input: { consentId: id } });
  expect(renamed(said(old), new Map([[old, now]]))).toEqual(said(now));
});

it('moves days and moments along, and nothing else', () => {
  const value = { from: '2026-11-22', at: '2026-11-22T10:00:00.000Z', row: '2026-11-22T10:00:00.123456+00:00', n: 5 };
  expect(moved(value, 25 * 3_600_000)).toEqual({
    from: '2026-11-23',
    at: '2026-11-23T11:00:00.000Z',
    row: '2026-11-23T11:00:00.123Z',
    n: 5,
  });
});

it.each(SABOTAGES)('what is spoiled to try the canaries stands in the source, once: $what', ({ more = [], ...one }) => {
  for (const { file, find } of [one, ...more])
    expect(readFileSync(join(root, file), 'utf8').split(find)).toHaveLength(2);
});
