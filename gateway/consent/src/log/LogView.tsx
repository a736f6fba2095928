import { useState } from 'react';
import { useCitizen } from '../graph/citizen.js';
import { LOG } from '../graph/questions.js';
import type { Emergency, Log, Look } from '../graph/types.js';
import { useAnswer } from '../graph/useAnswer.js';
import { Shown } from '../parts/Shown.js';
import { Waiting } from '../parts/Waiting.js';
import { useSpeech } from '../words/speaking.js';
import { EmergencyCard } from './EmergencyCard.js';
import { LookItem } from './LookItem.js';

/** Who has looked: emergency accesses on top, then every look, page by page. */
export function LogView() {
  const words = useSpeech().words.log;
  const [after, setAfter] = useState<string | null>(null);
  const [before, setBefore] = useState<readonly Look[]>([]);
  const asked = useAnswer(LOG, { id: useCitizen().id, after });
  return (
    <>
      <p>{words.intro}</p>
      <Waiting asked={asked}>
        {(answer) => (
          <>
            <h3>{words.emergencies}</h3>
            <Shown<readonly Emergency[]> answer={answer} field="emergencyAccesses" empty={words.noEmergencies}>
              {(emergencies) => emergencies.map((each) => <EmergencyCard key={each.id} emergency={each} />)}
            </Shown>
            <h3>{words.looksTitle}</h3>
            <Shown<Log> answer={answer} field="accessLog">
              {({ nodes, pageInfo, totalCount }) => {
                // Until the next page is there, the answer is still the page before.
                const looks = [...new Map([...before, ...(nodes ?? [])].map((look) => [look.id, look])).values()];
                const more = () => {
                  setBefore(looks);
                  setAfter(pageInfo?.endCursor ?? null);
                };
                return (
                  <>
                    <ol className="looks">
                      {looks.map((look) => (
                        <LookItem key={look.id} look={look} />
                      ))}
                    </ol>
                    <p role="status" className="quiet">
                      {words.count(looks.length, totalCount ?? looks.length)}
                    </p>
                    {pageInfo?.hasNextPage && (
                      <button type="button" disabled={asked.isAsking} onClick={more}>
                        {words.more}
                      </button>
                    )}
                  </>
                );
              }}
            </Shown>
          </>
        )}
      </Waiting>
    </>
  );
}
