/** What is shown when there is nothing to look at: what happened, and what to do. */
import { useLanguage } from '../app/language.js';
import type { Answer } from '../ask/answer.js';
import type { Question } from '../ask/askGraph.js';
import { Notice } from '../parts/Notice.js';
import { sizeInWords } from '../parts/sizeInWords.js';
import { fill } from '../texts/texts.js';
import { LargeAnswer } from './LargeAnswer.js';
import { SignInAgain } from './SignInAgain.js';

interface NoAnswerProps {
  readonly answer: Exclude<Answer, { readonly kind: 'ANSWERED' }>;
  readonly question: Question;
}

/** Draws it. */
export function NoAnswer({ answer, question }: NoAnswerProps) {
  const { texts, language } = useLanguage();
  const state = texts.states[answer.kind];
  const values = {
    ms: 'ms' in answer ? Math.round(answer.ms) : '',
    size: 'bytes' in answer ? sizeInWords(answer.bytes, language) : '',
    status: 'status' in answer ? answer.status : '',
  };
  const isCalm = answer.kind === 'CANCELLED' || answer.kind === 'LARGE';
  return (
    <div className="no-answer">
      <Notice kind={isCalm ? 'info' : 'error'} title={state.title}>
        <p>{fill(state.text, values)}</p>
        <p>
          <strong>{texts.result.next}</strong> {state.next}
        </p>
        {answer.kind === 'LARGE' && <LargeAnswer blob={answer.blob} />}
        {answer.kind === 'EXPIRED' && <SignInAgain question={question} />}
      </Notice>
    </div>
  );
}
