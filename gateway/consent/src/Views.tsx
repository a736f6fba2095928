import { fieldState } from '@sammen/client';
import { useEffect, useRef, useState } from 'react';
import { AccessView } from './access/AccessView.js';
import { Lapsing } from './access/Lapsing.js';
import { DataView } from './data/DataView.js';
import { TimelineView } from './data/TimelineView.js';
import { MY_DATA } from './graph/myData.js';
import { ACCESS } from './graph/questions.js';
import type { Choice, Recipient } from './graph/types.js';
import { useAnswer } from './graph/useAnswer.js';
import { LogView } from './log/LogView.js';
import { Waiting } from './parts/Waiting.js';
import { RequestsView } from './requests/RequestsView.js';
import { useSpeech } from './words/speaking.js';

const VIEWS = ['data', 'timeline', 'access', 'requests', 'log'] as const;

type View = (typeof VIEWS)[number];

/** The parts of the page for one citizen. Data and access are asked for once and shared, so that a change shows everywhere. */
export function Views({ citizenId }: { readonly citizenId: string }) {
  const { words } = useSpeech();
  const [view, heading] = useView();
  const data = useAnswer(MY_DATA, { id: citizenId });
  const access = useAnswer(ACCESS, { id: citizenId });
  const may = access.answer === null ? null : fieldState(access.answer, ['citizen', 'whoMaySee']);
  const chosen = access.answer === null ? null : fieldState(access.answer, ['citizen', 'consents']);
  const recipients = may?.state === 'value' ? (may.value as readonly Recipient[]) : [];
  const choices = chosen?.state === 'value' ? (chosen.value as readonly Choice[]) : [];
  const isFresh = !access.isAsking && access.refused === null;
  return (
    <>
      <Lapsing citizenId={citizenId} choices={choices} onChanged={access.again} />
      <nav aria-label={words.page.views}>
        {VIEWS.map((each) => (
          <a key={each} href={`#${each}`} aria-current={each === view ? 'page' : undefined}>
            {words.views[each]}
          </a>
        ))}
      </nav>
      <h2 ref={heading} tabIndex={-1}>
        {words.views[view]}
      </h2>
      {view === 'data' && <Waiting asked={data}>{(answer) => <DataView answer={answer} />}</Waiting>}
      {view === 'timeline' && <Waiting asked={data}>{(answer) => <TimelineView answer={answer} />}</Waiting>}
      {view === 'access' && (
        <Waiting asked={access}>
          {(answer) => <AccessView {...{ citizenId, answer, data: data.answer, isFresh }} onChanged={access.again} />}
        </Waiting>
      )}
      {view === 'requests' && <RequestsView {...{ citizenId, recipients }} onAnswered={access.again} />}
      {view === 'log' && <LogView citizenId={citizenId} />}
    </>
  );
}

/** The view that the address names; changing it moves the focus to its heading, as loading a page would. */
function useView() {
  const heading = useRef<HTMLHeadingElement>(null);
  const named = (): View => VIEWS.find((each) => window.location.hash === `#${each}`) ?? 'data';
  const [view, setView] = useState(named);
  useEffect(() => {
    const turn = () => {
      setView(named());
      heading.current?.focus();
    };
    window.addEventListener('hashchange', turn);
    return () => window.removeEventListener('hashchange', turn);
  }, []);
  return [view, heading] as const;
}
