import type { Actor } from './actor.js';
import type { Instant, Recipient } from './facts.js';
import { isWithin } from './interval.js';
import { isRecipient, worksIn } from './matching.js';

/**
 * What a rule asks of one row of facts, as data: `decide` tests rows with it, and a database can be asked the same. So
 * there is one policy for an item and for a list, not two that have to be kept alike.
 */
export type Condition<Field extends string = string> =
  /** Null is nobody's: it matches no row. */
  | { readonly test: 'IS'; readonly field: Field; readonly value: string | null }
  | { readonly test: 'IS_ONE_OF'; readonly field: Field; readonly values: readonly string[] }
  | { readonly test: 'IS_UNSET_OR'; readonly field: Field; readonly value: string }
  /** The field is a list. */
  | { readonly test: 'HAS'; readonly field: Field; readonly value: string }
  /** The field is a list; an empty one stands for everything. */
  | { readonly test: 'IS_EMPTY_OR_HAS'; readonly field: Field; readonly value: string }
  /** The moment of the decision lies in [from, to); null is an open end. */
  | { readonly test: 'HOLDS'; readonly from: Field; readonly to: Field }
  | { readonly test: 'LASTS_AT_MOST'; readonly from: Field; readonly to: Field; readonly ms: number }
  | { readonly test: 'IS_NOT_BLANK'; readonly field: Field }
  /** The field is a unit, unset for a whole organisation; see {@link worksIn}. */
  | { readonly test: 'IS_UNSET_OR_WORKS_IN'; readonly field: Field; readonly unitId: string | null }
  /** The field is a list of recipients; one of them must mean the actor, see {@link isRecipient}. */
  | { readonly test: 'MEANS'; readonly field: Field; readonly actor: Actor };

/** Conditions that all have to be met by the same row. */
export type Where<Row = Record<string, unknown>> = readonly Condition<keyof Row & string>[];

/** Those of the rows that meet every condition at the moment. */
export function rowsWhere<Row extends object>(rows: readonly Row[], where: Where<Row>, at: Instant): readonly Row[] {
  return rows.filter((row) => where.every((condition) => meets(row, condition, at)));
}

function meets(row: object, condition: Condition, at: Instant): boolean {
  /** What a field holds was checked when the facts were read, so it is taken for what the test needs. */
  const cell = <T>(field: string): T => (row as Record<string, T>)[field] as T;
  switch (condition.test) {
    case 'IS':
      return cell(condition.field) === condition.value;
    case 'IS_ONE_OF':
      return condition.values.includes(cell(condition.field));
    case 'IS_UNSET_OR':
      return [null, condition.value].includes(cell(condition.field));
    case 'HAS':
      return cell<readonly string[]>(condition.field).includes(condition.value);
    case 'IS_EMPTY_OR_HAS': {
      const list = cell<readonly string[]>(condition.field);
      return list.length === 0 || list.includes(condition.value);
    }
    case 'HOLDS':
      return isWithin(at, cell(condition.from), cell(condition.to));
    case 'LASTS_AT_MOST':
      return cell<Instant>(condition.to) - cell<Instant>(condition.from) <= condition.ms;
    case 'IS_NOT_BLANK':
      return cell<string>(condition.field).trim() !== '';
    case 'IS_UNSET_OR_WORKS_IN': {
      const unitId = cell<string | null>(condition.field);
      return unitId === null || worksIn(condition.unitId, unitId);
    }
    case 'MEANS':
      return cell<readonly Recipient[]>(condition.field).some((one) => isRecipient(one, condition.actor));
  }
}
