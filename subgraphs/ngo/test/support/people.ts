import { randomUUID } from 'node:crypto';
import type { Actor } from '@sammen/consent';
import { citizenIdOf } from '@sammen/population';
import type { TestSystem } from '../../../../test/support/system.js';

/** People to act as on the NGO subgraph, called directly, without the gateway. */

export const NGO = 'ngo-peer-vestkysten';
export const OTHER_NGO = 'ngo-brugerhuset-fyn';

/** Somebody who works for an NGO. */
export function actorOf(role: 'MENTOR' | 'VOLUNTEER' | 'NGO_COORDINATOR', organisationId = NGO): Actor {
  const id = `${role.toLowerCase()}-${randomUUID()}`;
  return { id, role, organisationId, organisationKind: 'NGO', unitId: null, citizenId: null };
}

/** The citizen of a number, as themselves. */
export function citizenActor(citizenId: string): Actor {
  const none = { organisationId: null, organisationKind: 'NONE', unitId: null } as const;
  return { id: `self-${citizenId}`, role: 'CITIZEN', ...none, citizenId };
}

/** Citizens nobody else's tests write about, 0 to 23; their NGO records are few. */
export const citizenNumber = (number: number) => citizenIdOf(1, 196 + number);

/** What came back: data, the codes of what was refused, what was withheld. */
export interface Answer {
  readonly data: any;
  readonly codes: readonly string[];
  readonly fields: readonly (string | undefined)[];
  readonly withheld: readonly { path: (string | number)[]; category: string; state: string }[];
}

/** Asks the NGO subgraph itself as an actor. */
export async function ask(
  system: TestSystem,
  actor: Actor,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Answer> {
  const purpose = actor.role === 'CITIZEN' ? 'SELF_ACCESS' : 'PEER_SUPPORT';
  const authorization = `Bearer ${await system.issuer().issue(actor)}`;
  const url = system.urls['ngo'] as string;
  const { body } = await system.graphql(url, { query, variables, purpose, headers: { authorization } });
  return {
    data: body.data,
    codes: (body.errors ?? []).map((error) => error.extensions?.code),
    fields: (body.errors ?? []).map((error) => error.extensions?.field),
    withheld: body.extensions?.['consent']?.withheld ?? [],
  };
}
