import { fieldState } from '@sammen/client';
import { useState } from 'react';
import { say, useClient } from '../graph/client.js';
import { ANSWER_REQUEST } from '../graph/changes.js';
import { REQUESTS } from '../graph/questions.js';
import type { Recipient, Request } from '../graph/types.js';
import { codeOf, useAnswer } from '../graph/useAnswer.js';
import { HowLong, inMonths } from '../access/HowLong.js';
import { Notice } from '../parts/Notice.js';
import { Waiting } from '../parts/Waiting.js';
import { useSpeech } from '../words/speaking.js';

interface Props {
  readonly citizenId: string;
  /** Who may see what, so that a yes can go before blocks that stand against it. */
  readonly recipients: readonly Recipient[];
  onAnswered(): void;
}

/** Who asks for a consent, what it means, and the answer in one step. */
export function RequestsView({ citizenId, recipients, onAnswered }: Props) {
  const { words, language } = useSpeech();
  const asked = useAnswer(REQUESTS, { id: citizenId, language });
  const [answered, setAnswered] = useState<string | null>(null);
  const done = (message: string) => {
    setAnswered(message);
    asked.again();
    onAnswered();
  };
  return (
    <>
      <p role="status" className="done">
        {answered}
      </p>
      <Waiting asked={asked}>
        {(answer) => {
          const requests = fieldState(answer, ['citizen', 'consentRequests', 'nodes']);
          if (requests.state === 'empty') return <p className="notice empty">{words.requests.none}</p>;
          if (requests.state !== 'value') return <Notice state={requests} />;
          return (requests.value as readonly Request[]).map((request) => (
            <RequestCard
              key={request.id}
              citizenId={citizenId}
              request={request}
              blocks={blocksAgainst(request, recipients)}
              onDone={done}
            />
          ));
        }}
      </Waiting>
    </>
  );
}

/** My blocks that a yes to this request would have to go before. */
function blocksAgainst(
  { actorRole, organisation, categories, purpose }: Request,
  recipients: readonly Recipient[],
): string[] {
  const ids = recipients
    .filter((each) => each.role === actorRole && each.organisation?.id === organisation?.id)
    .flatMap(({ data }) => data ?? [])
    .filter(({ category }) => category !== null && categories?.includes(category))
    .flatMap(({ grounds }) => grounds ?? [])
    .filter((ground) => ground.kind === 'BLOCKED' && ground.purpose === purpose)
    .flatMap(({ choiceIds }) => choiceIds ?? []);
  return [...new Set(ids)];
}

interface CardProps {
  readonly citizenId: string;
  readonly request: Request;
  readonly blocks: readonly string[];
  onDone(message: string): void;
}

function RequestCard({ citizenId, request, blocks, onDone }: CardProps) {
  const { words, day } = useSpeech();
  const client = useClient();
  const [months, setMonths] = useState(3);
  const [failed, setFailed] = useState<string | null>(null);
  const [isSending, setIsSending] = useState(false);
  const { id, actorRole, organisation, text, askedAt, lapsesAt, categoriesInWords, whatItMeans, whatRefusingMeans } =
    request;

  async function send(answer: 'GRANT' | 'DECLINE'): Promise<void> {
    setIsSending(true);
    const yes = { validTo: inMonths(months), consequencesExplained: true, lifts: blocks };
    const input = { citizenId, requestId: id, answer, ...(answer === 'GRANT' ? yes : {}) };
    const code = await say(client, ANSWER_REQUEST, input).catch(codeOf);
    setIsSending(false);
    setFailed(code);
    if (code === null) onDone(answer === 'GRANT' ? words.requests.granted : words.requests.declined);
  }
  return (
    <article className="card" aria-labelledby={`request-${id}`}>
      <h3 id={`request-${id}`}>{words.requests.asks(words.someone[actorRole!], organisation?.name ?? '')}</h3>
      <p className="quiet">{words.requests.asked(day(askedAt!), day(lapsesAt!))}</p>
      <dl>
        <dt>{words.requests.what}</dt>
        <dd>{categoriesInWords?.join(' · ')}</dd>
        <dt>{words.requests.why}</dt>
        <dd>“{text}”</dd>
        <dt>{words.requests.yes}</dt>
        <dd>
          {whatItMeans} {blocks.length > 0 && words.actions.giveLifts}
        </dd>
        <dt>{words.requests.no}</dt>
        <dd>{whatRefusingMeans}</dd>
      </dl>
      <HowLong months={months} onChange={setMonths} />
      {failed !== null && (
        <p role="alert" className="notice failed">
          {words.failures[failed] ?? words.failures['UNKNOWN']}
        </p>
      )}
      <div className="buttons">
        <button type="button" className="main" disabled={isSending} onClick={() => void send('GRANT')}>
          {words.requests.grant}
        </button>
        <button type="button" disabled={isSending} onClick={() => void send('DECLINE')}>
          {words.requests.decline}
        </button>
      </div>
    </article>
  );
}
