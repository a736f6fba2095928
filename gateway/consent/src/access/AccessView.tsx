import { type Answer, fieldState } from '@sammen/client';
import type { ResultOf } from '@sammen/client/graphql';
import { useId, useState } from 'react';
import type { ACCESS } from '../graph/questions.js';
import type { Choice, Recipient } from '../graph/types.js';
import { Notice } from '../parts/Notice.js';
import { useSpeech } from '../words/speaking.js';
import { CellDialog } from './CellDialog.js';
import { ChoiceList } from './ChoiceList.js';
import { MatrixTable } from './MatrixTable.js';

interface Props {
  readonly citizenId: string;
  readonly answer: Answer<ResultOf<typeof ACCESS>>;
  readonly data: Answer | null;
  readonly isFresh: boolean;
  onChanged(): void;
}

/** Phones show one role at a time, until somebody asks for all. */
const isNarrow = (): boolean => window.matchMedia('(max-width: 48rem)').matches;

/** Who may see what: choose an organisation, read the cells, open one to change it. */
export function AccessView({ citizenId, answer, data, isFresh, onChanged }: Props) {
  const { words } = useSpeech();
  const [organisationId, setOrganisationId] = useState<string | null>(null);
  const [role, setRole] = useState<string>(isNarrow() ? 'FIRST' : 'ALL');
  const [opened, setOpened] = useState<{ role: string; category: string } | null>(null);
  const [organisationLabel, roleLabel] = [useId(), useId()];
  const may = fieldState(answer, ['citizen', 'whoMaySee']);
  const chosen = fieldState(answer, ['citizen', 'consents']);
  if (may.state !== 'value') return <Notice state={may} />;
  const recipients = may.value as readonly Recipient[];
  const choices = chosen.state === 'value' ? (chosen.value as readonly Choice[]) : [];
  const organisations = [...new Map(recipients.map((each) => [each.organisation?.id, each])).values()];
  const current = organisationId ?? organisations[0]?.organisation?.id;
  const columns = recipients.filter(({ organisation }) => organisation?.id === current);
  const shown = columns.filter(
    (each, place) => role === 'ALL' || each.role === role || (role === 'FIRST' && place === 0),
  );
  const visible = shown.length > 0 ? shown : columns.slice(0, 1);
  const recipient = columns.find((each) => each.role === opened?.role);
  const cell = recipient?.data?.find(({ category }) => category === opened?.category);
  return (
    <>
      <p>{words.access.intro}</p>
      <div className="filters">
        <label htmlFor={organisationLabel}>{words.access.organisation}</label>
        <select id={organisationLabel} value={current} onChange={({ target }) => setOrganisationId(target.value)}>
          {organisations.map(({ organisation, related }) => (
            <option key={organisation?.id} value={organisation?.id}>
              {organisation?.name} {related ? '' : `(${words.access.unrelated})`}
            </option>
          ))}
        </select>
        <label htmlFor={roleLabel}>{words.access.role}</label>
        <select
          id={roleLabel}
          value={visible.length === columns.length ? 'ALL' : (visible[0]?.role ?? 'ALL')}
          onChange={({ target }) => setRole(target.value)}
        >
          <option value="ALL">{words.access.everyRole}</option>
          {columns.map((each) => (
            <option key={each.role} value={each.role!}>
              {words.roles[each.role!]}
            </option>
          ))}
        </select>
      </div>
      <MatrixTable
        recipients={visible}
        title={words.access.table(columns[0]?.organisation?.name ?? '')}
        onChoose={(of, { category }) => setOpened({ role: of.role!, category: category! })}
      />
      <p className="quiet">{words.access.elsewhere}</p>
      <h3>{words.access.choices}</h3>
      {chosen.state === 'withheld' || chosen.state === 'failed' ? (
        <Notice state={chosen} />
      ) : (
        <ChoiceList {...{ citizenId, choices, recipients, onChanged }} />
      )}
      {recipient !== undefined && cell !== undefined && (
        <CellDialog
          {...{ citizenId, recipient, cell, choices, data, isFresh, onChanged }}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
}
