/** A dialog in which somebody does one thing: the form, and what came of it. The browser keeps the focus inside. */
import { type FormEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { useTexts } from '../app/language.js';
import { Notice } from '../parts/Notice.js';
import { fill } from '../texts/texts.js';
import type { useAct } from './useAct.js';

interface ActDialogProps {
  readonly title: string;
  readonly act: ReturnType<typeof useAct>;
  readonly doneText: string;
  readonly submitLabel: string;
  /** What to do next, once it is done. */
  readonly next?: ReactNode;
  readonly onSubmit: (form: FormData) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Draws it. */
export function ActDialog({ title, act, doneText, submitLabel, next, onSubmit, onClose, children }: ActDialogProps) {
  const { app, withheld } = useTexts();
  const place = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => place.current?.showModal(), []);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSubmit(new FormData(event.currentTarget));
  };
  const { state } = act;
  return (
    <dialog ref={place} aria-labelledby={id} onClose={onClose}>
      <h3 id={id}>{title}</h3>
      {state === 'DONE' ? (
        <>
          <Notice title={doneText} />
          {next}
        </>
      ) : (
        <form onSubmit={submit}>
          {children}
          {typeof state === 'object' && state !== null && (
            <Notice kind="error" title={fill(withheld.failed, { reason: state.reason })} />
          )}
          <button type="submit" className="primary" disabled={state === 'DOING'}>
            {submitLabel}
          </button>
        </form>
      )}
      <button type="button" onClick={() => place.current?.close()}>
        {state === 'DONE' ? app.close : app.cancel}
      </button>
    </dialog>
  );
}
