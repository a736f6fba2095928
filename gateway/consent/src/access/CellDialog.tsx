import type { Answer } from '@sammen/client';
import { useEffect, useRef, useState } from 'react';
import { SectionItems } from '../data/SectionItems.js';
import { SECTIONS, sectorOf } from '../data/sections.js';
import type { Cell, Choice, Recipient } from '../graph/types.js';
import { useSpeech } from '../words/speaking.js';
import { CellActions } from './CellActions.js';
import { cellWords, groundsOf, isOpen } from './cell.js';

interface Props {
  readonly citizenId: string;
  readonly recipient: Recipient;
  readonly cell: Cell;
  readonly choices: readonly Choice[];
  /** My own data, to show what it is that opens and closes. */
  readonly data: Answer | null;
  /** Whether the cell is as it is now; not while it is being asked for again after a change. */
  readonly isFresh: boolean;
  onChanged(): void;
  onClose(): void;
}

/** One cell, opened: what holds and why, which data it is about, and what can be done. After a change it shows both effects: the cell and the data. */
export function CellDialog({ citizenId, recipient, cell, choices, data, isFresh, onChanged, onClose }: Props) {
  const { words, day } = useSpeech();
  const dialog = useRef<HTMLDialogElement>(null);
  const [before, setBefore] = useState<readonly string[] | null>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const category = cell.category!;
  const sections = SECTIONS[sectorOf(category)].filter(
    (each) => each.category === (category === 'ADMISSION' ? 'ADMISSION_NOTICE' : category),
  );
  const who = `${words.roles[recipient.role!]} · ${recipient.organisation?.name ?? ''}`;
  const now = cellWords(cell, words);
  const untilOf = (ids: readonly string[] | null) =>
    choices.flatMap(({ id, validTo }) =>
      ids?.includes(id) && validTo !== null ? [words.access.until(day(validTo))] : [],
    );
  return (
    <dialog ref={dialog} onClose={onClose} aria-labelledby="cell-title">
      <header>
        <h3 id="cell-title">
          {words.categories[category]} – {who}
        </h3>
        <button type="button" onClick={() => dialog.current?.close()}>
          {words.access.close}
        </button>
      </header>
      <div role="status">
        {before !== null && (
          <div className="done">
            <p>{words.access.done}</p>
            <p>
              {words.access.before}: {before.join(' · ')}
            </p>
            {isFresh && (
              <p>
                {words.access.after}: <strong>{now.join(' · ')}</strong>
              </p>
            )}
          </div>
        )}
      </div>
      <h4>{words.access.now}</h4>
      <ul>
        {groundsOf(cell).map(({ purpose, kind, choiceIds, everybody }) => (
          <li key={`${purpose} ${kind} ${choiceIds?.join()}`}>
            <strong>{kind !== null && words.grounds[kind]}</strong>{' '}
            <span className="quiet">
              {purpose !== null && words.access.forPurpose(words.purposes[purpose])} ·{' '}
              {everybody ? words.access.everybody : words.access.some}
              {untilOf(choiceIds).map((line) => ` · ${line}`)}
            </span>
          </li>
        ))}
      </ul>
      <h4>{words.access.whatYouCanDo}</h4>
      <CellActions
        key={JSON.stringify(cell.grounds)}
        {...{ citizenId, recipient, cell, choices }}
        onChanged={() => {
          setBefore(now);
          onChanged();
        }}
      />
      {data !== null && sections.length > 0 && (
        <>
          <h4>{isOpen(cell) ? words.access.theDataOpen : words.access.theData}</h4>
          {sections.map((section) => (
            <SectionItems key={section.at} answer={data} section={section} />
          ))}
        </>
      )}
    </dialog>
  );
}
