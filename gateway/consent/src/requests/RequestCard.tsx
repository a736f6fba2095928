import { useState } from 'react';
import { HowLong, inMonths } from '../access/HowLong.js';
import { ANSWER_REQUEST } from '../graph/changes.js';
import type { Request } from '../graph/types.js';
import { useChange } from '../graph/useChange.js';
import { Refused } from '../parts/Refused.js';
import { useSpeech } from '../words/speaking.js';

interface Props {
  readonly request: Request;
  /** My blocks that a yes goes before. */
  readonly lifts: readonly string[];
  onDone(message: string): void;
}

/** One request: who asks, for what and why; what a yes and a no mean, as the graph says it to everybody; and the answer. */
export function RequestCard({ request, lifts, onDone }: Props) {
  const { words, day } = useSpeech();
  const { send, refused, isSending } = useChange(ANSWER_REQUEST);
  const [months, setMonths] = useState(3);
  const { id, actorRole, organisation, text, askedAt, lapsesAt } = request;
  const grant = async () => {
    const yes = { validTo: inMonths(months), consequencesExplained: true, lifts: [...lifts] };
    if (await send({ requestId: id!, answer: 'GRANT', ...yes })) onDone(words.requests.granted);
  };
  const decline = async () => {
    if (await send({ requestId: id!, answer: 'DECLINE' })) onDone(words.requests.declined);
  };
  return (
    <article className="card" aria-labelledby={`request-${id}`}>
      <h3 id={`request-${id}`}>{words.requests.asks(words.someone[actorRole!], organisation?.name ?? '')}</h3>
      <p className="quiet">{words.requests.asked(day(askedAt!), day(lapsesAt!))}</p>
      <dl>
        <dt>{words.requests.what}</dt>
        <dd>{request.categoriesInWords?.join(' · ')}</dd>
        <dt>{words.requests.why}</dt>
        <dd>“{text}”</dd>
        <dt>{words.requests.yes}</dt>
        <dd>
          {request.whatItMeans} {lifts.length > 0 && words.actions.giveLifts}
        </dd>
        <dt>{words.requests.no}</dt>
        <dd>{request.whatRefusingMeans}</dd>
      </dl>
      <HowLong months={months} onChange={setMonths} />
      <Refused code={refused} />
      <div className="buttons">
        <button type="button" className="main" disabled={isSending} onClick={() => void grant()}>
          {words.requests.grant}
        </button>
        <button type="button" disabled={isSending} onClick={() => void decline()}>
          {words.requests.decline}
        </button>
      </div>
    </article>
  );
}
