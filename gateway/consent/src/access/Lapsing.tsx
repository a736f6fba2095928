import { CHANGE_CONSENT } from '../graph/changes.js';
import type { Choice } from '../graph/types.js';
import { useSpeech } from '../words/speaking.js';
import { Action } from './Action.js';
import { standing } from './cell.js';
import { inMonths } from './HowLong.js';

/** Warns of consents that lapse within 30 days, wherever on the page one is, and lets them be prolonged. */
export function Lapsing({ choices }: { readonly choices: readonly Choice[] }) {
  const { words, kinds, day } = useSpeech();
  const soon = standing(choices).filter(({ effect, lapsesSoon }) => effect === 'CONSENT' && lapsesSoon);
  if (soon.length === 0) return null;
  return (
    <section className="notice warning" aria-labelledby="lapsing">
      <h2 id="lapsing">{words.lapsing.title}</h2>
      {soon.map(({ id, version, categories, lapsesInDays }) => (
        <div key={id}>
          <p>{words.lapsing.one(kinds(categories), lapsesInDays ?? 0)}</p>
          <Action
            title={words.lapsing.prolong}
            meaning={[words.access.until(day(inMonths(3))), words.actions.notNeeded]}
            document={CHANGE_CONSENT}
            input={{ consentId: id, version: version!, validTo: inMonths(3) }}
          />
        </div>
      ))}
    </section>
  );
}
