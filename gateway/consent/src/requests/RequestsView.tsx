import { useState } from 'react';
import { idsBehind } from '../access/cell.js';
import { useCitizen } from '../graph/citizen.js';
import { REQUESTS } from '../graph/questions.js';
import type { Recipient, Request } from '../graph/types.js';
import { useAnswer } from '../graph/useAnswer.js';
import { Shown } from '../parts/Shown.js';
import { Waiting } from '../parts/Waiting.js';
import { useSpeech } from '../words/speaking.js';
import { RequestCard } from './RequestCard.js';

/** Who asks for a consent, what it means, and the answer in one step. `recipients`: who may see what, so that a yes can go before blocks that stand against it. */
export function RequestsView({ recipients }: { readonly recipients: readonly Recipient[] }) {
  const { words, language } = useSpeech();
  const asked = useAnswer(REQUESTS, { id: useCitizen().id, language });
  const [answered, setAnswered] = useState<string | null>(null);
  return (
    <>
      <p role="status" className="done">
        {answered}
      </p>
      <Waiting asked={asked}>
        {(answer) => (
          <Shown<readonly Request[]> answer={answer} field="consentRequests.nodes" empty={words.requests.none}>
            {(requests) =>
              requests.map((request) => (
                <RequestCard
                  key={request.id}
                  request={request}
                  lifts={blocksAgainst(request, recipients)}
                  onDone={(message) => {
                    setAnswered(message);
                    asked.again();
                  }}
                />
              ))
            }
          </Shown>
        )}
      </Waiting>
    </>
  );
}

/** My blocks that a yes to this request would have to go before. */
function blocksAgainst({ actorRole, organisation, categories, purpose }: Request, recipients: readonly Recipient[]) {
  const asks = recipients.find((each) => each.role === actorRole && each.organisation?.id === organisation?.id);
  const cells = (asks?.data ?? []).filter(({ category }) => category !== null && categories?.includes(category));
  return [...new Set(cells.flatMap((cell) => idsBehind(cell, 'BLOCKED', purpose)))];
}
