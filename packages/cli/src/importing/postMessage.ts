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
  }[];
}

function reasonsOf(body: string): string[] {
  try {
    const { issue = [] } = JSON.parse(body) as OperationOutcome;
    return issue.map(({ code, diagnostics, details }) =>
      [code, details?.text ?? diagnostics].filter(Boolean).join(': '),
    );
  } catch {
    return ['the answer is no OperationOutcome'];
  }
}

/** A running subgraph's inbox. */
export interface Inbox {
  /** The subgraph's name. */
  readonly sector: string;
  /** The subgraph's address, without a path. */
  readonly url: string;
  /** Signs as the subgraph itself: whoever holds its key may hand in its messages. */
  readonly signer: ServiceSigner;
}

const PATH = '/inbox';

/** @throws FILE_UNREADABLE, NOT_RUNNING when nobody answers there */
export async function postMessage({ sector, url, signer }: Inbox, file: string): Promise<MessageResult> {
  const body = await readFile(file).catch(() => {
    throw cliError('FILE_UNREADABLE', { message: `${file} cannot be read.` });
  });
  const headers = {
    'content-type': file.endsWith('.xml') ? 'application/fhir+xml' : 'application/fhir+json',
    [SERVICE_CALL_HEADER]: signer.sign({ method: 'POST', path: PATH, body, audience: sector }),
  };
  let response: Response;
  try {
    response = await fetch(new URL(PATH, url), { method: 'POST', headers, body });
  } catch (cause) {
    throw cliError('NOT_RUNNING', { message: `Nobody answers at ${url}.`, cause });
  }
  const said = response.headers.get('x-sammen-inbox') as Outcome | null;
  const text = await response.text();
  const outcome = said !== null && OUTCOMES.includes(said) ? said : 'refused';
  const reasons = outcome === 'refused' ? [`HTTP ${response.status}`, ...reasonsOf(text)] : [];
  return { file, outcome, reasons };
}
