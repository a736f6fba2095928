import {
  ROLES,
  SECTORS,
  SECTOR_OF_CATEGORY,
  type AccessRequest,
  type Block,
  type CitizenFacts,
  type Consent,
  type Decision,
  type Facts,
  type Recipient,
  type Relation,
} from '@sammen/consent';
import { isOpen } from './support/books.js';

/**
 * The policy a second time, as relational algebra: every fact is a row, every rule a selection or join that yields rows
 * of (rank, reason, basis), and the answer is the row of least rank. Shares the vocabulary with the code under test and
 * nothing else; expects well-formed input.
 */

export interface Row {
  readonly rank: number;
  readonly reason: Decision['reason'];
  /** Null where the row denies. */
  readonly basis: string | null;
}

const DAY = 86_400_000;
const EVER = Number.POSITIVE_INFINITY;

export function oracle(request: AccessRequest, facts: Facts): Decision {
  if (facts === 'UNKNOWN') return { effect: 'DENY', reason: 'INVALID', basis: null };
  if (facts === 'UNAVAILABLE') return { effect: 'DENY', reason: 'UNAVAILABLE', basis: null };
  const rows: Row[] = [
    ...capRows(request),
    ...selfRows(request, facts),
    ...lawRows(request, facts),
    ...emergencyRows(request, facts),
    ...blockRows(request, facts),
    ...ownRows(request, facts),
    ...consentRows(request, facts),
    { rank: 8, reason: 'NO_BASIS', basis: null },
  ];
  return leastRow(rows);
}

/** The answer that a row of least rank gives, the least basis first. */
export function leastRow(rows: readonly Row[]): Decision {
  const rank = Math.min(...rows.map((row) => row.rank));
  const [first] = rows
    .filter((row) => row.rank === rank)
    .toSorted((a, b) => ((a.basis ?? '') < (b.basis ?? '') ? -1 : 1));
  return first!.basis === null
    ? { effect: 'DENY', reason: first!.reason, basis: null }
    : { effect: 'PERMIT', reason: first!.reason, basis: first!.basis };
}

function capRows({ actor, purpose, category }: AccessRequest): Row[] {
  return isOpen('caps', actor.role, purpose, category) ? [] : [{ rank: 1, reason: 'OUT_OF_SCOPE', basis: null }];
}

export function selfRows({ actor, citizenId, category, at }: AccessRequest, facts: CitizenFacts): Row[] {
  const self: Row[] = [
    { rank: 2, reason: 'SELF' as const, basis: 'SELF', of: actor.citizenId === citizenId },
    { rank: 2, reason: 'NO_BASIS' as const, basis: null, of: actor.citizenId !== citizenId },
  ].filter((row) => row.of && actor.role === 'CITIZEN');
  const mandates: Row[] = facts.representatives
    .flatMap((row) => row.categories.map((covered) => ({ ...row, covered })))
    .filter((row) => `GUARDIAN ${row.actorId} ${row.covered}` === `${actor.role} ${actor.id} ${category}`)
    .filter((row) => contains([row.validFrom, row.validTo], at))
    .map((row) => ({ rank: 2, reason: 'REPRESENTATIVE', basis: `REPRESENTATIVE:${row.id}` }));
  return [...self, ...mandates];
}

/** (law, receiving role, purpose, kind of relation, kind of plan), whole; `*` for any. */
const RECEIPTS: readonly (readonly [string, string, string, string, string])[] = [
  ...['RESIDENT_MUNICIPALITY', 'CASEWORKER', 'KEY_MANAGER'].flatMap((kind) =>
    ['SOCIAL_WORKER', 'KEY_MANAGER', 'HOUSING_OFFICER'].flatMap((role) =>
      ['SOCIAL_CASEWORK', 'CARE_COORDINATION', 'HOUSING_CASEWORK'].map(
        (purpose) => ['HOSPITAL_NOTIFICATION', role, purpose, kind, '*'] as const,
      ),
    ),
  ),
  ...['DISCHARGE_AGREEMENT', 'COORDINATION_PLAN'].flatMap((plan) =>
    ['PSYCHIATRIST', 'WARD_NURSE', 'SOCIAL_WORKER', 'KEY_MANAGER'].map(
      (role) => ['PSYK_13C', role, 'PSYK_13C', 'PLAN_PARTY', plan] as const,
    ),
  ),
  ['GDPR_39', 'DATA_PROTECTION_OFFICER', 'OVERSIGHT', '*', '*'],
];
const IN_FORCE: Record<string, number> = {
  HOSPITAL_NOTIFICATION: Date.parse('2007-01-01T00:00:00Z'),
  PSYK_13C: Date.parse('2007-01-01T00:00:00Z'),
  GDPR_39: Date.parse('2018-05-25T00:00:00Z'),
};

function lawRows(request: AccessRequest, facts: CitizenFacts): Row[] {
  const { actor, purpose, category, at } = request;
  const receipts = RECEIPTS.filter(([, role, why]) => role === actor.role && why === purpose)
    .filter(([law]) => isOpen('laws', law, category) && at >= IN_FORCE[law]!)
    .filter(
      ([law]) =>
        law !== 'HOSPITAL_NOTIFICATION' || !facts.blocks.some((no) => no.declines === law && choiceHits(no, request)),
    );
  return receipts
    .flatMap(([law, , , kind, plan]) => facts.relations.map((relation) => ({ law, kind, plan, relation })))
    .filter(({ kind, relation }) => kind === '*' || kind === relation.kind)
    .filter(({ plan, relation }) => plan === '*' || plan === relation.planKind)
    .filter(({ law, relation }) =>
      isBetween(law === 'GDPR_39' ? { ...relation, unitId: null, actorId: null } : relation, request),
    )
    .map(({ law }) => ({ rank: 3, reason: 'LAW', basis: `LAW:${law}` }));
}

function emergencyRows({ actor, purpose, category, at }: AccessRequest, facts: CitizenFacts): Row[] {
  const opener = new Set(['PSYCHIATRIST TREATMENT', 'WARD_NURSE TREATMENT']).has(`${actor.role} ${purpose}`);
  return facts.emergencyAccesses
    .filter(
      (row) => opener && row.actorId === actor.id && /\S/.test(row.reason) && new Set(row.categories).has(category),
    )
    .filter((row) => contains([row.openedAt, row.expiresAt], at) && row.openedAt >= row.expiresAt - DAY / 24)
    .map((row) => ({ rank: 4, reason: 'EMERGENCY', basis: `EMERGENCY:${row.id}` }));
}

function blockRows(request: AccessRequest, facts: CitizenFacts): Row[] {
  const lifted = facts.consents
    .filter((consent) => choiceHits(consent, request))
    .flatMap((consent) => consent.lifts.map((id) => ({ id, knownAt: consent.recordedAt })));
  const standing = facts.blocks
    .filter((block) => choiceHits(block, request))
    .filter(
      (block) => lifted.filter(({ id, knownAt }) => id === block.id && !(knownAt < block.recordedAt)).length === 0,
    );
  return standing.map(() => ({ rank: 5, reason: 'BLOCKED', basis: null }));
}

/** Which relations count for the roles of NGOs: (role, kind, whether it must name the actor). Others: all, by isBetween. */
const MATCHES: readonly (readonly [string, string, boolean])[] = [
  ['MENTOR', 'MENTOR_MATCH', true],
  ['VOLUNTEER', 'VOLUNTEER_MATCH', true],
  ['NGO_COORDINATOR', 'MENTOR_MATCH', false],
  ['NGO_COORDINATOR', 'VOLUNTEER_MATCH', false],
  ['NGO_COORDINATOR', 'COURSE_ENROLMENT', false],
];
const FREE_ROLES: readonly string[] = ROLES.filter((role) => !MATCHES.some(([matched]) => matched === role));

export function ownRows(request: AccessRequest, facts: CitizenFacts): Row[] {
  const { actor, category, at } = request;
  const controlled = facts.relations
    .filter(
      (relation) => isOpen('control', actor.organisationKind, category) && isOpen('evidence', relation.kind, category),
    )
    .filter(
      (relation) =>
        relation.organisationId === actor.organisationId && contains([relation.validFrom, relation.validTo], at),
    );
  const free = controlled.filter((relation) => FREE_ROLES.includes(actor.role) && isBetween(relation, request));
  const matched = MATCHES.filter(([role]) => role === actor.role).flatMap(([, kind, named]) =>
    controlled.filter(
      (relation) => relation.kind === kind && (!named || (relation.actorId !== null && isBetween(relation, request))),
    ),
  );
  return [...free, ...matched].map((relation) => ({ rank: 6, reason: 'OWN', basis: `OWN:${relation.id}` }));
}

function consentRows(request: AccessRequest, facts: CitizenFacts): Row[] {
  return facts.consents
    .filter((consent) => choiceHits(consent, request))
    .map((consent) => ({ rank: 7, reason: 'CONSENT', basis: `CONSENT:${consent.id}@${consent.version}` }));
}

/** The choice as its full product of recipient × category × purpose × sector: does it hold this request's tuple now? */
function choiceHits(choice: Consent | Block, { actor, category, purpose, at }: AccessRequest): boolean {
  const starts = Math.max(choice.validFrom, choice.recordedAt);
  const ends = Math.min(choice.validTo ?? EVER, choice.withdrawnAt ?? EVER);
  if (at < starts || !(at < ends)) return false;
  const names = namesOf(actor);
  const who = choice.recipients
    .map(namesIn)
    .filter((asked) => asked.length > 0 && asked.every((name) => names.has(name)));
  const from = [...choice.sources, ...(choice.sources.length > 0 ? [] : SECTORS)];
  const what = choice.categories.filter((covered) => from.includes(SECTOR_OF_CATEGORY[covered]));
  return (
    who.length *
      what.filter((covered) => covered === category).length *
      choice.purposes.filter((why) => why === purpose).length >
    0
  );
}

const ASKED = new WeakMap<Recipient, readonly string[]>();
const NAMES = new WeakMap<AccessRequest['actor'], ReadonlySet<string>>();

/** What a recipient asks for, as names. */
function namesIn(recipient: Recipient): readonly string[] {
  const entries = ASKED.has(recipient) ? [] : Object.entries(recipient);
  const asked =
    ASKED.get(recipient) ?? entries.flatMap(([axis, name]) => (name === undefined ? [] : [`${axis}=${name}`]));
  ASKED.set(recipient, asked);
  return asked;
}

/** Every name that fits the actor; their unit also by each unit above it. */
function namesOf(actor: AccessRequest['actor']): ReadonlySet<string> {
  const parts = actor.unitId?.split('/') ?? [];
  const units = parts.map((_, n) => `unitId=${parts.slice(0, n + 1).join('/')}`);
  const names =
    NAMES.get(actor) ??
    new Set([`organisationId=${actor.organisationId}`, `role=${actor.role}`, `actorId=${actor.id}`, ...units]);
  NAMES.set(actor, names);
  return names;
}

/** A relation is between the citizen and the actor when every name in it fits the actor, now; a unit in either direction. */
export function isBetween(relation: Relation, { actor, at }: AccessRequest): boolean {
  const names = namesOf(actor);
  const isAbove = `${relation.unitId ?? actor.unitId}/`.startsWith(`${actor.unitId}/`);
  return (
    contains([relation.validFrom, relation.validTo], at) &&
    names.has(`organisationId=${relation.organisationId}`) &&
    (isAbove || names.has(`unitId=${relation.unitId}`)) &&
    [actor.id, relation.actorId ?? actor.id].every((id) => names.has(`actorId=${id}`))
  );
}

function contains([from, to]: readonly [number, number | null], at: number): boolean {
  return !(at < from) && at < (to ?? EVER);
}
