/** What an installation decides about admission, each in a word of its own: nothing of it is taken for granted. */
import { isIP } from 'node:net';
import { ROLES, type Role } from '@sammen/consent';

/** What a request has to be like to be taken at all. */
export interface AdmissionConfig {
  /** The list of documents that are answered; null for an installation without one. */
  readonly persistedDocumentsFile: string | null;
  /** Roles that may send documents that are on no list. */
  readonly freeTextRoles: readonly Role[];
  /** Roles that may ask what the graph looks like. */
  readonly introspectionRoles: readonly Role[];
  /** Objects that one operation may bring, by estimate before it is run. */
  readonly costLimit: number;
  /** Requests that one person may send in a minute, and refused ones that may come from one address. */
  readonly rateLimitPerMinute: number;
  /** Proxies whose word on where a request came from is taken: addresses, networks, or names of kinds of network. */
  readonly trustedProxies: readonly string[];
}

/** Reads one key: undefined for what `read` cannot use, which `what` then says. */
export type ReadKey = <T>(name: string, what: string, read: (text: string) => T | undefined) => T;

const KINDS_OF_NETWORK = ['loopback', 'linklocal', 'uniquelocal'];

/** Reads the keys of admission. */
export function readAdmission(key: ReadKey): AdmissionConfig {
  const roles = 'ALL, NONE, or roles separated by commas';
  return {
    persistedDocumentsFile: key('PERSISTED_DOCUMENTS_FILE', 'a path or none', pathOrNone),
    freeTextRoles: key('FREE_TEXT_ROLES', roles, rolesIn),
    introspectionRoles: key('INTROSPECTION_ROLES', roles, rolesIn),
    costLimit: key('COST_LIMIT', 'a whole number from 1 to 999999999', wholeNumber),
    rateLimitPerMinute: key('RATE_LIMIT_PER_MINUTE', 'a whole number from 1 to 999999999', wholeNumber),
    trustedProxies: key('TRUSTED_PROXIES', 'none, or addresses and networks separated by commas', proxiesIn),
  };
}

const partsOf = (text: string): string[] => text.split(',').map((part) => part.trim());

function pathOrNone(text: string): string | null | undefined {
  return text === '' ? undefined : text === 'none' ? null : text;
}

function rolesIn(text: string): readonly Role[] | undefined {
  if (text === 'ALL') return ROLES;
  if (text === 'NONE') return [];
  const named = partsOf(text);
  return named.every((name): name is Role => ROLES.some((role) => role === name)) ? (named as Role[]) : undefined;
}

function wholeNumber(text: string): number | undefined {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}

function proxiesIn(text: string): readonly string[] | undefined {
  if (text === 'none') return [];
  const named = partsOf(text);
  return named.every((name) => KINDS_OF_NETWORK.includes(name) || isNetwork(name)) ? named : undefined;
}

function isNetwork(name: string): boolean {
  const [address = '', bits, ...rest] = name.split('/');
  const version = isIP(address);
  const largest = version === 6 ? 128 : 32;
  return (
    version > 0 && rest.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= largest))
  );
}
