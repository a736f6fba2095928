/** The answer as it came, with what went wrong in words above it. */
import { useLanguage } from '../app/language.js';
import type { Body } from '../ask/answer.js';
import { download } from '../parts/download.js';
import { sizeInWords } from '../parts/sizeInWords.js';
import { fill } from '../texts/texts.js';
import { Failures } from './Failures.js';
import { JsonView } from './JsonView.js';

interface ResultTabProps {
  readonly body: Body;
  readonly bytes: number;
  readonly ms: number;
}

/** Draws it. */
export function ResultTab({ body, bytes, ms }: ResultTabProps) {
  const { texts, language } = useLanguage();
  const { result } = texts;
  const text = JSON.stringify(body, null, 2);
  const save = () => download(new Blob([text], { type: 'application/json' }), 'sammen.json');
  return (
    <div className="result">
      <div className="bar">
        <p role="status">{fill(result.facts, { size: sizeInWords(bytes, language), ms: Math.round(ms) })}</p>
        <button type="button" onClick={save}>
          {result.download}
        </button>
      </div>
      <Failures body={body} />
      <JsonView text={text} label={result.json} />
    </div>
  );
}
