/** The table as a chart: which column, which number, bars or a line; and the same numbers as a list for whoever cannot see it. */
import { lazy, Suspense, useMemo, useState } from 'react';
import { useLanguage } from '../app/language.js';
import { type ChartChoice, likeliestChoice, type Measure, MEASURES, seriesOf } from '../chart/seriesOf.js';
import { Choice } from '../parts/Choice.js';
import type { Table } from '../rows/tableOf.js';
import { fill, type Texts } from '../texts/texts.js';

const Drawing = lazy(() => import('./Drawing.js').then(({ Drawing: component }) => ({ default: component })));

/** Draws it. */
export function ChartTab({ table }: { readonly table: Table }) {
  const { texts, language } = useLanguage();
  const words = texts.chart;
  const [wanted, setWanted] = useState<ChartChoice>();
  const choice = wanted && fits(wanted, table) ? wanted : likeliestChoice(table);
  const series = useMemo(() => seriesOf(table, choice, language), [choice, language, table]);
  if (table.rows.length === 0) return <p className="empty">{words.none}</p>;
  const points = series.points.map(({ label, value }) => ({ label: label ?? words.missing, value }));
  const title = fill(words.label, { measure: measureInWords(choice, table, words), x: table.columns[choice.x]!.label });
  return (
    <div className="chart-tab">
      <ChartControls table={table} choice={choice} onChange={setWanted} />
      <figure aria-label={title}>
        <figcaption>{title}</figcaption>
        <Suspense fallback={<p role="status">{texts.app.loading}</p>}>
          <Drawing kind={choice.kind} points={points} title={title} language={language} />
        </Suspense>
      </figure>
      {series.leftOut > 0 && <p className="hint">{fill(words.leftOut, { count: series.leftOut })}</p>}
      {series.withoutNumber > 0 && <p className="hint">{fill(words.withoutNumber, { count: series.withoutNumber })}</p>}
      <details>
        <summary>{words.asTable}</summary>
        <dl className="numbers">
          {points.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value.toLocaleString(language, { maximumFractionDigits: 2 })}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  );
}

interface ControlsProps {
  readonly table: Table;
  readonly choice: ChartChoice;
  readonly onChange: (choice: ChartChoice) => void;
}

function ChartControls({ table, choice, onChange }: ControlsProps) {
  const words = useLanguage().texts.chart;
  const columns = table.columns.map(({ label }, index) => ({ value: String(index), label }));
  const numeric = columns.filter((_column, index) => table.columns[index]!.isNumeric);
  const measures = numeric.length > 0 ? MEASURES : (['COUNT'] as const);
  const changeMeasure = (measure: Measure) =>
    onChange({ ...choice, measure, y: choice.y ?? Number(numeric[0]?.value ?? 0) });
  return (
    <div className="bar">
      <Choice
        label={words.kind}
        value={choice.kind}
        onChange={(kind) => onChange({ ...choice, kind })}
        options={(['BAR', 'LINE'] as const).map((value) => ({ value, label: words.kinds[value] }))}
      />
      <Choice
        label={words.x}
        value={String(choice.x)}
        onChange={(x) => onChange({ ...choice, x: Number(x) })}
        options={columns}
      />
      <Choice
        label={words.measure}
        value={choice.measure}
        onChange={changeMeasure}
        options={measures.map((value) => ({ value, label: words.measures[value] }))}
      />
      {choice.measure !== 'COUNT' && (
        <Choice
          label={words.y}
          value={String(choice.y)}
          onChange={(y) => onChange({ ...choice, y: Number(y) })}
          options={numeric}
        />
      )}
      {numeric.length === 0 && <p className="hint">{words.noNumbers}</p>}
    </div>
  );
}

const fits = ({ x, y }: ChartChoice, { columns }: Table): boolean =>
  x < columns.length && (y === null || columns[y]?.isNumeric === true);

function measureInWords({ measure, y }: ChartChoice, { columns }: Table, words: Texts['chart']): string {
  return measure === 'COUNT' ? words.measures.COUNT : `${words.measures[measure]} ${columns[y ?? 0]?.label ?? ''}`;
}
