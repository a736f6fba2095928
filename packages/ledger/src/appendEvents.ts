/** What cannot be logged does not happen: a failure here is the end of the request's transaction (INVARIANT I-2). */
import { ledgerError } from './errors.js';
import { UNKNOWN_CITIZEN, type LedgerEvent, type LoggedDecision } from './ledgerEvent.js';
import { rowsOf, type Runner } from './runner.js';

/** Where an event ended up. */
export interface LedgerEntry {
  readonly citizenId: string;
  /** Place in the citizen's chain, from 1, without gaps. */
  readonly seq: number;
  readonly id: string;
  /** Place in the whole ledger; says nothing about any one citizen. */
  readonly position: number;
}

/** What {@link appendEvents} wrote. */
export interface LedgerReceipt {
  /** In the order of the events. */
  readonly entries: readonly LedgerEntry[];
  /** Place in the whole ledger of the last of them (0 for none); says nothing about any one citizen. */
  readonly position: number;
}

interface Row {
  ord: number;
  citizen_id: string;
  seq: string;
  id: string;
  position: string;
}

/**
 * Appends events in one statement, whatever their number. Call it once per transaction, at isolation READ COMMITTED, as
 * late as possible: the chains stay locked until commit, and a second call in the same transaction would lock out of
 * order.
 * @throws LEDGER_EVENT_INVALID before anything is sent; LEDGER_UNAVAILABLE, with nothing but the SQLSTATE as its cause
 */
export async function appendEvents(runner: Runner, events: readonly LedgerEvent[]): Promise<LedgerReceipt> {
  return receiptOf(await append(runner, events, 'SELECT * FROM ledger.append($1::jsonb) ORDER BY ord', []), events);
}

/**
 * What has to hold when events are appended: a function of the database that is handed them as `jsonb`, before any
 * other parameters, and gives them back, or nothing. What it locks stays locked until the events are committed.
 */
export interface AppendCondition {
  /** Its name, e.g. `if_facts_stand`. */
  readonly name: string;
  readonly parameters: readonly unknown[];
}

/** Like {@link appendEvents}, in the same single statement, if a condition holds; null, with nothing written, if not. */
export async function appendEventsIf(
  runner: Runner,
  { name, parameters }: AppendCondition,
  events: readonly LedgerEvent[],
): Promise<LedgerReceipt | null> {
  const others = parameters.map((_, at) => `, $${at + 2}`).join('');
  // Lateral: the condition has been seen to hold before anything is appended.
  const sql = `SELECT a.* FROM ${name}($1::jsonb${others}) AS g (events), LATERAL ledger.append(g.events) AS a ORDER BY a.ord`;
  const rows = await append(runner, events, sql, parameters);
  return events.length > 0 && rows.length === 0 ? null : receiptOf(rows, events);
}

async function append(
  runner: Runner,
  events: readonly LedgerEvent[],
  sql: string,
  parameters: readonly unknown[],
): Promise<Row[]> {
  if (events.length === 0) return [];
  const json = JSON.stringify(events.map(toRow));
  try {
    return await rowsOf<Row>(runner, sql, [json, ...parameters]);
  } catch (error) {
    throw ledgerError('LEDGER_UNAVAILABLE', { cause: withoutData(error) });
  }
}

function receiptOf(rows: readonly Row[], events: readonly LedgerEvent[]): LedgerReceipt {
  if (rows.length !== events.length) throw ledgerError('LEDGER_UNAVAILABLE');
  return {
    entries: rows.map((row) => ({
      citizenId: row.citizen_id,
      seq: Number(row.seq),
      id: row.id,
      position: Number(row.position),
    })),
    position: rows.reduce((highest, row) => Math.max(highest, Number(row.position)), 0),
  };
}

const REQUEST_ID = /^[A-Za-z0-9._:-]{1,100}$/;
const OPERATION_NAME = /^[_A-Za-z][_0-9A-Za-z]{0,99}$/;

function toRow({ citizenId, requestId, ...payload }: LedgerEvent): object {
  if (!REQUEST_ID.test(requestId)) throw ledgerError('LEDGER_EVENT_INVALID', { field: 'requestId' });
  if (!payload.actorId) throw ledgerError('LEDGER_EVENT_INVALID', { field: 'actorId' });
  if (payload.decisions.length === 0) throw ledgerError('LEDGER_EVENT_INVALID', { field: 'decisions' });
  const operation = { ...payload.operation, name: harmlessName(payload.operation.name) };
  return {
    citizenId: citizenId ?? UNKNOWN_CITIZEN,
    requestId,
    emergency: payload.emergency !== null,
    body: { ...payload, operation, decisions: byBasis(payload.decisions) },
  };
}

/** What came out alike stands once, with its categories; views show it one by one again (schema/eachDecision.ts). */
function byBasis(decisions: readonly LoggedDecision[]): object[] {
  const groups: (Omit<LoggedDecision, 'category'> & { readonly categories: string[] })[] = [];
  for (const { category, access, effect, reason, basis } of decisions) {
    // Few reasons for many categories: looking through them is cheaper than making a key of each.
    const alike = groups.find(
      (group) => group.access === access && group.effect === effect && group.reason === reason && group.basis === basis,
    );
    if (alike === undefined) groups.push({ access, effect, reason, basis, categories: [category] });
    else alike.categories.push(category);
  }
  return groups;
}

/** The client chooses the operation's name, and could write a person into it (INVARIANT I-8); the hash remains. */
function harmlessName(name: string | null): string | null {
  return name !== null && OPERATION_NAME.test(name) && !/\d{6}/.test(name) ? name : null;
}

/** A database error quotes rows in its detail; only its code is passed on (INVARIANT I-8). */
function withoutData(error: unknown): Error {
  const { code } = error as { code?: unknown };
  return new Error(typeof code === 'string' ? `SQLSTATE ${code}` : 'The database connection failed.');
}
