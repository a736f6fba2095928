import { CHANGE_CONSENT } from '../graph/changes.js';
import type { Choice } from '../graph/types.js';
import { useSpeech } from '../words/speaking.js';
import { Action } from './Action.js';
import { standing } from './cell.js';
import { inMonths } from './HowLong.js';

interface Props {
  readonly citizenId: string;
  readonly choices: readonly Choice[];
  onChanged(): void;
}

/** Warns of consents that lapse within 30 days, wherever on the page one is, and lets them be prolonged. */
export function Lapsing({ citizenId, choices, onChanged }: Props) {
  const { words, list, day } = useSpeech();
  const soon = standing(choices).filter(({ effect, lapsesSoon }) => effect === 'CONSENT' && lapsesSoon);
  if (soon.length === 0) return null;
  return (
    <section className="notice warning" aria-labelledby="lapsing">
      <h2 id="lapsing">{words.lapsing.title}</h2>
      {soon.map(({ id, version, categories, lapsesInDays }) => {
        const what = list((categories ?? []).map((each) => words.categories[each]));
        return (
          <div key={id}>
            <p>{words.lapsing.one(what, lapsesInDays ?? 0)}</p>
            <Action
              title={words.lapsing.prolong}
              meaning={[words.access.until(day(inMonths(3))), words.actions.notNeeded]}
              document={CHANGE_CONSENT}
              input={() => ({ citizenId, consentId: id, version: version!, validTo: inMonths(3) })}
              onDone={onChanged}
            />
          </div>
        );
      })}
    </section>
  );
}
