import type { Answer } from '@sammen/client';
import { useEffect, useRef, useState } from 'react';
import { SectionItems } from '../data/SectionItems.js';
import { SECTIONS, sectorOf } from '../data/sections.js';
import type { Choice } from '../graph/types.js';
import { useSpeech } from '../words/speaking.js';
import { blockable, cellWords, groundsOf, idsBehind, isOpen, type Place, purposesWith, whoIs } from './cell.js';
import { GiveBlock } from './GiveBlock.js';
import { GiveConsent } from './GiveConsent.js';
import { TakeBack } from './TakeBack.js';

interface Props extends Place {
  readonly choices: readonly Choice[];
  /** My own data, to show what it is that opens and closes. */
  readonly data: Answer | null;
  /** Whether the cell is as it is now; not while it is being asked for again after a change. */
  readonly isFresh: boolean;
  onClose(): void;
}

/** One cell, opened: what holds and why, which data it is about, and what can be done. After a change it shows both effects: the cell and the data. */
export function CellDialog({ recipient, cell, choices, data, isFresh, onClose }: Props) {
  const { words, day } = useSpeech();
  const { access } = words;
  const dialog = useRef<HTMLDialogElement>(null);
  const [before, setBefore] = useState<readonly string[] | null>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const category = cell.category!;
  const shownWith = category === 'ADMISSION' ? 'ADMISSION_NOTICE' : category;
  const sections = SECTIONS[sectorOf(category)].filter((each) => each.category === shownWith);
  const now = cellWords(cell, words);
  const behind = [...idsBehind(cell, 'CONSENT'), ...idsBehind(cell, 'BLOCKED')];
  const mine = choices.filter(({ id }) => behind.includes(id));
  const isLawAlone =
    mine.length + purposesWith(cell, ['NO_BASIS', 'BLOCKED']).length + blockable(cell, false).length === 0;
  const untilOf = (ids: readonly string[] | null) =>
    mine.flatMap(({ id, validTo }) => (ids?.includes(id) && validTo !== null ? [access.until(day(validTo))] : []));
  const onDone = () => setBefore(now);
  return (
    <dialog ref={dialog} onClose={onClose} aria-labelledby="cell-title">
      <header>
        <h3 id="cell-title">
          {words.categories[category]} – {whoIs(recipient, words)}
        </h3>
        <button type="button" onClick={() => dialog.current?.close()}>
          {access.close}
        </button>
      </header>
      <div role="status">
        {before !== null && (
          <div className="done">
            <p>{access.done}</p>
            <p>
              {access.before}: {before.join(' · ')}
            </p>
            {isFresh && (
              <p>
                {access.after}: <strong>{now.join(' · ')}</strong>
              </p>
            )}
          </div>
        )}
      </div>
      <h4>{access.now}</h4>
      <ul>
        {groundsOf(cell).map(({ purpose, kind, choiceIds, everybody }) => (
          <li key={`${purpose} ${kind} ${choiceIds?.join()}`}>
            <strong>{kind !== null && words.grounds[kind]}</strong>{' '}
            <span className="quiet">
              {purpose !== null && access.forPurpose(words.purposes[purpose])} ·{' '}
              {[everybody ? access.everybody : access.some, ...untilOf(choiceIds)].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      <h4>{access.whatYouCanDo}</h4>
      <div key={JSON.stringify(cell.grounds)}>
        <GiveConsent {...{ recipient, cell, onDone }} />
        {mine.map((choice) => (
          <TakeBack key={choice.id} choice={choice} only={category} onDone={onDone} />
        ))}
        <GiveBlock {...{ recipient, cell, onDone }} />
        {isLawAlone && <p>{words.actions.onlyLaw}</p>}
      </div>
      {data !== null && sections.length > 0 && (
        <>
          <h4>{isOpen(cell) ? access.theDataOpen : access.theData}</h4>
          {sections.map((section) => (
            <SectionItems key={section.at} answer={data} section={section} />
          ))}
        </>
      )}
    </dialog>
  );
}
