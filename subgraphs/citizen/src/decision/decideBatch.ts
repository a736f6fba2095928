/**
 * Any number of questions together: the facts of all in one statement, which begins after the last of them arrived
 * (INVARIANT I-10), or as they are remembered from a moment ago; then the events of all in one statement, which commits
 * them or none (INVARIANT I-2), and only if nobody has changed these facts meanwhile (INVARIANT I-10 again).
 */
import { appendEvents, appendEventsIf, type LedgerEvent, type LedgerReceipt, type Runner } from '@sammen/ledger';
import { type DecisionQuestion, statementsOf } from '@sammen/subgraph-kit';
import type { DataSource } from 'typeorm';
import { decideSubject, type SubjectDecision } from './decideSubject.js';
import type { FactsAtHand, FactsMemory } from './factsMemory.js';
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
 * statements, or one when the facts are remembered, each a transaction of its own: the facts are one snapshot because they
 * are one statement, and with BEGIN and COMMIT around both, the chains would stay locked for two round trips more. When
 * facts have changed in between, nothing was logged, and they are read; when they change again, all is decided while they
 * are held, so that it takes no fourth time.
 */
export async function decideBatch(
  database: DataSource,
  memory: FactsMemory,
  questions: readonly DecisionQuestion[],
): Promise<(Outcome | Error)[]> {
  const statements = statementsOf(database) as Runner;
  return (
    (await decideRemembered()) ??
    (await decideOnce(questions, await read(statements), appendIfFactsStand)) ??
    database.transaction(async (manager) => {
      await manager.query('SELECT FROM hold_facts($1::uuid[])', [citizensOf(questions)]);
      return (await decideOnce(questions, await read(manager), (events) => appendEvents(manager, events)))!;
    })
  );

  async function decideRemembered(): Promise<(Outcome | Error)[] | null> {
    const remembered = memory.recall(questions);
    const outcomes = remembered && (await decideOnce(questions, remembered, appendIfFactsStand));
    if (outcomes === null) memory.forget(questions);
    return outcomes;
  }

  async function read(reader: Runner): Promise<FactsAtHand> {
    const askers = questions.map(({ actor }) => actor);
    const snapshot: FactsSnapshot = await readFacts(reader, citizensOf(questions), askers);
    memory.keep(questions, snapshot);
    return { ...snapshot, isFromDatabase: true, of: (_, citizenId) => snapshot.known(citizenId) };
  }

  function appendIfFactsStand(events: LedgerEvent[], facts: FactsAtHand): Promise<LedgerReceipt | null> {
    const { versions, at, isFromDatabase } = facts;
    const parameters = [[...versions.keys()], [...versions.values()], isFromDatabase ? null : at];
    return appendEventsIf(statements, { name: 'if_facts_stand', parameters }, events);
  }
}

const citizensOf = (questions: readonly DecisionQuestion[]): string[] => [
  ...new Set(questions.flatMap(({ subjects }) => subjects.map(({ citizenId }) => citizenId))),
];

/** Null when `append` did not log it, because the facts are others by now. */
async function decideOnce(
  questions: readonly DecisionQuestion[],
  snapshot: FactsAtHand,
  append: (events: LedgerEvent[], snapshot: FactsAtHand) => Promise<LedgerReceipt | null>,
): Promise<(Outcome | Error)[] | null> {
  const { at } = snapshot;
  const decisions = questions.map((question) => {
    try {
      return question.subjects.map((subject) =>
        decideSubject(question, subject, snapshot.of(question.actor, subject.citizenId), at),
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
