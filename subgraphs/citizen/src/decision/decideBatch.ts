/**
 * Any number of questions together: the facts of all in one statement, which begins after the last of them arrived
 * (INVARIANT I-10), then the events of all in one statement, which commits them or none (INVARIANT I-2), and only if
 * nobody has changed these facts meanwhile (INVARIANT I-10 again).
 */
import { appendEvents, appendEventsIf, type LedgerEvent, type LedgerReceipt } from '@sammen/ledger';
import type { DecisionQuestion } from '@sammen/subgraph-kit';
import type { DataSource, EntityManager } from 'typeorm';
import { decideSubject, type SubjectDecision } from './decideSubject.js';
import { type FactsSnapshot, readFacts } from './readFacts.js';

/** What came of one question; it may be granted, because it is committed. */
export interface Outcome {
  /** Moment of the facts, in milliseconds since 1970. */
  readonly at: number;
  /** Place in the ledger of the question's last event; 0 for none. */
  readonly position: number;
  readonly decided: readonly SubjectDecision[];
}

/**
 * Outcomes in the order of the questions. One that cannot be decided is an Error in its place, and is not logged. Two
 * statements, each a transaction of its own: the facts are one snapshot because they are one statement, and with BEGIN
 * and COMMIT around both, the chains would stay locked for two round trips more. When facts have changed in between,
 * nothing was logged, and all is decided again while they are held, so that it takes no third time.
 */
export async function decideBatch(
  database: DataSource,
  questions: readonly DecisionQuestion[],
): Promise<(Outcome | Error)[]> {
  return (
    (await decideOnce(database.manager, questions, appendIfFactsStand)) ??
    database.transaction(async (manager) => {
      await manager.query('SELECT FROM hold_facts($1::uuid[])', [citizensOf(questions)]);
      return (await decideOnce(manager, questions, (events) => appendEvents(manager, events)))!;
    })
  );

  function appendIfFactsStand(events: LedgerEvent[], { versions }: FactsSnapshot): Promise<LedgerReceipt | null> {
    const parameters = [[...versions.keys()], [...versions.values()]];
    return appendEventsIf(database, { name: 'if_facts_stand', parameters }, events);
  }
}

const citizensOf = (questions: readonly DecisionQuestion[]): string[] => [
  ...new Set(questions.flatMap(({ subjects }) => subjects.map(({ citizenId }) => citizenId))),
];

/** Null when `append` did not log it, because the facts are others by now. */
async function decideOnce(
  manager: EntityManager,
  questions: readonly DecisionQuestion[],
  append: (events: LedgerEvent[], snapshot: FactsSnapshot) => Promise<LedgerReceipt | null>,
): Promise<(Outcome | Error)[] | null> {
  const askers = questions.map(({ actor }) => actor);
  const snapshot = await readFacts(manager, citizensOf(questions), askers);
  const { at, facts } = snapshot;
  const decisions = questions.map((question) => {
    try {
      return question.subjects.map((subject) =>
        decideSubject(question, subject, facts.get(subject.citizenId) ?? 'UNKNOWN', at),
      );
    } catch (error) {
      return error instanceof Error ? error : new Error('Not decided.');
    }
  });
  // A subject about whom nothing is asked gets nothing, so there is nothing to log.
  const events = decisions.map((decided) =>
    decided instanceof Error ? [] : decided.map(({ event }) => event).filter((event) => event.decisions.length > 0),
  );
  const receipt = await append(events.flat(), snapshot);
  if (receipt === null) return null;
  const { entries } = receipt;
  let from = 0;
  return decisions.map((decided, index) => {
    const own = entries.slice(from, (from += events[index]!.length));
    if (decided instanceof Error) return decided;
    return { at, position: own.reduce((highest, { position }) => Math.max(highest, position), 0), decided };
  });
}
