import { CHANGE_CONSENT, WITHDRAW_CONSENT } from '../graph/changes.js';
import type { Category, Choice } from '../graph/types.js';
import { useSpeech } from '../words/speaking.js';
import { Action } from './Action.js';

interface Props {
  readonly choice: Choice;
  /** The kind of data that could be taken out alone, where a cell is about one. */
  readonly only?: Category;
  onDone?(): void;
}

/** Takes a consent or a block back: one kind of data out of it, or all of it. */
export function TakeBack({ choice, only, onDone }: Props) {
  const { words, kinds } = useSpeech();
  const { id, version, effect } = choice;
  const categories = choice.categories ?? [];
  const actions = words.takeBack[effect === 'BLOCK' ? 'block' : 'consent'];
  return (
    <>
      {only !== undefined && categories.length > 1 && (
        <Action
          title={actions.part}
          meaning={[actions.partMeans]}
          document={CHANGE_CONSENT}
          input={{ consentId: id, version: version!, categories: categories.filter((each) => each !== only) }}
          onDone={onDone}
        />
      )}
      <Action
        title={actions.whole}
        meaning={[actions.wholeMeans(kinds(categories))]}
        document={WITHDRAW_CONSENT}
        input={{ consentId: id }}
        onDone={onDone}
      />
    </>
  );
}
