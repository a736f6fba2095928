import type { Actor } from '@sammen/consent';

/** What makes a repeated call of a creating mutation harmless: same actor, same mutation, same key, same input. */
export function once(actor: Actor, mutation: string, input: { readonly idempotencyKey?: string | null }) {
  return { actorId: actor.id, mutation, key: input.idempotencyKey, input };
}
