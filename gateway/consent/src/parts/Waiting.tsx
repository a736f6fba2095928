import type { ReactNode } from 'react';
import type { Asked } from '../graph/useAnswer.js';
import { useSpeech } from '../words/speaking.js';

/** Shows an answer when there is one; else that it is being asked for, or was refused and can be asked again. */
export function Waiting<Data>({
  asked,
  children,
}: {
  readonly asked: Asked<Data>;
  readonly children: (answer: NonNullable<Asked<Data>['answer']>) => ReactNode;
}) {
  const { words } = useSpeech();
  const { answer, refused, isAsking, again } = asked;
  const hasFailed = refused !== null || (answer !== null && answer.errors.length > 0);
  return (
    <>
      <p role="status" className="quiet">
        {isAsking ? words.states.asking : ''}
      </p>
      {refused !== null && <p className="notice failed">{words.failures[refused] ?? words.failures['UNKNOWN']}</p>}
      {hasFailed && (
        <button type="button" onClick={again}>
          {words.states.again}
        </button>
      )}
      {answer !== null && children(answer)}
    </>
  );
}
