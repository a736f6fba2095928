import type { Answer } from '@sammen/client';
import { useState } from 'react';
import type { Choice, Recipient } from '../graph/types.js';
import { Choose } from '../parts/Choose.js';
import { useSpeech } from '../words/speaking.js';
import { CellDialog } from './CellDialog.js';
import { MatrixTable } from './MatrixTable.js';

interface Props {
  readonly recipients: readonly Recipient[];
  readonly choices: readonly Choice[];
  readonly data: Answer | null;
  readonly isFresh: boolean;
}

/** Where the table is laid out as blocks (style.css), one role is shown at first. */
const isNarrow = (): boolean => window.matchMedia('(max-width: 56rem)').matches;

const EVERY = 'EVERY';

/** Choose an organisation, read the cells, open one to change it. */
export function Matrix({ recipients, choices, data, isFresh }: Props) {
  const { access, roles } = useSpeech().words;
  const organisations = [...new Map(recipients.map((each) => [each.organisation!.id, each])).entries()];
  const [organisationId, setOrganisationId] = useState(organisations[0]?.[0] ?? '');
  const [role, setRole] = useState<string>(isNarrow() ? '' : EVERY);
  const [opened, setOpened] = useState<{ role: string; category: string } | null>(null);
  const columns = recipients.filter(({ organisation }) => organisation?.id === organisationId);
  const one = columns.find((each) => each.role === role) ?? columns[0];
  const shown = role === EVERY ? columns : columns.filter((each) => each === one);
  const recipient = columns.find((each) => each.role === opened?.role);
  const cell = recipient?.data?.find(({ category }) => category === opened?.category);
  return (
    <>
      <div className="filters">
        <Choose
          label={access.organisation}
          value={organisationId}
          options={organisations.map(([id, { organisation, related }]) => [
            id,
            `${organisation!.name}${related ? '' : ` (${access.unrelated})`}`,
          ])}
          onChange={setOrganisationId}
        />
        <Choose
          label={access.role}
          value={shown.length === columns.length ? EVERY : shown[0]!.role!}
          options={[[EVERY, access.everyRole], ...columns.map((each) => [each.role!, roles[each.role!]] as const)]}
          onChange={setRole}
        />
      </div>
      <MatrixTable
        recipients={shown}
        title={access.table(columns[0]?.organisation?.name ?? '')}
        onChoose={(of, { category }) => setOpened({ role: of.role!, category: category! })}
      />
      <p className="quiet">{access.elsewhere}</p>
      {recipient !== undefined && cell !== undefined && (
        <CellDialog {...{ recipient, cell, choices, data, isFresh }} onClose={() => setOpened(null)} />
      )}
    </>
  );
}
