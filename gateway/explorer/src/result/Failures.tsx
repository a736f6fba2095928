/** What went wrong: each failure with its source, what it cost, and what to do about it. */
import { useTexts } from '../app/language.js';
import type { Body, Failure } from '../ask/answer.js';
import { Notice } from '../parts/Notice.js';
import type { Path } from '../rows/json.js';
import { fill, wordFor } from '../texts/texts.js';

/** Codes that say that a source failed while the rest of the answer arrived. */
const SOURCE_FAILED = new Set(['SUBGRAPH_UNAVAILABLE', 'SUBGRAPH_BUSY', 'SUBGRAPH_ERROR', 'GRANT_KEYS_UNAVAILABLE']);

/** Draws them; nothing when nothing went wrong. */
export function Failures({ body }: { readonly body: Body }) {
  const { states, result } = useTexts();
  const failures = body.errors ?? [];
  if (failures.length === 0) return null;
  const isDenied = body.data === undefined || body.data === null;
  const isSource = failures.every(({ extensions }) => SOURCE_FAILED.has(extensions?.code ?? ''));
  const head = isSource && !isDenied ? states.SOURCE_DOWN : isDenied ? states.DENIED : undefined;
  return (
    <Notice kind={isDenied ? 'error' : 'warning'} title={head?.title ?? result.errors}>
      {head && <p>{head.text}</p>}
      <ul>
        {failures.map((failure, index) => (
          <li key={index}>
            <OneFailure failure={failure} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function OneFailure({ failure }: { readonly failure: Failure }) {
  const { result, words } = useTexts();
  const { code, next, source, paths, purposes } = failure.extensions ?? {};
  const places = [...(failure.path ? [failure.path] : []), ...(paths ?? [])].map(pathInWords);
  return (
    <>
      <p>
        {failure.message} {code && <code>{code}</code>}
      </p>
      {source && <p>{fill(result.source, { source: wordFor(words.sectors, source) })}</p>}
      {places.length > 0 && <p className="hint">{[...new Set(places)].join(', ')}</p>}
      {purposes && <p className="hint">{purposes.map((purpose) => wordFor(words.purposes, purpose)).join(', ')}</p>}
      {next && (
        <p>
          <strong>{result.next}</strong> {next}
        </p>
      )}
    </>
  );
}

/** `citizen.admissions` */
export function pathInWords(path: Path): string {
  return path.filter((part) => typeof part === 'string' && part !== '@').join('.');
}
