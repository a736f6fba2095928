/** An explanation as lines for people: the plan, then what became of each of its fetches, then where the time went. */
import type { ExplainedFetch, Explanation } from './explainedAnswer.js';

type Cells = readonly (string | number | null)[];

const HEAD = ['fetch', 'from', 'at ms', 'waited', 'took', 'entities', 'sent', 'grants', 'tries', 'fault'];

/** Lines without their ends. */
export function printExplanation(explanation: Explanation): readonly string[] {
  const { plan, fetches, stages, questions, withheld, known, totalMs } = explanation;
  const asked = questions.map(({ ms }) => ms).join(' + ');
  const held = Object.entries(withheld).map(([by, count]) => `${count} ${WORDS[by] ?? by}`);
  return [
    ...plan.split('\n'),
    '',
    ...columns([HEAD, ...fetches.map(cellsOf)]),
    '',
    ...columns([['stage', 'moment', 'ms'], ...stages.map(({ stage, moment, ms }) => [stage, moment, ms])]),
    '',
    `decisions  ${asked ? `the gateway asked for ${asked} ms` : 'the gateway asked for none'}`,
    `withheld   ${held.join(', ')}`,
    `known      document ${yesNo(known.document)}, plan ${yesNo(known.plan)}`,
    `total      ${totalMs} ms`,
  ];
}

const WORDS: Readonly<Record<string, string>> = {
  subgraphs: 'by subgraphs',
  beforeFetching: 'by the gateway before it fetched',
  recheck: 'by the re-check',
};

function cellsOf(fetch: ExplainedFetch): Cells {
  const { at, waitedMs, ms, entities, sent, grants, attempts, fault } = fetch;
  return [fetch.fetch, fetch.source, at, waitedMs, ms ?? 'not sent', entities, sent, grants, attempts, fault];
}

const yesNo = (known: boolean | null): string => (known === null ? '?' : known ? 'already' : 'new');

/** The first two to the left, as they are words, all others to the right. */
function columns(rows: readonly Cells[]): string[] {
  const texts = rows.map((cells) => cells.map((cell) => (cell === null ? '' : String(cell))));
  const widths = texts[0]!.map((_, at) => Math.max(...texts.map((cells) => cells[at]!.length)));
  return texts.map((cells) =>
    cells
      .map((cell, at) => (at < 2 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!)))
      .join('  ')
      .trimEnd(),
  );
}
