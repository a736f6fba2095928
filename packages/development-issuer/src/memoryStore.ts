/** Sessions, codes and refresh tokens, in this process and nowhere else: when it ends, everybody signs in again. */
import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Entry {
  readonly model: string;
  readonly payload: AdapterPayload;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** What the provider keeps. */
export interface MemoryStore {
  /** One kind of things, as oidc-provider asks for it. */
  adapter(model: string): Adapter;
  /** Everything of one person, in every browser: sessions, codes, refresh tokens. Tells how many refresh tokens it were. */
  forget(accountId: string): number;
}

/** Enough for a laptop; the oldest go first. */
const MOST = 20_000;

/** Makes an empty store. */
export function createMemoryStore(clock: () => number = Date.now): MemoryStore {
  const entries = new Map<string, Entry>();

  function find(key: string): AdapterPayload | undefined {
    const entry = entries.get(key);
    if (entry !== undefined && entry.until > clock()) return entry.payload;
    entries.delete(key);
    return undefined;
  }

  function removeWhere(fits: (entry: Entry) => boolean): Entry[] {
    const gone = [...entries].filter(([, entry]) => fits(entry));
    for (const [key] of gone) entries.delete(key);
    return gone.map(([, entry]) => entry);
  }

  function makeRoom(): void {
    if (entries.size < MOST) return;
    removeWhere(({ until }) => until <= clock());
    while (entries.size >= MOST) entries.delete(entries.keys().next().value!);
  }

  return {
    adapter: (model) => ({
      async upsert(id, payload, expiresIn) {
        const key = `${model}:${id}`;
        makeRoom();
        // What has no end of its own lasts as long as the process.
        entries.set(key, { model, payload, until: expiresIn ? clock() + expiresIn * 1000 : Infinity });
      },
      find: async (id) => find(`${model}:${id}`),
      findByUid: async (uid) =>
        [...entries.values()].find(({ model: of, payload }) => of === model && payload.uid === uid)?.payload,
      // Only the device flow asks by user code, and that is off.
      findByUserCode: async () => undefined,
      async consume(id) {
        const payload = find(`${model}:${id}`);
        if (payload !== undefined) payload.consumed = Math.floor(clock() / 1000);
      },
      async destroy(id) {
        entries.delete(`${model}:${id}`);
      },
      async revokeByGrantId(grantId) {
        removeWhere(({ model: of, payload }) => of === model && payload.grantId === grantId);
      },
    }),
    forget(accountId) {
      const gone = removeWhere(({ payload }) => payload.accountId === accountId);
      return gone.filter(({ model }) => model === 'RefreshToken').length;
    },
  };
}
