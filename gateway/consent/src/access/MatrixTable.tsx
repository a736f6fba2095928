import { SECTORS, sectorOf } from '../data/sections.js';
import type { Cell, Recipient } from '../graph/types.js';
import { useSpeech } from '../words/speaking.js';
import { cellWords, isOpen } from './cell.js';

interface Props {
  readonly recipients: readonly Recipient[];
  readonly title: string;
  onChoose(recipient: Recipient, cell: Cell): void;
}

/** Kinds of data down, recipients across; every cell says in words what holds and why, and opens. Roles are said, since phones lay the table out as blocks. */
export function MatrixTable({ recipients, title, onChoose }: Props) {
  const { words } = useSpeech();
  const rows = (recipients[0]?.data ?? []).map((cell, place) => ({ category: cell.category, place }));
  return (
    <table className="matrix" role="table">
      <caption>{title}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {words.access.what}
          </th>
          {recipients.map(({ role }) => (
            <th key={role} role="columnheader" scope="col">
              {role !== null && words.roles[role]}
            </th>
          ))}
        </tr>
      </thead>
      {SECTORS.map((sector) => (
        <tbody key={sector} role="rowgroup" className={sector.toLowerCase()}>
          {rows.map(({ category, place }) =>
            category === null || sectorOf(category) !== sector ? null : (
              <tr key={category} role="row">
                <th role="rowheader" scope="row">
                  <span className="quiet">{words.sectors[sector]}</span> {words.categories[category]}
                </th>
                {recipients.map((recipient) => {
                  const cell = recipient.data![place]!;
                  return (
                    <td key={recipient.role} role="cell" className={isOpen(cell) ? 'open' : 'closed'}>
                      <span className="column quiet" aria-hidden="true">
                        {recipient.role !== null && words.roles[recipient.role]}
                      </span>
                      <CellButton cell={cell} onChoose={() => onChoose(recipient, cell)} />
                    </td>
                  );
                })}
              </tr>
            ),
          )}
        </tbody>
      ))}
    </table>
  );
}

function CellButton({ cell, onChoose }: { readonly cell: Cell; onChoose(): void }) {
  const { words } = useSpeech();
  const said = cellWords(cell, words);
  if ((cell.grounds ?? []).length === 0) return <span className="quiet">{said}</span>;
  return (
    <button type="button" className="cell" onClick={onChoose}>
      {said.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </button>
  );
}
