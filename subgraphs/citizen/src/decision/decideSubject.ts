import { type CitizenFacts, type DataCategory, type Facts, type Instant, decideEach, mayWrite } from '@sammen/consent';
import type { LedgerEvent, LoggedDecision } from '@sammen/ledger';
import type { DecisionQuestion, Subject } from '@sammen/subgraph-kit';
import type { KnownFacts } from './readFacts.js';

/** What came of one subject: what may be seen and written, and how that reads in the ledger. */
export interface SubjectDecision {
  readonly subject: Subject;
  readonly permitted: ReadonlySet<DataCategory>;
  readonly permittedWrites: ReadonlySet<DataCategory>;
  readonly event: LedgerEvent;
}

/** Decides everything that is asked about one citizen. Denials are logged like permits. */
export function decideSubject(
  question: DecisionQuestion,
  subject: Subject,
  { facts, decoy }: KnownFacts,
  at: Instant,
): SubjectDecision {
  const { actor, purpose } = question;
  const { citizenId } = subject;
  const logged: LoggedDecision[] = [];
  const permitted = new Set<DataCategory>();
  const permittedWrites = new Set<DataCategory>();
  const asked = { actor, purpose, citizenId, at };
  // INVARIANT I-3: whom nobody knows is thought about as long as anybody else, and to no end.
  if (decoy !== null) decideEach(asked, subject.categories, decoy);
  const decisions = decideEach(asked, subject.categories, facts);
  for (const [place, category] of [...subject.categories].entries()) {
    const decision = decisions[place]!;
    logged.push({ category, access: 'READ', ...decision });
    if (decision.effect === 'PERMIT') permitted.add(category);
  }
  for (const category of subject.writes) {
    const decision = mayWrite(actor, purpose, category, facts, at);
    logged.push({ category, access: 'WRITE', ...decision });
    if (decision.effect === 'PERMIT') permittedWrites.add(category);
  }
  return { subject, permitted, permittedWrites, event: ledgerEvent(question, facts, at, logged) };
}

function ledgerEvent(question: DecisionQuestion, facts: Facts, at: Instant, decisions: LoggedDecision[]): LedgerEvent {
  const { actor, purpose, operation } = question;
  const known = typeof facts === 'string' ? null : facts;
  const bases = new Set(decisions.map(({ basis }) => basis).filter((basis) => basis !== null));
  return {
    citizenId: known?.citizenId ?? null,
    requestId: operation.requestId,
    actorId: actor.id,
    role: actor.role,
    organisationId: actor.organisationId,
    unitId: actor.unitId,
    onBehalfOf: [...bases].some((basis) => basis.startsWith('REPRESENTATIVE:')) ? (known?.citizenId ?? null) : null,
    relationEvidence: [...bases]
      .filter((basis) => /^(OWN|REPRESENTATIVE):/.test(basis))
      .map((basis) => basis.slice(basis.indexOf(':') + 1)),
    purpose,
    operation: { name: operation.name, hash: operation.hash },
    decisions,
    emergency: emergencyOf(known, bases),
    asOf: at,
    policyVersion: known?.policyVersion ?? 'none',
  };
}

function emergencyOf(facts: CitizenFacts | null, bases: ReadonlySet<string>): LedgerEvent['emergency'] {
  const used = facts?.emergencyAccesses.find(({ id }) => bases.has(`EMERGENCY:${id}`));
  return used === undefined ? null : { kind: used.kind, reason: used.reason };
}
