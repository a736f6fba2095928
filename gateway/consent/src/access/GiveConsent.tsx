import { useMemo, useState } from 'react';
import { GIVE_CONSENT } from '../graph/changes.js';
import type { Purpose } from '../graph/types.js';
import { Checks } from '../parts/Checks.js';
import { useSpeech } from '../words/speaking.js';
import { Action } from './Action.js';
import { idsBehind, type Place, purposesWith, whoIs } from './cell.js';
import { HowLong, inMonths } from './HowLong.js';
import { consentInput } from './inputs.js';

/** Gives a consent from a cell: for purposes that are closed now, for a while, and before the blocks that close them. */
export function GiveConsent({ recipient, cell, onDone }: Place & { onDone(): void }) {
  const { words, day } = useSpeech();
  const { actions } = words;
  const category = cell.category!;
  const closed = purposesWith(cell, ['NO_BASIS', 'BLOCKED']);
  const [purposes, setPurposes] = useState<readonly Purpose[]>(() => closed.slice(0, 1));
  const [months, setMonths] = useState(3);
  // The same until something else is chosen: sent twice, it is one consent.
  const input = useMemo(
    () => consentInput({ recipient, category, purposes }, inMonths(months), idsBehind(cell, 'BLOCKED')),
    [recipient, cell, category, purposes, months],
  );
  if (closed.length === 0) return null;
  return (
    <Action
      title={actions.give}
      meaning={[
        actions.giveMeans(whoIs(recipient, words), words.categories[category], day(input.validTo!)),
        ...(input.lifts!.length > 0 ? [actions.giveLifts] : []),
        actions.notNeeded,
      ]}
      document={GIVE_CONSENT}
      input={input}
      isReady={purposes.length > 0}
      onDone={onDone}
    >
      <Checks title={actions.purposes} all={closed} chosen={purposes} words={words.purposes} onChange={setPurposes} />
      <HowLong months={months} onChange={setMonths} />
    </Action>
  );
}
