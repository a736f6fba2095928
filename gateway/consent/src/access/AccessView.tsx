import type { Answer } from '@sammen/client';
import type { Choice, Recipient } from '../graph/types.js';
import { Shown } from '../parts/Shown.js';
import { useSpeech } from '../words/speaking.js';
import { ChoiceList } from './ChoiceList.js';
import { Matrix } from './Matrix.js';

interface Props {
  readonly answer: Answer;
  readonly recipients: readonly Recipient[];
  readonly choices: readonly Choice[];
  readonly data: Answer | null;
  readonly isFresh: boolean;
}

/** Who may see what, and all that I have chosen. */
export function AccessView({ answer, recipients, choices, data, isFresh }: Props) {
  const { access } = useSpeech().words;
  return (
    <>
      <p>{access.intro}</p>
      <Shown answer={answer} field="whoMaySee">
        {() => <Matrix {...{ recipients, choices, data, isFresh }} />}
      </Shown>
      <h3>{access.choices}</h3>
      <Shown answer={answer} field="consents" empty={access.noChoices}>
        {() => <ChoiceList {...{ choices, recipients }} />}
      </Shown>
    </>
  );
}
