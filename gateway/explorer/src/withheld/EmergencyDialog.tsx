/** Opens an emergency access: what it means is said before, and the button says for how long. */
import { useState } from 'react';
import { useTexts } from '../app/language.js';
import { Field } from '../parts/Field.js';
import { Notice } from '../parts/Notice.js';
import { fill } from '../texts/texts.js';
import { ActDialog } from './ActDialog.js';
import { CategoryChecks } from './CategoryChecks.js';
import { useAct } from './useAct.js';

const OPEN = `mutation OpenEmergencyAccess($input: OpenEmergencyAccessInput!) {
  openEmergencyAccess(input: $input) { id }
}`;
const KINDS = ['VITAL_INTEREST', 'CITIZEN_AGREED_ORALLY'] as const;

interface EmergencyDialogProps {
  readonly citizenId: string;
  readonly categories: readonly string[];
  readonly purpose: string | null;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

/** Draws it. */
export function EmergencyDialog({ citizenId, categories, purpose, onAgain, onClose }: EmergencyDialogProps) {
  const { withheld } = useTexts();
  const act = useAct(OPEN, purpose);
  const [minutes, setMinutes] = useState('60');
  const submit = (form: FormData) =>
    void act.do({
      input: {
        citizenId: form.get('citizen'),
        kind: form.get('kind'),
        reason: form.get('text'),
        categories: form.getAll('category'),
        minutes: Number(minutes),
      },
    });
  return (
    <ActDialog
      title={withheld.emergency}
      act={act}
      doneText={withheld.opened}
      submitLabel={fill(withheld.confirmEmergency, { minutes })}
      next={
        <button type="button" className="primary" onClick={onAgain}>
          {withheld.again}
        </button>
      }
      onSubmit={submit}
      onClose={onClose}
    >
      <Notice kind="warning" title={withheld.emergencyWarning} />
      <Field label={withheld.citizen}>
        {(ids) => <input {...ids} name="citizen" required defaultValue={citizenId} spellCheck={false} />}
      </Field>
      <Field label={withheld.kind}>
        {(ids) => (
          <select {...ids} name="kind">
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {withheld.kinds[kind]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <CategoryChecks categories={categories} />
      <Field label={withheld.text} hint={withheld.textHint}>
        {(ids) => <textarea {...ids} name="text" required minLength={10} maxLength={1000} rows={4} />}
      </Field>
      <Field label={withheld.minutes}>
        {(ids) => (
          <input
            {...ids}
            type="number"
            min={1}
            max={60}
            value={minutes}
            onChange={(event) => setMinutes(event.target.value)}
          />
        )}
      </Field>
    </ActDialog>
  );
}
