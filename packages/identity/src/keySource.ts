/**
 * Public keys that are fetched once, kept for a while, renewed before they lapse without anybody waiting, and fetched
 * again when a key is unknown, at most once a second: a flood of made-up key ids costs one fetch a second. Keys older
 * than `maxAge` are never used (INVARIANT I-4), so a key that its owner no longer lists is refused after that time.
 */
import type { KeyObject } from 'node:crypto';

/** How keys are come by and how long they are trusted, in milliseconds. */
export interface KeySourceOptions {
  /** Fetches the JWK set; whatever it throws, `unavailable` is what the caller of `keyOf` gets. */
  readonly load: () => Promise<unknown>;
  /** Its keys by id; null for anything that is no such set. */
  readonly keysOf: (jwks: unknown) => ReadonlyMap<string, KeyObject> | null;
  readonly unavailable: (cause?: unknown) => Error;
  readonly clock: () => number;
  readonly maxAge: number;
  readonly cooldown?: number;
}

/** Looks up a key by id: null if the source does not have it. Rejects with `unavailable`. */
export type KeyOf = (keyId: string) => Promise<KeyObject | null>;

/** A source of public keys with a cache; concurrent callers share one fetch. */
export function createKeySource({
  load,
  keysOf,
  unavailable,
  clock,
  maxAge,
  cooldown = 1_000,
}: KeySourceOptions): KeyOf {
  let keys: ReadonlyMap<string, KeyObject> | null = null;
  let loadedAt = -Infinity;
  let triedAt = -Infinity;
  let loading: Promise<void> | null = null;

  async function reload(): Promise<void> {
    triedAt = clock();
    const startedAt = triedAt;
    let next: ReadonlyMap<string, KeyObject> | null;
    try {
      next = keysOf(await load());
    } catch (cause) {
      throw unavailable(cause);
    }
    if (!next) throw unavailable();
    keys = next;
    loadedAt = startedAt;
  }

  const youngerThan = (age: number) => keys !== null && clock() - loadedAt < age;
  const mayReload = () => !loading && clock() - triedAt >= cooldown;
  const startReload = () => (loading = reload().finally(() => (loading = null)));

  return async function keyOf(keyId) {
    if (youngerThan(maxAge) && keys?.has(keyId)) {
      // Nobody waits for it, and if it fails the next caller tries again.
      if (!youngerThan(maxAge / 2) && mayReload()) startReload().catch(() => undefined);
      return keys.get(keyId) ?? null;
    }
    if (mayReload()) void startReload();
    if (loading) await loading;
    if (!youngerThan(maxAge)) throw unavailable();
    return keys?.get(keyId) ?? null;
  };
}
