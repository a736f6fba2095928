import type { Choice, Recipient } from '../graph/types.js';
import { useSpeech } from '../words/speaking.js';
import { standing } from './cell.js';
import { TakeBack } from './TakeBack.js';

interface Props {
  readonly choices: readonly Choice[];
  readonly recipients: readonly Recipient[];
}

/** All my consents and blocks that stand: to whom, what, for how long, what goes before what, and where the law still opens. */
export function ChoiceList({ choices, recipients }: Props) {
  const { words, day, list, kinds } = useSpeech();
  const { access, purposes, roles } = words;
  const now = standing(choices);
  const lifted = new Set(now.flatMap(({ lifts }) => lifts ?? []));
  const names = new Map(recipients.map(({ organisation }) => [organisation?.id, organisation?.name]));
  const whoIs = ({ organisationId, unitId, role, actorId }: NonNullable<Choice['recipients']>[number]) =>
    [
      actorId !== null && access.onePerson,
      role === null ? actorId === null && access.anybody : roles[role],
      unitId !== null && access.oneUnit,
      names.get(organisationId ?? unitId?.split('/')[0]),
    ]
      .filter(Boolean)
      .join(' · ');
  if (now.length === 0) return <p className="notice empty">{access.noChoices}</p>;
  return now.map((choice) => {
    const isBlock = choice.effect === 'BLOCK';
    const still = isBlock ? openedByLaw(choice, recipients) : [];
    const said = [
      (choice.lifts ?? []).length > 0 && access.lifts,
      isBlock && lifted.has(choice.id) && access.lifted,
      choice.declines !== null && access.declines,
      still.length > 0 && access.lawStill(kinds(still)),
    ].filter((sentence) => sentence !== false);
    return (
      <article key={choice.id} className={isBlock ? 'card block' : 'card'}>
        <h4>
          {isBlock ? access.block : access.consent}: {kinds(choice.categories)}
        </h4>
        <p>
          {isBlock ? access.against : access.to} {list((choice.recipients ?? []).map(whoIs))}
        </p>
        <p className="quiet">
          {access.forPurpose(list((choice.purposes ?? []).map((each) => purposes[each])))}
          {choice.validTo !== null && ` · ${access.until(day(choice.validTo))}`}
        </p>
        {said.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <TakeBack choice={choice} />
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
  const cells = meant.flatMap(({ data }) => data ?? []);
  const opened = cells.filter(({ grounds }) => grounds?.some(({ kind }) => kind === 'LAW'));
  return (categories ?? []).filter((category) => opened.some((cell) => cell.category === category));
}
