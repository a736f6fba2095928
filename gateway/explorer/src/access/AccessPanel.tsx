/** Who somebody is here, the most that their role can be shown, and what they see of one citizen now. */
import { type FormEvent, useState } from 'react';
import { useTexts } from '../app/language.js';
import { Field } from '../parts/Field.js';
import { Notice } from '../parts/Notice.js';
import { useSignedIn } from '../session/SessionProvider.js';
import { fill, wordFor } from '../texts/texts.js';
import { type CategoryAccess, useViewer, useViewerAccess } from './useViewer.js';

/** Draws it. */
export function AccessPanel() {
  const { access, words } = useTexts();
  const { capabilities, purpose } = useSignedIn();
  const viewer = useViewer();
  const caps = viewer?.caps ?? [];
  return (
    <div className="reading">
      <h3>{access.who}</h3>
      <dl className="facts">
        <dt>{access.role}</dt>
        <dd>{wordFor(words.roles, capabilities.role)}</dd>
        {viewer?.organisation && (
          <>
            <dt>{access.organisation}</dt>
            <dd>{viewer.organisation.name}</dd>
          </>
        )}
        {viewer?.unit && (
          <>
            <dt>{access.unit}</dt>
            <dd>{viewer.unit.name}</dd>
          </>
        )}
      </dl>
      <h3>{access.caps}</h3>
      {capabilities.purposes.length === 0 && <p>{access.nothing}</p>}
      {caps.length > 0 && <p className="hint">{access.capsLead}</p>}
      {caps.map((cap) => (
        <section key={cap.purpose}>
          <h4>
            {fill(access.purposesLead, { purpose: wordFor(words.purposes, cap.purpose) })}
            {cap.purpose === purpose && <small> ({access.chosen})</small>}
          </h4>
          <ul className="categories">
            {cap.categories.map((category) => (
              <li key={category}>{wordFor(words.categories, category)}</li>
            ))}
          </ul>
        </section>
      ))}
      {caps.length > 0 && <AboutCitizen />}
    </div>
  );
}

function AboutCitizen() {
  const { access } = useTexts();
  const [id, setId] = useState('');
  const { state, look } = useViewerAccess();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (id.trim() !== '') void look(id.trim());
  };
  return (
    <>
      <h3>{access.about}</h3>
      <form className="bar" onSubmit={submit}>
        <Field label={access.citizen}>
          {(ids) => (
            <input
              {...ids}
              value={id}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => setId(event.target.value)}
            />
          )}
        </Field>
        <button type="submit">{access.look}</button>
      </form>
      {state !== null && !Array.isArray(state) && 'reason' in state && (
        <Notice kind="error" title={fill(access.failed, { reason: state.reason })} />
      )}
      {Array.isArray(state) && <AccessTable rows={state} />}
    </>
  );
}

function AccessTable({ rows }: { readonly rows: readonly CategoryAccess[] }) {
  const { access, words } = useTexts();
  const { columns } = access;
  return (
    <table className="small">
      <thead>
        <tr>
          <th scope="col">{columns.category}</th>
          <th scope="col">{columns.state}</th>
          <th scope="col">{columns.nextStep}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ category, state, nextStep }) => (
          <tr key={category}>
            <th scope="row">{wordFor(words.categories, category)}</th>
            <td>{wordFor(words.states, state)}</td>
            <td>{wordFor(words.nextSteps, nextStep)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
