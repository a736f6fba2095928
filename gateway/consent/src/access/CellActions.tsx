import { useState } from 'react';
import { CHANGE_CONSENT, GIVE_BLOCK, GIVE_CONSENT, WITHDRAW_CONSENT } from '../graph/changes.js';
import type { Cell, Choice, Purpose, Recipient } from '../graph/types.js';
import { useSpeech } from '../words/speaking.js';
import { Action } from './Action.js';
import { choicesBehind, declinableLaw, openedByLaw, purposesWith } from './cell.js';
import { HowLong, inMonths } from './HowLong.js';
import { blockInput, consentInput, narrowed } from './inputs.js';

interface Props {
  readonly citizenId: string;
  readonly recipient: Recipient;
  readonly cell: Cell;
  readonly choices: readonly Choice[];
  onChanged(): void;
}

/** What can be done in a cell: give, take back, block, lift; each says what it means before it is done. */
export function CellActions({ citizenId, recipient, cell, choices, onChanged }: Props) {
  const { words, day, list } = useSpeech();
  const { actions } = words;
  const category = cell.category!;
  const closed = purposesWith(cell, 'NO_BASIS', 'BLOCKED');
  const open = purposesWith(cell, 'OWN', 'CONSENT', 'EMERGENCY', 'NO_BASIS');
  const law = declinableLaw(cell);
  const [forPurposes, setForPurposes] = useState<readonly Purpose[]>(closed.slice(0, 1));
  const [months, setMonths] = useState(3);
  const [declines, setDeclines] = useState(false);
  const blocks = choicesBehind(cell, 'BLOCKED', choices);
  const consents = choicesBehind(cell, 'CONSENT', choices);
  const who = `${words.roles[recipient.role!]} (${recipient.organisation?.name ?? ''})`;
  const what = words.categories[category];
  const stays = openedByLaw(cell, declines ? law : null).map((purpose) => words.purposes[purpose]);
  const allOf = (choice: Choice) => list((choice.categories ?? []).map((each) => words.categories[each]));
  const chosen = (purposes: readonly Purpose[]) => ({ citizenId, recipient, category, purposes });
  const blockPurposes = law === null ? open : purposesWith(cell, 'LAW', 'OWN', 'CONSENT', 'EMERGENCY', 'NO_BASIS');

  const takenBack = (choice: Choice, part: readonly [string, string], whole: readonly [string, string]) => {
    const takesAll = (
      <Action
        key={`${choice.id} all`}
        title={whole[0]}
        meaning={[whole[1]]}
        document={WITHDRAW_CONSENT}
        input={() => ({ citizenId, consentId: choice.id })}
        onDone={onChanged}
      />
    );
    if ((choice.categories ?? []).length < 2) return [takesAll];
    const input = () => narrowed(citizenId, choice, category);
    const takesPart = (
      <Action
        key={choice.id}
        title={part[0]}
        meaning={[part[1]]}
        document={CHANGE_CONSENT}
        input={input}
        onDone={onChanged}
      />
    );
    return [takesPart, takesAll];
  };
  const offered = [
    ...consents.flatMap((consent) =>
      takenBack(
        consent,
        [actions.narrow, actions.narrowMeans],
        [actions.withdraw, actions.withdrawMeans(allOf(consent))],
      ),
    ),
    ...blocks.flatMap((block) =>
      takenBack(
        block,
        [actions.openFrom, actions.openFromMeans],
        [actions.unblock, actions.unblockMeans(allOf(block))],
      ),
    ),
  ];
  return (
    <>
      {closed.length > 0 && (
        <Action
          title={actions.give}
          meaning={[
            actions.giveMeans(who, what, day(inMonths(months))),
            ...(blocks.length > 0 ? [actions.giveLifts] : []),
            actions.notNeeded,
          ]}
          document={GIVE_CONSENT}
          input={() =>
            consentInput(
              chosen(forPurposes),
              inMonths(months),
              blocks.map(({ id }) => id),
            )
          }
          isReady={forPurposes.length > 0}
          onDone={onChanged}
        >
          <fieldset className="choices">
            <legend>{actions.purposes}</legend>
            {closed.map((purpose) => (
              <label key={purpose}>
                <input
                  type="checkbox"
                  checked={forPurposes.includes(purpose)}
                  onChange={({ target }) =>
                    setForPurposes(
                      closed.filter((each) => (each === purpose ? target.checked : forPurposes.includes(each))),
                    )
                  }
                />
                {words.purposes[purpose]}
              </label>
            ))}
          </fieldset>
          <HowLong months={months} onChange={setMonths} />
        </Action>
      )}
      {offered}
      {blockPurposes.length > 0 && (
        <Action
          title={actions.block}
          meaning={[
            actions.blockMeans(who, what),
            ...(stays.length > 0 ? [actions.lawStays(list(stays))] : []),
            actions.blockRisk,
          ]}
          document={GIVE_BLOCK}
          input={() =>
            blockInput(chosen(declines ? blockPurposes : open.length > 0 ? open : blockPurposes), declines ? law : null)
          }
          onDone={onChanged}
        >
          {law !== null && (
            <label>
              <input type="checkbox" checked={declines} onChange={({ target }) => setDeclines(target.checked)} />
              {actions.decline}
            </label>
          )}
        </Action>
      )}
      {closed.length + offered.length + blockPurposes.length === 0 && <p>{actions.onlyLaw}</p>}
    </>
  );
}
