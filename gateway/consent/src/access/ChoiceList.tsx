import { WITHDRAW_CONSENT } from '../graph/changes.js';
import type { Choice, Recipient } from '../graph/types.js';
import { useSpeech } from '../words/speaking.js';
import { Action } from './Action.js';
import { standing } from './cell.js';

interface Props {
  readonly citizenId: string;
  readonly choices: readonly Choice[];
  readonly recipients: readonly Recipient[];
  onChanged(): void;
}

/** All my consents and blocks that stand: to whom, what, for how long, what goes before what, and where the law still opens. */
export function ChoiceList({ citizenId, choices, recipients, onChanged }: Props) {
  const { words, day, list } = useSpeech();
  const now = standing(choices);
  const lifted = new Set(now.flatMap(({ lifts }) => lifts ?? []));
  const names = new Map(recipients.map(({ organisation }) => [organisation?.id, organisation?.name]));
  const whoIs = ({ organisationId, unitId, role, actorId }: NonNullable<Choice['recipients']>[number]) =>
    [
      actorId !== null && words.access.onePerson,
      role === null ? actorId === null && words.access.anybody : words.roles[role],
      unitId !== null && words.access.oneUnit,
      names.get(organisationId ?? unitId?.split('/')[0]),
    ]
      .filter(Boolean)
      .join(' · ');
  if (now.length === 0) return <p className="notice empty">{words.access.noChoices}</p>;
  return now.map((choice) => {
    const { id, effect, categories, purposes, validTo, lifts, declines } = choice;
    const isBlock = effect === 'BLOCK';
    const what = list((categories ?? []).map((each) => words.categories[each]));
    const still = isBlock ? openedByLaw(choice, recipients).map((each) => words.categories[each]) : [];
    return (
      <article key={id} className={isBlock ? 'card block' : 'card'}>
        <h4>
          {isBlock ? words.access.block : words.access.consent}: {what}
        </h4>
        <p>
          {isBlock ? words.access.against : words.access.to} {list((choice.recipients ?? []).map(whoIs))}
        </p>
        <p className="quiet">
          {words.access.forPurpose(list((purposes ?? []).map((each) => words.purposes[each])))}
          {validTo !== null && ` · ${words.access.until(day(validTo))}`}
        </p>
        {(lifts ?? []).length > 0 && <p>{words.access.lifts}</p>}
        {isBlock && lifted.has(id) && <p>{words.access.lifted}</p>}
        {declines !== null && <p>{words.access.declines}</p>}
        {still.length > 0 && <p>{words.access.lawStill(list(still))}</p>}
        <Action
          title={isBlock ? words.actions.unblock : words.actions.withdraw}
          meaning={[isBlock ? words.actions.unblockMeans(what) : words.actions.withdrawMeans(what)]}
          document={WITHDRAW_CONSENT}
          input={() => ({ citizenId, consentId: id })}
          onDone={onChanged}
        />
      </article>
    );
  });
}

/** What of a block the law opens all the same, for somebody whom the block may mean. */
function openedByLaw({ categories, recipients: against }: Choice, recipients: readonly Recipient[]) {
  const meant = recipients.filter(({ role, organisation }) =>
    against?.some(
      (each) => (each.role ?? role) === role && (each.organisationId ?? organisation?.id) === organisation?.id,
    ),
  );
  return (categories ?? []).filter((category) =>
    meant.some(({ data }) =>
      data?.some((cell) => cell.category === category && cell.grounds?.some(({ kind }) => kind === 'LAW')),
    ),
  );
}
