/** A table of thousands of rows: only those in view are in the page, and a screen reader is told how many there are. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import { useLanguage } from '../app/language.js';
import { type Sorting, sortRows } from '../rows/sortRows.js';
import type { Cell, Column, Table } from '../rows/tableOf.js';
import { fill, type Texts } from '../texts/texts.js';

const ROW_HEIGHT = 32;

/** Draws it. */
export function DataTable({ table: { columns, rows } }: { readonly table: Table }) {
  const { texts, language } = useLanguage();
  const words = texts.table;
  const [sorting, setSorting] = useState<Sorting>();
  const sorted = useMemo(() => sortRows(rows, sorting, language), [language, rows, sorting]);
  const place = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => place.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  const shown = virtual.getVirtualItems();
  const above = shown[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);
  const caption = fill(words.caption, { count: rows.length });
  return (
    <div ref={place} className="table-scroll" tabIndex={0} role="region" aria-label={caption}>
      <table aria-rowcount={rows.length + 1}>
        <caption>{caption}</caption>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column, index) => (
              <Head key={column.key} column={column} index={index} sorting={sorting} onSort={setSorting} />
            ))}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <Spacer height={above} columns={columns.length} />}
          {shown.map(({ index }) => (
            <tr key={index} aria-rowindex={index + 2}>
              {sorted[index]!.map((cell, column) => (
                <td key={columns[column]!.key} className={columns[column]!.isNumeric ? 'number' : undefined}>
                  {cellInWords(cell, words, language)}
                </td>
              ))}
            </tr>
          ))}
          {below > 0 && <Spacer height={below} columns={columns.length} />}
        </tbody>
      </table>
    </div>
  );
}

interface HeadProps {
  readonly column: Column;
  readonly index: number;
  readonly sorting: Sorting | undefined;
  readonly onSort: (sorting: Sorting) => void;
}

function Head({ column, index, sorting, onSort }: HeadProps) {
  const { texts } = useLanguage();
  const isSorted = sorting?.column === index;
  const isDescending = isSorted && sorting.isDescending;
  return (
    <th scope="col" aria-sort={isSorted ? (isDescending ? 'descending' : 'ascending') : 'none'}>
      <button
        type="button"
        title={fill(texts.table.sort, { column: column.key })}
        onClick={() => onSort({ column: index, isDescending: isSorted && !isDescending })}
      >
        {column.label} <span aria-hidden="true">{isSorted ? (isDescending ? '▼' : '▲') : '↕'}</span>
      </button>
    </th>
  );
}

function Spacer({ height, columns }: { readonly height: number; readonly columns: number }) {
  return (
    <tr aria-hidden="true">
      <td colSpan={columns} style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}

function cellInWords({ value, absence }: Cell, words: Texts['table'], language: string) {
  if (absence !== undefined) return <em>{absence === 'WITHHELD' ? words.withheld : words.failed}</em>;
  if (value === null) return '';
  return typeof value === 'number' ? value.toLocaleString(language) : String(value);
}
