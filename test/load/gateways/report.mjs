/**
 * What was measured, as Markdown. Figures are medians over rounds; ratios are medians of the ratios within each round, in
 * which the gateways were asked in turn: the speed of a machine changes from one second to the next.
 */
import { cpus, totalmem, type } from 'node:os';

const median = (numbers) => {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};
const round = (number) => Number(number.toPrecision(3)).toString();

/** The processor time of an operation in all processes that count. */
export const total = ({ cpu }) => Object.values(cpu).reduce((sum, each) => sum + each, 0);
const ofGateway = ({ cpu }) => cpu.gateway;
const perSecond = (one) => one.perSecond;

/** The median of `value` in each round, by `by` in the same round of the others; empty when there is none. */
function ratio(rounds, value, others, by) {
  if (others.length === 0) return '';
  return round(median(rounds.map((one, at) => value(one) / by(others[at]))));
}

/** A figure with all that counts, and beside it that of the gateway alone where others count too. */
function withGateway(rounds, figure) {
  const [all, gateway] = [figure(total), figure(ofGateway)];
  const hasOthers = Object.keys(rounds[0].cpu).length > 1;
  return hasOthers && all !== '' ? `${all} (gateway ${gateway})` : all;
}

function cellsOf(rounds, stock, floor) {
  if (rounds.length === 0) return ['does not answer it', '', '', '', '', '', '', ''];
  const figure = (value) => round(median(rounds.map(value)));
  return [
    withGateway(rounds, figure),
    withGateway(rounds, (value) => ratio(rounds, value, stock, total)),
    figure(perSecond),
    ratio(rounds, perSecond, stock, perSecond),
    ratio(rounds, perSecond, floor, perSecond),
    figure(({ p50 }) => p50),
    figure(({ p99 }) => p99),
    Math.round(Math.max(...rounds.map(({ rss }) => rss)) / 2 ** 20),
  ];
}

/** The whole report. */
export function report(results, { rows, operations, command }) {
  const roundsOf = (row, operation) =>
    results.filter((one) => one.row === row && one.operation === operation && !one.failed);
  const lines = [
    `Measured ${new Date().toISOString().slice(0, 10)} with \`${command}\` on ${cpus().length} × ${cpus()[0].model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${type()}, Node ${process.version.slice(1)}.`,
    '',
    '| Operation | Gateway | CPU per operation, ms | CPU of stock’s | per second | throughput of stock’s | of the floor’s | p50, ms | p99, ms | memory, MB |',
    '| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
  ];
  for (const operation of operations) {
    const [stock, floor] = [roundsOf('stock', operation), roundsOf('floor', operation)];
    for (const row of rows)
      lines.push(`| ${[operation, row, ...cellsOf(roundsOf(row, operation), stock, floor)].join(' | ')} |`);
  }
  return `${lines.join('\n')}\n`;
}
