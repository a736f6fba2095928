/** What a signed call between services says: who calls whom, with exactly which method, path and body, and once. */
import { hash } from 'node:crypto';

/** The header that carries the signature. */
export const SERVICE_CALL_HEADER = 'x-sammen-service-call';

/**
 * Tells a service after how many milliseconds nobody waits for its answer any more. The signature does not cover it:
 * who could change it on the way could as well hold the call up, and nothing else depends on it.
 */
export const DEADLINE_HEADER = 'x-sammen-deadline-ms';

/** Whom a call is for, as a claim says it. */
export const audienceOf = (service: string): string => `sammen:${service}`;

/** A signed call lives at most this long, in seconds. */
export const SERVICE_CALL_LIFETIME = 30;

/** In whose name a service calls, by the headers that say so; each is null when the call has none. */
export interface CallerHeaders {
  /** The header `authorization`, whole. */
  readonly authorization: string | null;
  /** The header `x-sammen-purpose`. */
  readonly purpose: string | null;
  /** The header `x-request-id`. */
  readonly requestId: string | null;
}

/** What {@link digestOfCaller} makes. */
export type CallerDigest = string;

/** The call as both sides see it. */
export interface ServiceCall {
  readonly method: string;
  /** Path with query, as in the request line. */
  readonly path: string;
  /** The bytes that travel; a string is taken as UTF-8. Empty string for none. */
  readonly body: string | Uint8Array;
  /** Whom it is made for; absent when a service calls for itself. */
  readonly caller?: CallerHeaders | undefined;
}

/** sha-256 of the body, base64url. */
export function digestOf(body: string | Uint8Array): string {
  return hash('sha256', body, 'base64url');
}

/** One digest over all of {@link CallerHeaders}, so that none of them can be exchanged by itself; undefined for none. */
export function digestOfCaller(caller: CallerHeaders): CallerDigest;
export function digestOfCaller(caller: CallerHeaders | undefined): CallerDigest | undefined;
export function digestOfCaller(caller: CallerHeaders | undefined): CallerDigest | undefined {
  return caller && digestOf(JSON.stringify([caller.authorization, caller.purpose, caller.requestId]));
}
