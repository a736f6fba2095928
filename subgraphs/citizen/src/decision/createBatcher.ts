/**
 * Questions that arrive while others are being answered wait together and are answered together: nobody waits when
 * there is room, and under load one commit serves many. What is wrong with one question is never told to another.
 */
import { AsyncResource } from 'node:async_hooks';

/** How questions are answered together. */
export interface BatcherOptions<Question, Answer> {
  /** Answers all or throws; the answers in the order of the questions. An answer may be an Error of that question's own. */
  readonly answer: (questions: readonly Question[]) => Promise<readonly (Answer | Error)[]>;
  /** Whether a failure of several may be due to one of them; they are then asked again one by one. */
  readonly mayBeOnes: (error: unknown) => boolean;
  /** What whoever has waited too long is told. */
  readonly tooLate: () => Error;
  readonly deadlineMs: number;
  /** Batches that are answered at the same time. */
  readonly inFlight: number;
  /** How much a question weighs, and how much one batch takes; a heavier question goes alone. */
  readonly weightOf: (question: Question) => number;
  readonly most: number;
}

interface Waiting<Question, Answer> {
  readonly question: Question;
  readonly settle: (outcome: Answer | Error) => void;
  /** The context of whoever asked: what is done in it is put to their account. */
  readonly context: AsyncResource;
  over: boolean;
}

/** Asks one question; rejects when the deadline has passed, whatever happens to the batch. */
export type Batcher<Question, Answer> = (question: Question) => Promise<Answer>;

/** A batcher with nothing waiting. */
export function createBatcher<Question, Answer>(options: BatcherOptions<Question, Answer>): Batcher<Question, Answer> {
  const { answer, mayBeOnes, tooLate, deadlineMs, inFlight, weightOf, most } = options;
  const queue: Waiting<Question, Answer>[] = [];
  let running = 0;

  const next = (): Waiting<Question, Answer>[] => {
    const batch: Waiting<Question, Answer>[] = [];
    let weight = 0;
    while (queue.length > 0) {
      const first = queue[0]!;
      weight += weightOf(first.question);
      if (batch.length > 0 && weight > most) break;
      queue.shift();
      // Whoever has given up is neither decided nor logged.
      if (!first.over) batch.push(first);
    }
    return batch;
  };

  const run = async (batch: readonly Waiting<Question, Answer>[]): Promise<void> => {
    try {
      const answers = await answer(batch.map(({ question }) => question));
      batch.forEach(({ settle }, index) => settle(answers[index]!));
    } catch (error) {
      if (batch.length > 1 && mayBeOnes(error)) await Promise.all(batch.map((each) => run([each])));
      else for (const { settle } of batch) settle(error instanceof Error ? error : new Error('No answer.'));
    }
  };

  const pump = (): void => {
    while (running < inFlight && queue.length > 0) {
      const batch = next();
      if (batch.length === 0) continue;
      running += 1;
      // A batch that hangs gives its place back when all in it have given up: no decision is waited for for ever.
      let free = (): void => {
        free = () => {};
        clearTimeout(patience);
        running -= 1;
        pump();
      };
      const patience = setTimeout(() => free(), deadlineMs + 500).unref();
      void batch[0]!.context.runInAsyncScope(run, null, batch).finally(() => free());
    }
  };

  return (question) =>
    new Promise<Answer>((resolve, reject) => {
      const waiting: Waiting<Question, Answer> = {
        question,
        over: false,
        // Not bound to a function: each of those has a hidden class, which keeps all of the question until a full collection.
        context: new AsyncResource('sammen.question'),
        settle(outcome) {
          if (waiting.over) return;
          waiting.over = true;
          clearTimeout(timer);
          if (outcome instanceof Error) reject(outcome);
          else resolve(outcome);
        },
      };
      const timer = setTimeout(() => waiting.settle(tooLate()), deadlineMs).unref();
      queue.push(waiting);
      pump();
    });
}
