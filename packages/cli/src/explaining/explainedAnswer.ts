/** Asks the gateway, and how it went about it. */
import { cliError } from '../errors.js';

/** One fetch, as the gateway explains it; times in milliseconds. */
export interface ExplainedFetch {
  readonly fetch: number;
  readonly source: string;
  readonly at: number;
  readonly waitedMs: number;
  readonly ms: number | null;
  readonly entities: number | null;
  readonly sent: number | null;
  readonly grants: number;
  readonly attempts: number;
  readonly fault: string | null;
}

/** `extensions.explain` of an answer. */
export interface Explanation {
  readonly totalMs: number;
  readonly known: { readonly document: boolean | null; readonly plan: boolean | null };
  readonly stages: readonly { readonly stage: string; readonly moment: string; readonly ms: number }[];
  readonly plan: string;
  readonly fetches: readonly ExplainedFetch[];
  readonly questions: readonly { readonly at: number; readonly ms: number; readonly fault: string | null }[];
  readonly withheld: Readonly<Record<string, number>>;
}

/** What is asked, of whom, as whom. */
export interface Question {
  /** Address of the gateway. */
  readonly base: string;
  readonly token: string;
  /** Null for whoever has none. */
  readonly purpose: string | null;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | undefined;
}

/**
 * The explanation alone: the data stays where it is.
 * @throws NOT_RUNNING when nobody answers there, EXPLAIN_REFUSED with the gateway's own code and words
 */
export async function explainedAnswer(question: Question): Promise<Explanation> {
  const { base, token, purpose, query, variables, operationName } = question;
  const answer = await fetch(new URL('/graphql', base), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      ...(purpose === null ? {} : { 'x-sammen-purpose': purpose }),
      'x-sammen-explain': '1',
    },
    body: JSON.stringify({ query, variables, operationName }),
  }).catch(() => {
    throw cliError('NOT_RUNNING', { message: `Nobody answers at ${base}.` });
  });
  const { extensions, errors = [] } = (await answer.json()) as {
    readonly extensions?: { readonly explain?: Explanation };
    readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
  };
  if (extensions?.explain) return extensions.explain;
  const [first] = errors;
  throw cliError('EXPLAIN_REFUSED', {
    message: first ? `${first.extensions.code} ${first.message}` : 'The gateway explained nothing.',
  });
}
