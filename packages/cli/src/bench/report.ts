/** The measurements as people read them: Markdown tables, and next to them what they were measured on. */
import { cpus, totalmem, type as systemType } from 'node:os';
import type { ConsentMeasure } from './consentBench.js';
import { consentMarkdown } from './consentReport.js';
import { CLIENTS, type OperationMeasure, type SystemMeasure } from './runBench.js';
import type { StatisticsMeasure } from './statisticsBench.js';
import { statisticsMarkdown } from './statisticsReport.js';
import { table } from './table.js';

/** A run of the bench. */
export interface BenchReport {
  readonly date: string;
  readonly command: string;
  readonly machine: string;
  /** Of different sizes. */
  readonly systems?: readonly SystemMeasure[];
  readonly consent?: ConsentMeasure;
  readonly statistics?: readonly StatisticsMeasure[];
}

/** What this process runs on. */
export function machine(): string {
  const processors = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const model = processors[0]?.model.trim() || 'unknown processor';
  return `${processors.length} × ${model}, ${gigabytes} GB, ${systemType()} ${process.arch}, Node ${process.versions.node}`;
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`;
const count = (number: number): string => number.toLocaleString('en-US');

function latencyRows(systems: readonly SystemMeasure[], name: string): (string | number)[][] {
  return systems.map(({ citizens, operations }) => {
    const { bytes, alone, together } = operations[name]!;
    const { p50, p95, p99 } = alone;
    return [name, count(citizens), p50, p95, p99, together.perSecond, together.p95, count(bytes)];
  });
}

/** How much slower the last system is than the first: 1 is as fast, 2 takes twice as long. */
export function ratios(systems: readonly SystemMeasure[], name: string): { p50: number; p95: number } {
  const [first, last] = [systems[0]!, systems.at(-1)!].map(({ operations }) => operations[name]!.alone) as [
    OperationMeasure['alone'],
    OperationMeasure['alone'],
  ];
  const of = (one: number, other: number): number => Math.round((other / one) * 100) / 100;
  return { p50: of(first.p50, last.p50), p95: of(first.p95, last.p95) };
}

function costRows(systems: readonly SystemMeasure[], name: string): (string | number)[][] {
  return systems.map(({ citizens, operations }) => {
    const { subgraphCalls, sqlStatements, decisionCalls, services } = operations[name]!.cost;
    const each = Object.entries(services).map(([service, cost]) => `${service} ${cost.sqlStatements}`);
    return [name, count(citizens), subgraphCalls, decisionCalls, sqlStatements, each.join(', ')];
  });
}

/** The report as Markdown, without a heading of its own. */
export function markdown({ date, command, machine: on, systems, consent, statistics }: BenchReport): string {
  return [
    `Measured ${date} with \`${command}\` on ${on}; clients, gateway, subgraphs and PostgreSQL share the machine.`,
    '',
    ...(systems === undefined ? [] : sizesMarkdown(systems)),
    ...(consent === undefined ? [] : consentMarkdown(consent)),
    ...(statistics === undefined ? [] : statisticsMarkdown(statistics)),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}

function sizesMarkdown(systems: readonly SystemMeasure[]): string[] {
  const names = Object.keys(systems[0]!.operations);
  const first = count(systems[0]!.citizens);
  const last = count(systems.at(-1)!.citizens);
  const processes = Object.keys(systems[0]!.memory);
  const seeds = [...new Set(systems.flatMap(({ seeding }) => Object.keys(seeding.peaks)))];
  const ratioRows = names.map((name) => {
    const { p50, p95 } = ratios(systems, name);
    return [name, p50, p95];
  });
  return [
    '### Latency and throughput',
    '',
    `Milliseconds with one client; requests per second, and the slow ones among them, with ${CLIENTS} clients.`,
    '',
    ...table(
      ['Overview', 'Citizens', 'p50', 'p95', 'p99', 'per second', 'p95 then', 'bytes'],
      names.flatMap((name) => latencyRows(systems, name)),
    ),
    ...(systems.length < 2
      ? []
      : [
          `Latency at ${last} citizens divided by that at ${first}, both asked in turn in the same run:`,
          '',
          ...table(['Overview', 'p50', 'p95'], ratioRows),
        ]),
    '### What an operation costs',
    '',
    ...table(
      ['Overview', 'Citizens', 'subgraph calls', 'decisions', 'SQL statements', 'of them'],
      names.flatMap((name) => costRows(systems, name)),
    ),
    '### Memory after the load',
    '',
    ...table(
      ['Citizens', ...processes],
      systems.map(({ citizens, memory }) => [
        count(citizens),
        ...processes.map((name) => megabytes(memory[name] ?? 0)),
      ]),
    ),
    '### Seeding',
    '',
    'The most memory that each seed program held, in the first and in the second half of its time.',
    '',
    ...table(
      ['Citizens', 'rows', 'seconds', ...seeds],
      systems.map(({ citizens, seeding: { rows, seconds, peaks } }) => [
        count(citizens),
        count(rows),
        seconds.toFixed(1),
        ...seeds.map((name) => (peaks[name]?.halves ?? []).map(megabytes).join(', ') || '–'),
      ]),
    ),
  ];
}
