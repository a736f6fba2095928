/** What the graph looks like is told to the roles that build on it; everybody may ask what a thing is (`__typename`). */
import type { Role } from '@sammen/consent';
import { gatewayError } from '../errors.js';
import { asksForSchema } from './isIntrospection.js';
import type { Stage } from './stage.js';

/** Refuses `__schema` and `__type` with INTROSPECTION_OFF to every role but `roles`. */
export function introspection(roles: readonly Role[]): Stage {
  return {
    name: 'introspection',
    onOperation({ operation, document }, { caller }) {
      if (roles.includes(caller!.actor.role)) return;
      if (asksForSchema(operation, document)) throw gatewayError('INTROSPECTION_OFF');
    },
  };
}
