/** What was measured, as Markdown. Ratios are of medians over rounds that were run in turn. */
import { cpus, totalmem, type } from 'node:os';

const median = (numbers) => {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};
const round = (number) => Number(number.toPrecision(3)).toString();
const sum = (cpu) => Object.values(cpu).reduce((total, each) => total + each, 0);

/** Medians of one gateway and one operation; undefined when it could not answer. */
export function figuresOf(results, row, operation) {
  const rounds = results.filter((one) => one.row === row && one.operation === operation && !one.failed);
  if (rounds.length === 0) return undefined;
  const of = (value) => median(rounds.map(value));
  return {
    cpu: of(({ cpu }) => sum(cpu)),
    gatewayCpu: of(({ cpu }) => cpu.gateway),
    perSecond: of(({ perSecond }) => perSecond),
    p50: of(({ p50 }) => p50),
    p99: of(({ p99 }) => p99),
    rss: Math.max(...rounds.map(({ rss }) => rss)) / 2 ** 20,
    bytes: rounds[0].bytes,
  };
}

/** The whole report. */
export function report(results, { rows, operations, command }) {
  const lines = [
    `Measured ${new Date().toISOString().slice(0, 10)} with \`${command}\` on ${cpus().length} × ${cpus()[0].model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${type()}, Node ${process.version.slice(1)}.`,
    '',
    '| Operation | Gateway | CPU per operation, ms | of the stock one | per second | of the floor | p50, ms | p99, ms | memory, MB |',
    '| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
  ];
  for (const operation of operations) {
    const stock = figuresOf(results, 'stock', operation);
    const floor = figuresOf(results, 'floor', operation);
    for (const row of rows) {
      const one = figuresOf(results, row, operation);
      const cells = one
        ? [
            one.cpu === one.gatewayCpu ? round(one.cpu) : `${round(one.cpu)} (gateway ${round(one.gatewayCpu)})`,
            stock ? `1 / ${round(stock.cpu / one.cpu)}` : '',
            round(one.perSecond),
            floor ? round(one.perSecond / floor.perSecond) : '',
            round(one.p50),
            round(one.p99),
            Math.round(one.rss),
          ]
        : ['does not answer it', '', '', '', '', '', ''];
      lines.push(`| ${operation} | ${row} | ${cells.join(' | ')} |`);
    }
  }
  return `${lines.join('\n')}\n`;
}
