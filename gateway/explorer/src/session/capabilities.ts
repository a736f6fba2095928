/** What the gateway lets the one who is signed in do. */
import { SessionEnded } from './session.js';

/** A role's code. */
export type Role = string;

/** As `GET /capabilities.json` answers. */
export interface Capabilities {
  readonly role: Role;
  /** The default one first; none for roles that see no citizen. */
  readonly purposes: readonly string[];
  readonly explain: boolean;
  readonly introspection: boolean;
  readonly freeText: boolean;
}

/** Fetches JSON of the gateway with the session's token. Rejects with SessionEnded for 401, and with an Error otherwise. */
export async function fetchWithToken<T>(url: string, accessToken: () => Promise<string>): Promise<T> {
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${await accessToken()}` },
    credentials: 'omit',
  });
  if (response.status === 401) throw new SessionEnded();
  if (!response.ok) throw new Error(String(response.status));
  return (await response.json()) as T;
}
