import type { Look } from '../graph/types.js';
import { useSpeech } from '../words/speaking.js';

type Decisions = NonNullable<Look['decisions']>;

/** One look: who, when, what for, what was shown, what was not. */
export function LookItem({ look }: { readonly look: Look }) {
  const { words, moment } = useSpeech();
  const { at, role, organisation, purpose, emergency, emergencyReason } = look;
  const decisions: Decisions = look.decisions ?? [];
  const who = [role === null ? words.log.erased : words.someone[role], organisation?.name].filter(Boolean).join(' · ');
  const groups = [
    [words.log.shown, decisions.filter((each) => each.permitted && each.access === 'READ')],
    [words.log.written, decisions.filter((each) => each.permitted && each.access === 'WRITE')],
    [words.log.refused, decisions.filter((each) => !each.permitted)],
  ] as const;
  return (
    <li className={emergency ? 'emergency' : undefined}>
      <span className="when">{at !== null && moment(at)}</span>
      <strong>
        {emergency && `${words.log.emergency}: `}
        {who}
      </strong>
      {purpose !== null && <span className="quiet">{words.access.forPurpose(words.purposes[purpose])}</span>}
      {emergencyReason !== null && (
        <span>
          {words.log.reason}: “{emergencyReason}”
        </span>
      )}
      {groups.map(
        ([label, some]) =>
          some.length > 0 && (
            <span key={label} className="field">
              {label}: {some.map(({ category }) => category && words.categories[category]).join(' · ')}
            </span>
          ),
      )}
    </li>
  );
}
