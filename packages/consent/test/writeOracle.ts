import { type AccessRequest, type CitizenFacts, type Decision, type Facts } from '@sammen/consent';
import { type Row, isBetween, leastRow, ownRows, selfRows } from './oracle.js';
import { isOpen } from './support/books.js';

/** Who may write what, a second time and relationally, as {@link oracle} is for reading; expects well-formed input. */
export function writeOracle(request: AccessRequest, facts: Facts): Decision {
  if (facts === 'UNKNOWN') return { effect: 'DENY', reason: 'INVALID', basis: null };
  if (facts === 'UNAVAILABLE') return { effect: 'DENY', reason: 'UNAVAILABLE', basis: null };
  return leastRow([
    ...entitlementRows(request),
    ...selfRows(request, facts),
    ...ownRows(request, facts).map((row) => ({ ...row, rank: 3 })),
    ...beginningRows(request, facts),
    ...chargeRows(request, facts),
    { rank: 9, reason: 'NO_BASIS', basis: null },
  ]);
}

function entitlementRows({ actor, purpose, category }: AccessRequest): Row[] {
  const both = [isOpen('writes', actor.role, category), isOpen('caps', actor.role, purpose, category)];
  return both.filter((open) => !open).map(() => ({ rank: 1, reason: 'OUT_OF_SCOPE', basis: null }));
}

/** A write that begins a relation: regions and NGOs with anybody, municipalities with their residents. */
function beginningRows(request: AccessRequest, facts: CitizenFacts): Row[] {
  const { actor, category } = request;
  const begins =
    isOpen('control', actor.organisationKind, category) && isOpen('relationMaking', actor.role, category) ? [''] : [];
  const residences = facts.relations.filter((row) => row.kind.startsWith('RESIDENT') && isBetween(row, request));
  const names = new Map([
    ['MUNICIPALITY', residences.map((row) => row.id)],
    ['REGION', ['NEW_RELATION']],
    ['NGO', ['NEW_RELATION']],
  ]);
  return begins
    .flatMap(() => names.get(actor.organisationKind) ?? [])
    .map((name) => ({ rank: 4, reason: 'OWN', basis: `OWN:${name}` }));
}

/** A relation that charges this very person with it, or, for a treating unit, everybody of the unit. */
function chargeRows(request: AccessRequest, facts: CitizenFacts): Row[] {
  const { actor, category } = request;
  return facts.relations
    .filter((row) => isOpen('entrusted', actor.role, row.kind, category))
    .filter((row) => `${row.actorId}` === actor.id || (row.actorId === null && row.kind === 'TREATING_UNIT'))
    .filter((row) => isBetween(row, request))
    .map((row) => ({ rank: 5, reason: 'OWN', basis: `OWN:${row.id}` }));
}
