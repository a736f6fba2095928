import type { Defence } from '../../support/defence.js';

/** No service: what is attacked is what a service would publish. */
export const needs: readonly string[] = [];

export const defences: readonly Defence[] = [
  {
    what: 'every cell that is left out can move by five',
    why: 'takes the other ages from all ages, or a solver to all of it',
    off: [
      {
        file: 'packages/statistics/src/protect.ts',
        find: 'while (widthOf(table, search, arc) < LEAST_WIDTH) {',
        replace: 'while (widthOf(table, search, arc) < 0) {',
      },
    ],
  },
  {
    what: 'a small municipality is never left out alone',
    why: 'takes the other municipalities from the region',
    off: [
      {
        file: 'packages/statistics/src/pools.ts',
        find: 'pool.size > 1 && isSafe(',
        replace: 'pool.size > 0 || isSafe(',
      },
    ],
  },
  {
    what: 'nobody is fewer than five',
    why: 'learns of everybody what nobody is, and the last unknown of a line',
    off: [
      {
        file: 'packages/statistics/src/safety.ts',
        find: 'return people >= least &&',
        replace: 'return (people === 0 || people >= least) &&',
      },
    ],
  },
  {
    what: 'people are counted, not their stays',
    why: 'reads how often one citizen was admitted',
    off: [
      {
        file: 'packages/statistics/src/safety.ts',
        find: 'export function isSafe({ people, sums, largest }: Tally',
        replace: 'export function isSafe({ count: people, sums, largest }: Tally',
      },
    ],
  },
  {
    what: 'somebody stays to have the days that are left',
    why: 'learns from days in which cells somebody must be',
    off: [
      {
        file: 'packages/statistics/src/losable.ts',
        find: 'Math.min(isBare ? people : people - 1, ...rooms)',
        replace: 'Math.min(people, ...rooms)',
      },
    ],
  },
  {
    what: 'sums are told only where the count is',
    why: 'divides days by what a stay usually lasts',
    off: [
      {
        file: 'packages/statistics/src/publish.ts',
        find: 'hasCount && hasSums ?',
        replace: 'hasSums ?',
      },
    ],
  },
  {
    what: 'a period is published once',
    why: 'takes one publication from the next, and sees who came or went',
    off: [
      {
        file: 'packages/statistics/src/release.ts',
        find: 'return period.from < period.until && Date.parse(today) >= closes && isFree;',
        replace: 'return period.from < period.until && Date.parse(today) >= closes && (isFree || true);',
      },
    ],
  },
];
