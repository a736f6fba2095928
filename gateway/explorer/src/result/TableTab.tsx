/** The answer as a table: which list gives the rows, the table itself, and the table as a file. */
import { useState } from 'react';
import { useLanguage } from '../app/language.js';
import { Choice } from '../parts/Choice.js';
import { download } from '../parts/download.js';
import { CSV_STYLES, csvOf } from '../rows/csv.js';
import { fill, type Language, LANGUAGES } from '../texts/texts.js';
import { DataTable } from './DataTable.js';
import type { Rows } from './useRows.js';

/** Draws it. */
export function TableTab({ rows: { table, lists, chosen, choose } }: { readonly rows: Rows }) {
  const { texts, language } = useLanguage();
  const words = texts.table;
  const [style, setStyle] = useState<Language>(language);
  const save = () =>
    download(new Blob([csvOf(table, CSV_STYLES[style])], { type: 'text/csv;charset=utf-8' }), 'sammen.csv');
  return (
    <div className="table-tab">
      <div className="bar">
        <Choice
          label={words.rows}
          value={chosen}
          onChange={choose}
          options={[
            ...lists.map(({ path, count }) => ({
              value: path.join('.'),
              label: fill(words.list, { path: path.join('.'), count }),
            })),
            { value: '', label: words.oneRow },
          ]}
        />
        <Choice
          label={words.csvStyle}
          value={style}
          onChange={setStyle}
          options={LANGUAGES.map((value) => ({ value, label: words.csvStyles[value] }))}
        />
        <button type="button" onClick={save}>
          {words.csv}
        </button>
      </div>
      <p className="hint">{words.csvNote}</p>
      <DataTable key={chosen} table={table} />
    </div>
  );
}
