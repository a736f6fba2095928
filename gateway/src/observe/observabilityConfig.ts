/** Who may look into the gateway's work, and whom it tells by itself: nobody unless an installation says so (INVARIANT I-14). */
import { ROLES, type Role } from '@sammen/consent';

/** Settings of metrics, traces and explanations. */
export interface ObservabilityConfig {
  /** Port of `GET /metrics`; null for nowhere. */
  readonly metricsPort: number | null;
  /** What a reader of metrics has to send; null: readers are on this machine. */
  readonly metricsToken: string | null;
  /** Base address of an OpenTelemetry collector; null for none. */
  readonly otlpEndpoint: string | null;
  /** Roles that may ask how their request was carried out. */
  readonly explainRoles: readonly Role[];
}

type ReadKey = <T>(name: string, what: string, read: (text: string) => T | undefined) => T;

/** Reads the keys of observability. */
export function readObservability(key: ReadKey): ObservabilityConfig {
  return {
    metricsPort: key('METRICS_PORT', 'a port number or none', orNone(portIn)),
    metricsToken: key('METRICS_TOKEN', 'none, or 32 characters and more', orNone(tokenIn)),
    otlpEndpoint: key('OTEL_EXPORTER_OTLP_ENDPOINT', 'an http(s) address or none', orNone(addressIn)),
    explainRoles: key('EXPLAIN_ROLES', 'ALL, NONE, or roles separated by commas', rolesIn),
  };
}

function orNone<T>(read: (text: string) => T | undefined): (text: string) => T | null | undefined {
  return (text) => (text === 'none' ? null : read(text));
}

function portIn(text: string): number | undefined {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined;
}

/** It travels in a header, and has to be too long to be guessed. */
function tokenIn(text: string): string | undefined {
  return /^[\x21-\x7e]{32,}$/.test(text) ? text : undefined;
}

function addressIn(text: string): string | undefined {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) ? text : undefined;
}

function rolesIn(text: string): readonly Role[] | undefined {
  if (text === 'ALL') return ROLES;
  if (text === 'NONE') return [];
  const named = text.split(',').map((part) => part.trim());
  return named.every((name): name is Role => ROLES.some((role) => role === name)) ? (named as Role[]) : undefined;
}
