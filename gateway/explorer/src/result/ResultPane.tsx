/** What came of the question, in as many ways as it can be looked at. */
import { useEffect, useMemo, useState } from 'react';
import { useTexts } from '../app/language.js';
import type { Body } from '../ask/answer.js';
import { type Run, useRun } from '../ask/RunProvider.js';
import { ErrorBoundary } from '../parts/ErrorBoundary.js';
import { TabSet } from '../parts/TabSet.js';
import { absencesOf } from '../rows/absences.js';
import { useSignedIn } from '../session/SessionProvider.js';
import { ChartTab } from './ChartTab.js';
import { ExplainTab } from './ExplainTab.js';
import { NoAnswer } from './NoAnswer.js';
import { ResultTab } from './ResultTab.js';
import { TableTab } from './TableTab.js';
import { useRows } from './useRows.js';
import { WithheldTab } from '../withheld/WithheldTab.js';

type View = 'result' | 'table' | 'chart' | 'withheld' | 'explain';

/** Draws it. */
export function ResultPane() {
  const { app, result } = useTexts();
  const { run } = useRun();
  // Stays with the next answer: whoever looks at the table asks for another table.
  const [view, setView] = useState<View>('result');
  // Where the answer stands below the question, it is brought into sight.
  useEffect(() => {
    if (run !== null && matchMedia('(max-width: 60rem)').matches) document.getElementById('answer')?.scrollIntoView();
  }, [run]);
  if (run === null) return <p className="empty">{result.empty}</p>;
  if (run.answer.kind !== 'ANSWERED') return <NoAnswer answer={run.answer} question={run.question} />;
  return (
    <ErrorBoundary key={run.number} {...app.broken}>
      <Answered
        run={run}
        body={run.answer.body}
        bytes={run.answer.bytes}
        ms={run.answer.ms}
        view={view}
        onView={setView}
      />
    </ErrorBoundary>
  );
}

interface AnsweredProps {
  readonly run: Run;
  readonly body: Body;
  readonly bytes: number;
  readonly ms: number;
  readonly view: View;
  readonly onView: (view: View) => void;
}

function Answered({ run, body, bytes, ms, view, onView }: AnsweredProps) {
  const { panes, result } = useTexts();
  const { capabilities } = useSignedIn();
  const absenceAt = useMemo(() => absencesOf(body), [body]);
  const rows = useRows(body.data ?? null, absenceAt);
  const withheld = body.extensions?.consent?.withheld ?? [];
  const count = withheld.length > 0 ? ` (${withheld.length})` : '';
  return (
    <TabSet<View>
      label={panes.result}
      shown={view}
      onShow={onView}
      items={[
        { name: 'result', label: result.tabs.result, content: <ResultTab body={body} bytes={bytes} ms={ms} /> },
        { name: 'table', label: result.tabs.table, content: <TableTab rows={rows} /> },
        { name: 'chart', label: result.tabs.chart, content: <ChartTab key={run.number} table={rows.table} /> },
        {
          name: 'withheld',
          label: `${result.tabs.withheld}${count}`,
          content: <WithheldTab withheld={withheld} body={body} question={run.question} />,
        },
        ...(capabilities.explain
          ? [
              {
                name: 'explain' as const,
                label: result.tabs.explain,
                content: <ExplainTab explanation={body.extensions?.explain} question={run.question} />,
              },
            ]
          : []),
      ]}
    />
  );
}
