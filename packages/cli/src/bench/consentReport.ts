/** What was measured about consent, as people read it. */
import type { ConsentMeasure } from './consentBench.js';
import type { Comparison, Spread } from './pairs.js';
import { table } from './table.js';

const rounded = (value: number, digits = 1): string => value.toFixed(digits);
const within = ({ low, high }: Spread, digits = 1): string => `${rounded(low, digits)}–${rounded(high, digits)}`;
const pair = ({ one, other, ratio }: Comparison): string[] => [
  rounded(one),
  rounded(other),
  rounded(ratio.median, 2),
  within(ratio, 2),
];

/** Lines of Markdown. */
export function consentMarkdown({ costs, guard, grants, probes }: ConsentMeasure): string[] {
  const processes = Object.keys(costs[0]!.processes);
  return [
    '### What consent costs',
    '',
    'The overview with everything permitted, on the system as it is and on one built without guard, decision point and',
    'ledger (`packages/cli/src/bench/withoutConsent.ts`), in turns of some seconds; milliseconds of one answer, medians;',
    'the ratio is the median of the ratios of all rounds, with the middle half of them.',
    '',
    ...table(
      [
        'Overview',
        'rounds',
        'latency with',
        'without',
        'ratio',
        'half within',
        'CPU with',
        'without',
        'ratio',
        'half within',
      ],
      costs.map(({ name, rounds, latency, cpu }) => [name, rounds, ...pair(latency), ...pair(cpu)]),
    ),
    'CPU by process, with and without:',
    '',
    ...table(
      ['Overview', ...processes],
      costs.map(({ name, processes: by }) => [
        name,
        ...processes.map((process) => `${rounded(by[process]!.one)}, ${rounded(by[process]!.other)}`),
      ]),
    ),
    `Deciding ${guard.fields.toLocaleString('en-US')} guarded fields of one response costs ${rounded(guard.deciding.median, 2)} ms of CPU ` +
      `(half of all rounds: ${within(guard.deciding, 2)}): ${rounded(guard.guarded.median, 2)} ms with the guard, ` +
      `${rounded(guard.plain.median, 2)} ms without.`,
    '',
    'A grant for every category, asked at the decision point, over and over about the same people, whose facts are remembered',
    'then; every statement counts, BEGIN and COMMIT included:',
    '',
    ...table(
      ['Citizens', 'categories', 'SQL statements', 'facts remembered', 'ms', 'half within'],
      grants.map(({ citizens, categories, sqlStatements, statementsAgain, latency }) => [
        citizens,
        categories,
        sqlStatements,
        statementsAgain,
        rounded(latency.median),
        within(latency),
      ]),
    ),
    '### Whether time tells who exists',
    '',
    'Somebody without access asks about people who exist and people who do not, in turn: milliseconds of an answer, medians.',
    '*p* by the rank-sum test of Mann and Whitney, two-sided; *larger* is how often the answer about somebody who exists took',
    'longer, 0.5 tells nothing.',
    '',
    ...table(
      ['Asked', 'calls of each', 'exists', 'unknown', 'difference', 'p', 'larger'],
      probes.map(({ name, calls, existing, unknown, p, larger }) => [
        name,
        calls,
        rounded(existing.median, 2),
        rounded(unknown.median, 2),
        rounded(existing.median - unknown.median, 2),
        p < 0.001 ? '< 0.001' : rounded(p, 3),
        rounded(larger, 3),
      ]),
    ),
  ];
}
