/** How the answer came about: plan, fetches, stages and their times. */
import type { ReactNode } from 'react';
import { useTexts } from '../app/language.js';
import type { Question } from '../ask/askGraph.js';
import { useRun } from '../ask/RunProvider.js';
import type { JsonObject } from '../rows/json.js';
import { fill, wordFor } from '../texts/texts.js';

interface Explanation {
  readonly totalMs: number;
  readonly plan: string;
  readonly stages: readonly { readonly stage: string; readonly moment: string; readonly ms: number }[];
  readonly fetches: readonly {
    readonly source: string;
    readonly at: number;
    readonly ms: number;
    readonly entities?: number | null;
    readonly fault?: string | null;
  }[];
}

interface ExplainTabProps {
  readonly explanation: JsonObject | undefined;
  readonly question: Question;
}

/** Draws it; offers to ask again when the answer has no explanation. */
export function ExplainTab({ explanation, question }: ExplainTabProps) {
  const { explain, words } = useTexts();
  const { ask } = useRun();
  if (explanation === undefined) {
    const { purpose: _now, ...again } = question;
    return (
      <div className="reading">
        <p>{explain.hint}</p>
        <button type="button" className="primary" onClick={() => void ask({ ...again, isExplained: true })}>
          {explain.ask}
        </button>
      </div>
    );
  }
  const { totalMs, plan, stages, fetches } = explanation as unknown as Explanation;
  const { columns } = explain;
  return (
    <div className="reading">
      <p>{fill(explain.total, { ms: Math.round(totalMs) })}</p>
      <h3>{explain.fetches}</h3>
      <SmallTable
        head={[columns.source, columns.at, columns.ms, columns.entities, columns.fault]}
        rows={fetches.map(({ source, at, ms, entities, fault }) => [
          wordFor(words.sectors, source),
          tenths(at),
          tenths(ms),
          entities ?? '–',
          fault ?? explain.none,
        ])}
      />
      <h3>{explain.plan}</h3>
      <pre tabIndex={0} aria-label={explain.plan}>
        {plan}
      </pre>
      <h3>{explain.stages}</h3>
      <SmallTable
        head={[columns.stage, columns.moment, columns.ms]}
        rows={stages.map(({ stage, moment, ms }) => [stage, moment, tenths(ms)])}
      />
    </div>
  );
}

const tenths = (ms: number): string => ms.toFixed(1);

interface SmallTableProps {
  readonly head: readonly string[];
  readonly rows: readonly (readonly ReactNode[])[];
}

function SmallTable({ head, rows }: SmallTableProps) {
  return (
    <table className="small">
      <thead>
        <tr>
          {head.map((cell) => (
            <th key={cell} scope="col">
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {row.map((cell, column) => (
              <td key={head[column]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
