import { useMemo, useState } from 'react';
import { GIVE_BLOCK } from '../graph/changes.js';
import { useSpeech } from '../words/speaking.js';
import { Action } from './Action.js';
import { blockable, declinableLaw, type Place, purposesWith, whoIs } from './cell.js';
import { blockInput } from './inputs.js';

/** Blocks a cell; where a law opens it that one can say no to, asks whether that is meant too. */
export function GiveBlock({ recipient, cell, onDone }: Place & { onDone(): void }) {
  const { words, list } = useSpeech();
  const { actions } = words;
  const category = cell.category!;
  const law = declinableLaw(cell);
  const [declines, setDeclines] = useState(false);
  const declined = declines ? law : null;
  // The same until something else is chosen: sent twice, it is one block.
  const input = useMemo(
    () => blockInput({ recipient, category, purposes: blockable(cell, declines) }, declined),
    [recipient, cell, category, declines, declined],
  );
  const stays = purposesWith(cell, ['LAW'], declined ?? '');
  if (input.purposes.length === 0) return null;
  return (
    <Action
      title={actions.block}
      meaning={[
        actions.blockMeans(whoIs(recipient, words), words.categories[category]),
        ...(stays.length > 0 ? [actions.lawStays(list(stays.map((purpose) => words.purposes[purpose])))] : []),
        actions.blockRisk,
      ]}
      document={GIVE_BLOCK}
      input={input}
      onDone={onDone}
    >
      {law !== null && (
        <label>
          <input type="checkbox" checked={declines} onChange={({ target }) => setDeclines(target.checked)} />
          {actions.decline}
        </label>
      )}
    </Action>
  );
}
