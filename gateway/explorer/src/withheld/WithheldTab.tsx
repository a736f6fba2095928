/** What is withheld, in plain words, with what can be done about it. */
import { useState } from 'react';
import { useTexts } from '../app/language.js';
import type { Body, Withheld } from '../ask/answer.js';
import type { Question } from '../ask/askGraph.js';
import { useRun } from '../ask/RunProvider.js';
import { fill, wordFor } from '../texts/texts.js';
import { citizenOf } from './citizenOf.js';
import { EmergencyDialog } from './EmergencyDialog.js';
import { groupWithheld, type WithheldField } from './groupWithheld.js';
import { RequestDialog } from './RequestDialog.js';

interface WithheldTabProps {
  readonly withheld: readonly Withheld[];
  readonly body: Body;
  readonly question: Question;
}

/** What somebody is about to do. */
interface Step {
  readonly kind: 'ASK' | 'EMERGENCY';
  readonly citizenId: string;
  readonly categories: readonly string[];
}

/** Draws it. */
export function WithheldTab({ withheld, body, question }: WithheldTabProps) {
  const words = useTexts().withheld;
  const { ask } = useRun();
  const [step, setStep] = useState<Step | null>(null);
  if (withheld.length === 0) return <p className="empty">{words.none}</p>;
  const groups = groupWithheld(withheld);
  const open = (kind: Step['kind'], field: WithheldField) => {
    const citizenId = citizenOf(field.paths[0]!, body.data ?? null, question) ?? '';
    // Whoever asks for one thing is shown what else is withheld of the same citizen: a citizen is asked once.
    const categories = [field, ...groups.filter(({ nextStep }) => nextStep === field.nextStep)].map(
      (one) => one.category,
    );
    setStep({ kind, citizenId, categories: [...new Set(categories)] });
  };
  return (
    <div className="reading">
      <p>{fill(words.some, { count: withheld.length })}</p>
      <ul className="withheld">
        {groups.map((field) => (
          <li key={[...field.names, field.category, field.state].join('.')}>
            <WithheldLine field={field} onStep={(kind) => open(kind, field)} />
          </li>
        ))}
      </ul>
      {step?.kind === 'ASK' && <RequestDialog {...step} purpose={question.purpose} onClose={() => setStep(null)} />}
      {step?.kind === 'EMERGENCY' && (
        <EmergencyDialog
          {...step}
          purpose={question.purpose}
          onAgain={() => void ask(question)}
          onClose={() => setStep(null)}
        />
      )}
    </div>
  );
}

interface LineProps {
  readonly field: WithheldField;
  readonly onStep: (kind: Step['kind']) => void;
}

function WithheldLine({ field, onStep }: LineProps) {
  const { withheld, words } = useTexts();
  const { names, category, state, nextStep, paths } = field;
  return (
    <>
      <p>
        <strong>{fill(withheld.line, { what: wordFor(words.categories, category) })}</strong>{' '}
        <code>{names.join('.')}</code>
        {paths.length > 1 && ` · ${fill(withheld.times, { count: paths.length })}`}
      </p>
      <p>
        {wordFor(words.states, state)} {nextStep !== 'NONE' && wordFor(words.nextSteps, nextStep)}
      </p>
      {nextStep !== 'NONE' && (
        <p className="bar">
          <button type="button" onClick={() => onStep('ASK')}>
            {withheld.ask}
          </button>
          {nextStep === 'EMERGENCY_ACCESS' && (
            <button type="button" onClick={() => onStep('EMERGENCY')}>
              {withheld.emergency}
            </button>
          )}
        </p>
      )}
    </>
  );
}
