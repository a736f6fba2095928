/** Turns an answer of many megabytes into a table beside the page. Answers with the file, or null when that is impossible. */
import type { Body } from '../ask/answer.js';
import { absencesOf } from '../rows/absences.js';
import { csvOf, type CsvStyle } from '../rows/csv.js';
import { likeliestRows, rowListsOf } from '../rows/rowLists.js';
import { tableOf } from '../rows/tableOf.js';

interface Order {
  readonly blob: Blob;
  readonly style: CsvStyle;
}

addEventListener('message', ({ data: { blob, style } }: MessageEvent<Order>) => {
  make(blob, style).then(postMessage, () => postMessage(null));
});

async function make(blob: Blob, style: CsvStyle): Promise<Blob> {
  const body = JSON.parse(await blob.text()) as Body;
  const data = body.data ?? null;
  const table = tableOf(data, likeliestRows(rowListsOf(data))?.path, absencesOf(body));
  return new Blob([csvOf(table, style)], { type: 'text/csv;charset=utf-8' });
}
