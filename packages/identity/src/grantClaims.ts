/** What a grant says. It names no reason and no state: those go to the ledger, not to whoever holds a grant. */
import { PURPOSES, ROLES, type Purpose, type Role } from '@sammen/consent';

/** Who signs grants. */
export const GRANT_ISSUER = 'sammen:decision-point';
/** Who they are for. */
export const GRANT_AUDIENCE = 'sammen:subgraphs';
/** A grant lives at most this long, in seconds. */
export const GRANT_LIFETIME = 30;

/** Two category bit sets as lower-case hex: what was asked about, and what of it is permitted. */
export type AskedAndPermitted = readonly [asked: string, permitted: string];

/** Categories by citizen id; without a prototype, so that no id can hit one. */
export type CategoriesByCitizen = Readonly<Record<string, AskedAndPermitted>>;

/** What the decision point states in a grant. */
export interface GrantStatement {
  /** The actor's id. */
  readonly sub: string;
  readonly org: string | null;
  readonly role: Role;
  readonly purpose: Purpose;
  /** The request that it is for. */
  readonly rid: string;
  /** The moment of the consent snapshot, in milliseconds since 1970. */
  readonly asOf: number;
  /** Position in the ledger up to which this decision is logged. */
  readonly seq: number;
  /** Reading. */
  readonly c: CategoriesByCitizen;
  /** Writing. */
  readonly w: CategoriesByCitizen;
}

/** A whole grant; `iat` and `exp` in seconds since 1970, as JWT has it. */
export interface GrantClaims extends GrantStatement {
  readonly iss: typeof GRANT_ISSUER;
  readonly aud: typeof GRANT_AUDIENCE;
  readonly iat: number;
  readonly exp: number;
}

/** The claims if they are those of a grant in every part, else null. */
export function parseGrantClaims(claims: Readonly<Record<string, unknown>>): GrantClaims | null {
  const { iss, aud, sub, org, role, purpose, rid, asOf, seq, iat, exp } = claims;
  if (iss !== GRANT_ISSUER || aud !== GRANT_AUDIENCE) return null;
  if (!isText(sub) || !isText(rid) || !(org === null || isText(org))) return null;
  if (!isOneOf(ROLES, role) || !isOneOf(PURPOSES, purpose)) return null;
  if (!isCount(asOf) || !isCount(seq) || !isCount(iat) || !isCount(exp)) return null;
  const [c, w] = [parseCategories(claims['c']), parseCategories(claims['w'])];
  if (!c || !w) return null;
  return { iss, aud, sub, org, role, purpose, rid, asOf, seq, iat, exp, c, w };
}

function parseCategories(value: unknown): CategoriesByCitizen | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const result = Object.create(null) as Record<string, AskedAndPermitted>;
  for (const [citizenId, pair] of Object.entries(value)) {
    if (!isText(citizenId) || !Array.isArray(pair) || pair.length !== 2 || !pair.every(isHex)) return null;
    result[citizenId] = [pair[0] as string, pair[1] as string];
  }
  return result;
}

const isHex = (value: unknown): boolean => typeof value === 'string' && /^[0-9a-f]{0,64}$/.test(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '' && value.length <= 200;
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isOneOf = <T extends string>(known: readonly T[], value: unknown): value is T =>
  (known as readonly unknown[]).includes(value);
