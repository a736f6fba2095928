/** From the wire to what a front end reads; what is not as it should be is left out, never taken for consent. */
import type { Answer, Explanation, Withheld } from './answer.js';
import { readFailure } from './failure.js';
import type { WireAnswer } from './sendOnce.js';

/** Reads an answer. */
export function readAnswer<Data>(
  { data, errors, extensions, requestId }: WireAnswer,
  isMutation: boolean,
): Answer<Data> {
  const { consent, explain, mock } = extensions as {
    consent?: { withheld?: unknown };
    explain?: Explanation;
    mock?: unknown;
  };
  return {
    data: data as Data | null,
    withheld: Array.isArray(consent?.withheld) ? (consent.withheld as Withheld[]) : [],
    errors: errors.map((error) => readFailure(error, isMutation)),
    ...(explain ? { explanation: explain } : {}),
    ...(Array.isArray(mock) ? { mocked: mock as string[] } : {}),
    requestId,
  };
}
