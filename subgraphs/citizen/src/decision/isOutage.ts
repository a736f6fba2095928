/** Tells a database that serves nobody from one that refuses one question; in doubt it is an outage. */

/** SQLSTATEs that what somebody asked, or a chain that somebody else holds, can bring about. */
const OF_ONE_QUESTION = /^(22|23|40|55P03)/;

/** Whether asking again, question by question, would be in vain. */
export function isOutage(error: unknown): boolean {
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  if (code === 'LEDGER_EVENT_INVALID') return false;
  const state =
    code === 'LEDGER_UNAVAILABLE'
      ? /^SQLSTATE (\w{5})$/.exec((cause as Error | undefined)?.message ?? '')?.[1]
      : (code ?? (error as { driverError?: { code?: unknown } }).driverError?.code);
  return typeof state !== 'string' || !OF_ONE_QUESTION.test(state);
}
