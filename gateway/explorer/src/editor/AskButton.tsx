/** Asks, and stops what takes too long. */
import { useLanguage } from '../app/language.js';
import { useRun } from '../ask/RunProvider.js';
import { sizeInWords } from '../parts/sizeInWords.js';
import { fill } from '../texts/texts.js';

/** Draws the button, and says how far a question has come. `isSubmit`: it belongs to a form, which asks. */
export function AskButton({ onAsk, isSubmit = false }: { readonly onAsk?: () => void; readonly isSubmit?: boolean }) {
  const { texts, language } = useLanguage();
  const { received, cancel } = useRun();
  const { write } = texts;
  const isRunning = received !== null;
  const progress = received ? fill(write.received, { size: sizeInWords(received, language) }) : write.running;
  return (
    <span className="ask">
      <button type={isSubmit ? 'submit' : 'button'} className="primary" onClick={isSubmit ? undefined : onAsk}>
        {write.run}
      </button>
      {isRunning && (
        <button type="button" onClick={cancel}>
          {write.stop}
        </button>
      )}
      <span role="status" className="hint">
        {isRunning ? progress : ''}
      </span>
    </span>
  );
}
