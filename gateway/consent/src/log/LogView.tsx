import { fieldState } from '@sammen/client';
import { useEffect, useState } from 'react';
import { LOG } from '../graph/questions.js';
import type { Emergency, Look } from '../graph/types.js';
import { useAnswer } from '../graph/useAnswer.js';
import { Notice } from '../parts/Notice.js';
import { Waiting } from '../parts/Waiting.js';
import { useSpeech } from '../words/speaking.js';
import { EmergencyCard } from './EmergencyCard.js';
import { LookItem } from './LookItem.js';

/** Who has looked: emergency accesses on top, then every look, page by page. */
export function LogView({ citizenId }: { readonly citizenId: string }) {
  const { words } = useSpeech();
  const [after, setAfter] = useState<string | null>(null);
  const [before, setBefore] = useState<readonly Look[]>([]);
  const asked = useAnswer(LOG, { id: citizenId, after });
  useEffect(() => {
    setAfter(null);
    setBefore([]);
  }, [citizenId]);
  return (
    <>
      <p>{words.log.intro}</p>
      <Waiting asked={asked}>
        {(answer) => {
          const emergencies = fieldState(answer, ['citizen', 'emergencyAccesses']);
          const page = fieldState(answer, ['citizen', 'accessLog']);
          const log = page.state === 'value' ? page.value : null;
          // Until the next page is there, the answer is still the page before.
          const looks = [...new Map([...before, ...(log?.nodes ?? [])].map((look) => [look.id, look])).values()];
          const next = log?.pageInfo?.endCursor ?? null;
          return (
            <>
              <h3>{words.log.emergencies}</h3>
              {emergencies.state === 'value' &&
                (emergencies.value as readonly Emergency[]).map((each) => (
                  <EmergencyCard key={each.id} emergency={each} />
                ))}
              {emergencies.state === 'empty' && <p className="notice empty">{words.log.noEmergencies}</p>}
              {(emergencies.state === 'withheld' || emergencies.state === 'failed') && <Notice state={emergencies} />}
              <h3>{words.log.looksTitle}</h3>
              {page.state !== 'value' && <Notice state={page} />}
              <ol className="looks">
                {looks.map((look) => (
                  <LookItem key={look.id} look={look} />
                ))}
              </ol>
              {log !== null && (
                <p role="status" className="quiet">
                  {words.log.count(looks.length, log.totalCount ?? looks.length)}
                </p>
              )}
              {log?.pageInfo?.hasNextPage && next !== null && (
                <button
                  type="button"
                  disabled={asked.isAsking}
                  onClick={() => {
                    setBefore(looks);
                    setAfter(next);
                  }}
                >
                  {words.log.more}
                </button>
              )}
            </>
          );
        }}
      </Waiting>
    </>
  );
}
