/**
 * What the request's grants deny is not fetched: a fetch goes without the citizens of whom nothing it asks for is
 * permitted, and is not sent when nobody is left. What is permitted is decided once more by the subgraph, and looked at
 * once more on the way back: this only saves the way (INVARIANT I-1).
 */
import { viewOfDenial, type Purpose, type Role } from '@sammen/consent';
import type { PermitsByCitizen } from '../recheck/recheckData.js';
import { citizenOf } from './citizens.js';
import type { Fault } from './faults.js';
import type { GuardedField } from './guardedFetch.js';
import type { Representation } from './plan/steps.js';

/** What is known before a fetch about citizens is sent. */
export interface Ahead {
  readonly fields: readonly GuardedField[];
  /** Decisions of this request, verified; who is not in it has not been decided. */
  readonly permits: PermitsByCitizen;
  readonly asker: { readonly role: Role; readonly purpose: Purpose };
}

/** A fetch without those who are denied everything. */
export interface Narrowed {
  /** Indices of the representations that are left, ascending. */
  readonly left: readonly number[];
  /** What is withheld of the others, at the paths that the whole fetch would have had. */
  readonly withheld: readonly Fault[];
}

/** Leaves out whoever was decided and is denied every field. */
export function withholdAhead(representations: readonly Representation[], { fields, permits, asker }: Ahead): Narrowed {
  const left: number[] = [];
  const withheld: Fault[] = [];
  representations.forEach((representation, index) => {
    const permitted = permits.get(citizenOf(representation) ?? '');
    if (!permitted || fields.some(({ guards }) => guards.every((guard) => permitted.has(guard)))) {
      left.push(index);
      return;
    }
    fields.forEach(({ name, coordinate, guards }) => {
      const category = guards.find((guard) => !permitted.has(guard))!;
      const view = viewOfDenial({ ...asker, category });
      withheld.push({
        path: ['_entities', index, name],
        fault: { kind: 'WITHHELD', withheld: { coordinate, ...view }, by: 'beforeFetching' },
      });
    });
  });
  return { left, withheld };
}
