/** Whether an asked question was answered rightly: its data, its entries in the access log, and what subgraphs heard of it. */
import { DATA_CATEGORIES, type DataCategory } from '@sammen/consent';
import { PURPOSES_OF } from './actors.js';
import type { Answer, CanarySystem, Received } from './canarySystem.js';
import type { Change } from './changeKind.js';
import { check, type Finding, leaksIn, type Verdict } from './check.js';
import { asksTooMuch } from './drawOperation.js';
import type { Permits, Question, World } from './expected.js';
import { permitsIn, type Snapshot } from './facts.js';
import { isRow } from './graph.js';
import type { Events } from './ledgerReader.js';
import type { Marks } from './marks.js';
import { type Operation, write } from './selection.js';
import type { Actor, Purpose } from '@sammen/consent';

/** A question with the answer that came. */
export interface Asked {
  readonly operation: Operation;
  readonly question: Question;
  readonly answer: Answer;
}

/** And what is to be said about it. */
export interface Judged extends Asked {
  readonly verdict: Verdict;
  readonly permits: Permits;
  readonly findings: Finding[];
  /** False where the answer could not be compared as a whole, because its own change moved what is permitted. */
  readonly settled: boolean;
}

/** The world with everything that sings in it. */
export type SingingWorld = World & { readonly marks: Marks };

/** Asks. */
export async function askQuestion(
  system: CanarySystem,
  actor: Actor,
  purpose: Purpose,
  operation: Operation,
): Promise<Asked> {
  const { document, variables } = write(operation);
  const answer = await system.ask(actor, purpose, document, variables);
  return { operation, question: { actor, purpose, document, variables }, answer };
}

const REFUSALS = /^(?!.*(INTERNAL|UNAVAILABLE|TIMEOUT|DOWNSTREAM|GUARD|GRAPHQL_))/;

/** Both what was permitted before a change and after it may be shown by its answer; what both permit has to be. */
export function judgeChange(
  asked: Asked,
  change: Change,
  world: SingingWorld,
  before: Snapshot,
  after: Snapshot,
): Judged {
  const { question, answer } = asked;
  const earlier = permitsIn(before, question.actor, question.purpose);
  const later = permitsIn(after, question.actor, question.purpose);
  const permits: Permits = (citizenId, category) => earlier(citizenId, category) || later(citizenId, category);
  const citizenId = change.input['citizenId'] as string;
  const settled = DATA_CATEGORIES.every((category) => earlier(citizenId, category) === later(citizenId, category));
  const id = answer.body.data?.[change.mutation]?.id;
  if (answer.body.errors === undefined && settled && isRow(change.returns) && id !== undefined) {
    const written = { __typename: change.returns, ref: `${change.returns}:${id}`, owner: citizenId };
    const verdict = check(question, answer, world, later, () => true, written);
    return { ...asked, permits, verdict, findings: [...verdict.findings], settled: true };
  }
  const sent = JSON.stringify(question.variables);
  const unexpected = (answer.body.errors ?? [])
    .map(({ extensions }) => String(extensions?.code))
    .filter((code) => !REFUSALS.test(code));
  const findings = [
    ...leaksIn(answer.text, sent, world.marks, permits),
    ...unexpected.map((detail) => ({ fault: 'ERROR' as const, detail: `${change.mutation}: ${detail}` })),
  ];
  const verdict: Verdict = {
    findings,
    delivered: new Map(),
    canaries: world.marks.find(answer.text).size,
    withheld: 0,
    refused: answer.body.errors !== undefined,
  };
  return { ...asked, permits, verdict, findings, settled: verdict.refused };
}

/** A question changes nothing: exactly what the snapshot permits has to be there. */
export function judgeQuery(asked: Asked, world: SingingWorld, snapshot: Snapshot): Judged {
  const { question, answer, operation } = asked;
  const permits = permitsIn(snapshot, question.actor, question.purpose);
  const fits = PURPOSES_OF.get(question.actor.role)!.includes(question.purpose);
  const tooMuch = asksTooMuch(operation, question.actor);
  const mayFail = (code: string): boolean =>
    (!fits && code === 'PURPOSE_UNKNOWN') || (tooMuch && code === 'NOT_ALLOWED');
  const verdict = check(question, answer, world, permits, mayFail);
  return { ...asked, permits, verdict, findings: [...verdict.findings], settled: true };
}

/** Each citizen of whom something was delivered has one event in this request that permits it, and no citizen has two. */
export function checkLedger(all: readonly Judged[], events: Events): void {
  for (const { answer, verdict, findings, operation } of all) {
    const own = events.get(answer.requestId) ?? new Map<string, readonly ReadonlySet<DataCategory>[]>();
    for (const seen of own.values()) {
      if (operation.kind === 'query' && seen.length > 1)
        findings.push({ fault: 'LEDGER', detail: `${seen.length} events of one citizen` });
    }
    for (const [citizenId, categories] of verdict.delivered) {
      for (const category of categories) {
        const permitting = (own.get(citizenId) ?? []).filter((event) => event.has(category));
        const enough = operation.kind === 'query' ? permitting.length === 1 : permitting.length >= 1;
        if (!enough)
          findings.push({ fault: 'LEDGER', detail: `${category} delivered with ${permitting.length} events` });
      }
    }
  }
}

/**
 * What subgraphs were sent is what they may be told: nothing that is withheld from the asker travels in between.
 * @returns how many requests of these questions were heard
 */
export function checkHeard(all: readonly Judged[], heard: readonly Received[], marks: Marks): number {
  let count = 0;
  const byRequest = new Map(all.map((asked) => [asked.answer.requestId, asked]));
  for (const { requestId, text, url } of heard) {
    const asked = byRequest.get(requestId ?? '');
    if (asked === undefined || url !== '/graphql') continue;
    count += 1;
    const sent = `${asked.question.document} ${JSON.stringify(asked.question.variables)}`;
    for (const { detail } of leaksIn(text, sent, marks, asked.permits))
      asked.findings.push({ fault: 'RECEIVED', detail });
  }
  return count;
}
