/** Who is signed in, as the issuer says it in the ID token: for showing only, since the graph decides by the access token. */

/** Somebody who is signed in. */
export interface Session {
  /** The actor's id. */
  readonly actorId: string;
  /** What they are called; null when the issuer does not say. */
  readonly name: string | null;
  /** Role, organisation and purposes as the claim `sammen` has them; null when the ID token does not say. */
  readonly role: string | null;
  readonly organisationId: string | null;
  /** The purposes that the issuer limits them to; null leaves it to the role. */
  readonly purposes: readonly string[] | null;
  /** When they proved who they are, in milliseconds since 1970; null when the issuer does not say. */
  readonly signedInAt: number | null;
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Claims of a validated ID token → the session. */
export function sessionOf(claims: Readonly<Record<string, unknown>> & { readonly sub: string }): Session {
  const own = (typeof claims['sammen'] === 'object' && claims['sammen']) || {};
  const { role, organisationId, purposes } = own as Record<string, unknown>;
  const at = claims['auth_time'];
  return Object.freeze({
    actorId: claims.sub,
    name: textOrNull(claims['name']),
    role: textOrNull(role),
    organisationId: textOrNull(organisationId),
    purposes: Array.isArray(purposes) ? purposes.filter((one): one is string => typeof one === 'string') : null,
    signedInAt: typeof at === 'number' && at > 0 ? at * 1000 : null,
  });
}
