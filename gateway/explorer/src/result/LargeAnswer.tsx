/** An answer that is too much to be shown, as files. The table is made in a worker, so that the page stays usable. */
import { useState } from 'react';
import { useLanguage } from '../app/language.js';
import { download } from '../parts/download.js';
import { CSV_STYLES } from '../rows/csv.js';
import CsvWorker from './csvWorker.js?worker';

/** Draws what can be done with it. */
export function LargeAnswer({ blob }: { readonly blob: Blob }) {
  const { texts, language } = useLanguage();
  const [state, setState] = useState<'IDLE' | 'MAKING' | 'NOT_MADE'>('IDLE');
  const saveTable = () => {
    const worker = new CsvWorker();
    setState('MAKING');
    const end = (next: 'IDLE' | 'NOT_MADE') => {
      worker.terminate();
      setState(next);
    };
    worker.addEventListener('error', () => end('NOT_MADE'));
    worker.addEventListener('message', ({ data }: MessageEvent<Blob | null>) => {
      if (data !== null) download(data, 'sammen.csv');
      end(data === null ? 'NOT_MADE' : 'IDLE');
    });
    worker.postMessage({ blob, style: CSV_STYLES[language] });
  };
  return (
    <>
      <p className="bar">
        <button type="button" className="primary" onClick={() => download(blob, 'sammen.json')}>
          {texts.result.download}
        </button>
        <button type="button" onClick={saveTable} disabled={state === 'MAKING'}>
          {texts.table.csv}
        </button>
      </p>
      <p role="status" className="hint">
        {state === 'MAKING' ? texts.table.making : state === 'NOT_MADE' ? texts.table.notMade : ''}
      </p>
    </>
  );
}
