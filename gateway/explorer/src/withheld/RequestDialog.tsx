/** Asks a citizen for a consent. */
import { useTexts } from '../app/language.js';
import { Field } from '../parts/Field.js';
import { ActDialog } from './ActDialog.js';
import { CategoryChecks } from './CategoryChecks.js';
import { useAct } from './useAct.js';

const REQUEST = `mutation AskForConsent($input: RequestConsentInput!) {
  requestConsent(input: $input) { id lapsesAt }
}`;

interface RequestDialogProps {
  readonly citizenId: string;
  readonly categories: readonly string[];
  readonly purpose: string | null;
  readonly onClose: () => void;
}

/** Draws it. */
export function RequestDialog({ citizenId, categories, purpose, onClose }: RequestDialogProps) {
  const { withheld } = useTexts();
  const act = useAct(REQUEST, purpose);
  const submit = (form: FormData) =>
    void act.do({
      input: { citizenId: form.get('citizen'), categories: form.getAll('category'), purpose, text: form.get('text') },
    });
  return (
    <ActDialog
      title={withheld.ask}
      act={act}
      doneText={withheld.sent}
      submitLabel={withheld.sendRequest}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={withheld.citizen}>
        {(ids) => <input {...ids} name="citizen" required defaultValue={citizenId} spellCheck={false} />}
      </Field>
      <CategoryChecks categories={categories} />
      <Field label={withheld.text} hint={withheld.textHint}>
        {(ids) => <textarea {...ids} name="text" required minLength={10} maxLength={1000} rows={4} />}
      </Field>
    </ActDialog>
  );
}
