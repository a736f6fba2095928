import type { ReactNode } from 'react';
import type { Asked } from '../graph/useAnswer.js';
import { useSpeech } from '../words/speaking.js';
import { Refused } from './Refused.js';

interface Props<Data> {
  readonly asked: Asked<Data>;
  readonly children: (answer: NonNullable<Asked<Data>['answer']>) => ReactNode;
}

/** Shows an answer when there is one; else that it is being asked for, or was refused and can be asked again. */
export function Waiting<Data>({ asked: { answer, refused, isAsking, again }, children }: Props<Data>) {
  const { words } = useSpeech();
  const hasFailed = refused !== null || (answer !== null && answer.errors.length > 0);
  return (
    <>
      <p role="status" className="quiet">
        {isAsking ? words.states.asking : ''}
      </p>
      <Refused code={refused} />
      {hasFailed && (
        <button type="button" onClick={again}>
          {words.states.again}
        </button>
      )}
      {answer !== null && children(answer)}
    </>
  );
}
