import { coordinationError } from '../errors.js';
import { CaseStatus } from '../model/coordinationCase.js';

/** A case only goes forward, one step at a time; it can be closed from anywhere, and nothing reopens it. */
const NEXT: Readonly<Record<CaseStatus, readonly CaseStatus[]>> = {
  CANDIDATE: [CaseStatus.SELECTED, CaseStatus.CLOSED],
  SELECTED: [CaseStatus.ACTIVE, CaseStatus.CLOSED],
  ACTIVE: [CaseStatus.CLOSED],
  CLOSED: [],
};

/** @throws CASE_TRANSITION_REFUSED when a case cannot go from one status to the other */
export function assertTransition(from: CaseStatus, to: CaseStatus): void {
  if (!NEXT[from].includes(to)) throw coordinationError('CASE_TRANSITION_REFUSED');
}
