/** What was measured about statistics, as people read it. */
import type { StatisticsMeasure } from './statisticsBench.js';
import { table } from './table.js';

const count = (number: number): string => number.toLocaleString('en-US');

/** Lines of Markdown. */
export function statisticsMarkdown(measures: readonly StatisticsMeasure[]): string[] {
  const sectors = Object.keys(measures[0]!.releases);
  return [
    '### Statistics',
    '',
    'Milliseconds of an answer through the gateway with one client: each published table over eight quarters, of every',
    'measure of every sector in turn.',
    '',
    ...table(
      ['Table', 'Citizens', 'requests', 'p50', 'p95', 'p99', 'bytes'],
      measures[0]!.tables.flatMap(({ name }) =>
        measures.map(({ citizens, tables }) => {
          const { requests, p50, p95, p99, bytes } = tables.find((each) => each.name === name)!;
          return [name, count(citizens), requests, p50, p95, p99, count(bytes)];
        }),
      ),
    ),
    'Seconds that each sector took for the first release of all its measures, of eight quarters; a quarter is released once:',
    '',
    ...table(
      ['Citizens', ...sectors],
      measures.map(({ citizens, releases }) => [count(citizens), ...sectors.map((name) => releases[name]!.toFixed(1))]),
    ),
  ];
}
