/** Hands one message to a subgraph's inbox, which answers with what became of it. */
import { readFile } from 'node:fs/promises';
import { SERVICE_CALL_HEADER, type ServiceSigner } from '@sammen/identity';
import { cliError } from '../errors.js';

/** What an inbox says of a message, in its header `x-sammen-inbox`. */
export const OUTCOMES = ['taken', 'repeated', 'corrected', 'cancelled', 'refused'] as const;

/** One of {@link OUTCOMES}. */
export type Outcome = (typeof OUTCOMES)[number];

/** What became of one file. */
export interface MessageResult {
  readonly file: string;
  readonly outcome: Outcome;
  /** Why it was refused, in the words of the inbox's OperationOutcome; empty otherwise. */
  readonly reasons: readonly string[];
}

interface OperationOutcome {
  readonly issue?: readonly {
    readonly code?: string;
    readonly diagnostics?: string;
    readonly details?: { readonly text?: string };
    readonly expression?: readonly string[];
  }[];
}

function reasonsOf(body: string): string[] {
  try {
    const { issue = [] } = JSON.parse(body) as OperationOutcome;
    return issue.map(({ code, diagnostics, details, expression = [] }) => {
      const text = details?.text ?? diagnostics ?? '';
      const places = expression.filter((place) => !text.includes(place));
      return [code, text, ...places].filter(Boolean).join(': ');
    });
  } catch {
    return ['the answer is no OperationOutcome'];
  }
}

/** An inbox and the key that opens it. */
export interface Inbox {
  /** Address of the subgraph. */
  readonly base: string;
  /** Name of the subgraph: whom the signed calls are for. */
  readonly sector: string;
  readonly signer: ServiceSigner;
}

const PATH = '/inbox';
/** What an inbox takes. It hangs up on more, which would look as if nobody were there. */
const LARGEST = 4 * 1024 * 1024;

/**
 * A file that cannot be read or is too large is refused like one that says nothing, so that it stops nobody else's message.
 * @throws NOT_RUNNING when nobody answers there
 */
export async function postMessage({ base, sector, signer }: Inbox, file: string): Promise<MessageResult> {
  const body = await readFile(file).catch(() => null);
  if (body === null) return { file, outcome: 'refused', reasons: ['the file cannot be read'] };
  if (body.length > LARGEST) return { file, outcome: 'refused', reasons: ['the file is larger than any message'] };
  const signature = signer.sign({ method: 'POST', path: PATH, body, to: sector });
  const type = file.endsWith('.xml') ? 'application/fhir+xml' : 'application/fhir+json';
  const headers = { 'content-type': type, [SERVICE_CALL_HEADER]: signature };
  let response: Response;
  let text: string;
  try {
    response = await fetch(new URL(PATH, base), { method: 'POST', headers, body });
    text = await response.text();
  } catch (cause) {
    throw cliError('NOT_RUNNING', { message: `Nobody answers at ${base}.`, cause });
  }
  const said = response.headers.get('x-sammen-inbox') as Outcome | null;
  const outcome = said !== null && OUTCOMES.includes(said) ? said : 'refused';
  const reasons = outcome === 'refused' ? [`HTTP ${response.status}`, ...reasonsOf(text)] : [];
  return { file, outcome, reasons };
}
