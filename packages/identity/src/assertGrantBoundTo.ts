/** A grant is good for one actor, in one role and organisation, with one purpose, within one request: nothing else. */
import type { Purpose, Role } from '@sammen/consent';
import { identityError } from './errors.js';
import type { GrantClaims } from './grantClaims.js';

/** Whose request it is that a grant came with. */
export interface GrantBinding {
  readonly actorId: string;
  readonly organisationId: string | null;
  readonly role: Role;
  readonly purpose: Purpose;
  readonly requestId: string;
}

/** Throws GRANT_NOT_BOUND unless every part matches. */
export function assertGrantBoundTo(claims: GrantClaims, binding: GrantBinding): void {
  const isBound =
    claims.sub === binding.actorId &&
    claims.org === binding.organisationId &&
    claims.role === binding.role &&
    claims.purpose === binding.purpose &&
    claims.rid === binding.requestId;
  if (!isBound) throw identityError('GRANT_NOT_BOUND');
}
