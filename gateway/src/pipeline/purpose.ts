/** A professional says what the data is for; a citizen asks for their own, a guardian for the one they represent. */
import { purposesOf, type Purpose } from '@sammen/consent';
import type { VerifiedToken } from '@sammen/identity';
import type { GraphQLError } from 'graphql';
import { gatewayError, toGraphQLError } from '../errors.js';
import { isIntrospection } from './isIntrospection.js';
import type { Stage } from './stage.js';

/** Reads the header `x-sammen-purpose`. Refuses with PURPOSE_UNKNOWN or PURPOSE_REQUIRED, and lists what would do. */
export function purpose(): Stage {
  return {
    name: 'purpose',
    onArrival(headers, state) {
      const allowed = allowedPurposes(state.caller!);
      const asked = headers['x-sammen-purpose'];
      if (asked === undefined || asked === '') {
        state.purpose = impliedPurpose(state.caller!, allowed);
        return;
      }
      const known = allowed.find((one) => one === asked);
      if (!known) throw refusal('PURPOSE_UNKNOWN', allowed);
      state.purpose = known;
    },
    onOperation({ operation, document }, state) {
      if (state.purpose || isIntrospection(operation, document)) return;
      const allowed = allowedPurposes(state.caller!);
      // A role that sees no citizen (analysts) has no purpose to name; the subgraphs hold back all that is guarded.
      if (allowed.length > 0) throw refusal('PURPOSE_REQUIRED', allowed);
    },
  };
}

/** The role's purposes, narrowed by the token's when it names some. */
export function allowedPurposes({ actor, purposes }: VerifiedToken): readonly Purpose[] {
  return purposesOf(actor.role).filter((one) => purposes?.includes(one) ?? true);
}

function impliedPurpose({ actor }: VerifiedToken, allowed: readonly Purpose[]): Purpose | null {
  return actor.role === 'CITIZEN' || actor.role === 'GUARDIAN' ? (allowed[0] ?? null) : null;
}

function refusal(code: 'PURPOSE_REQUIRED' | 'PURPOSE_UNKNOWN', purposes: readonly Purpose[]): GraphQLError {
  return toGraphQLError(gatewayError(code), { purposes });
}
