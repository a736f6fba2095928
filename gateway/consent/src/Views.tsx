import { type Answer, fieldState } from '@sammen/client';
import { useEffect, useMemo, useRef, useState } from 'react';
import { AccessView } from './access/AccessView.js';
import { Lapsing } from './access/Lapsing.js';
import { DataView } from './data/DataView.js';
import { TimelineView } from './data/TimelineView.js';
import { CitizenProvider } from './graph/citizen.js';
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
export function Views({ citizenId: id }: { readonly citizenId: string }) {
  const { page, views } = useSpeech().words;
  const [view, heading] = useView();
  const data = useAnswer(MY_DATA, { id });
  const access = useAnswer(ACCESS, { id });
  const recipients = listOf<Recipient>(access.answer, 'whoMaySee');
  const choices = listOf<Choice>(access.answer, 'consents');
  const isFresh = !access.isAsking && access.refused === null;
  const citizen = useMemo(() => ({ id, changed: access.again }), [id, access.again]);
  return (
    <CitizenProvider value={citizen}>
      <Lapsing choices={choices} />
      <nav aria-label={page.views}>
        {VIEWS.map((each) => (
          <a key={each} href={`#${each}`} aria-current={each === view ? 'page' : undefined}>
            {views[each]}
          </a>
        ))}
      </nav>
      <h2 ref={heading} tabIndex={-1}>
        {views[view]}
      </h2>
      {view === 'data' && <Waiting asked={data}>{(answer) => <DataView answer={answer} />}</Waiting>}
      {view === 'timeline' && <Waiting asked={data}>{(answer) => <TimelineView answer={answer} />}</Waiting>}
      {view === 'access' && (
        <Waiting asked={access}>
          {(answer) => <AccessView {...{ answer, recipients, choices, data: data.answer, isFresh }} />}
        </Waiting>
      )}
      {view === 'requests' && <RequestsView recipients={recipients} />}
      {view === 'log' && <LogView />}
    </CitizenProvider>
  );
}

/** A list of the citizen's, as far as it has come. */
function listOf<Item>(answer: Answer | null, field: string): readonly Item[] {
  const state = answer === null ? null : fieldState(answer, ['citizen', field]);
  return state?.state === 'value' ? (state.value as readonly Item[]) : [];
}

/** The view that the address names; changing it moves the focus to its heading, as loading a page would. */
function useView() {
  const heading = useRef<HTMLHeadingElement>(null);
  const named = () => VIEWS.find((each) => window.location.hash === `#${each}`);
  const [view, setView] = useState<View>(() => named() ?? 'data');
  useEffect(() => {
    const turn = () => {
      const next = named();
      // Any other place of the page is in the view that is shown.
      if (next === undefined) return;
      setView(next);
      heading.current?.focus();
    };
    window.addEventListener('hashchange', turn);
    return () => window.removeEventListener('hashchange', turn);
  }, []);
  return [view, heading] as const;
}
