/** Which claims of an issuer's tokens make an actor: ours by default, others by configuration; a mapping with a slip is none. */
import { ORGANISATION_KINDS, PURPOSES, ROLES } from '@sammen/consent';

/** What a token says of its holder. */
export type ClaimField = 'id' | 'role' | 'organisationId' | 'organisationKind' | 'unitId' | 'citizenId' | 'purposes';

/** Where one of these stands. */
export interface ClaimSource {
  /** Names from the outside inwards; a single one may hold dots of its own. */
  readonly path: readonly string[];
  /** What the issuer's words are called here; null: as they are. */
  readonly values: ReadonlyMap<string, string> | null;
  /** Whether a token without it is refused, where leaving it out is an answer too. */
  readonly isRequired: boolean;
}

/** A place for each. */
export type ClaimMapping = Readonly<Record<ClaimField, ClaimSource>>;

/** The words that some of them are limited to. */
export const WORDS: Readonly<Partial<Record<ClaimField, readonly string[]>>> = {
  role: ROLES,
  organisationKind: ORGANISATION_KINDS,
  purposes: PURPOSES,
};

const at = (...path: string[]): ClaimSource => ({ path, values: null, isRequired: false });

/** What issuers are asked to put into tokens, where they can. */
export const OWN_CLAIMS: ClaimMapping = {
  id: at('sub'),
  role: at('sammen', 'role'),
  organisationId: at('sammen', 'organisationId'),
  organisationKind: at('sammen', 'organisationKind'),
  unitId: at('sammen', 'unitId'),
  citizenId: at('sammen', 'citizenId'),
  purposes: at('sammen', 'purposes'),
};

/**
 * `{"role": "group", "unitId": ["extension", "unit"], "purposes": {"claim": …, "values": {…}, "required": true}}` → where
 * each stands; what is left out stands where it stands with us. Undefined if anything in it is not understood.
 */
export function readClaimMapping(text: string): ClaimMapping | undefined {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(given)) return undefined;
  const mapping: Record<ClaimField, ClaimSource> = { ...OWN_CLAIMS };
  for (const [field, value] of Object.entries(given)) {
    const source = Object.hasOwn(OWN_CLAIMS, field) ? readSource(field as ClaimField, value) : undefined;
    if (source === undefined) return undefined;
    mapping[field as ClaimField] = source;
  }
  return Object.freeze(mapping);
}

function readSource(field: ClaimField, value: unknown): ClaimSource | undefined {
  const { claim, values, required = false, ...rest } = isObject(value) ? value : { claim: value };
  const path = readPath(claim);
  const words = values === undefined ? null : readValues(values, WORDS[field]);
  const isFlag = typeof required === 'boolean' && (field === 'purposes' || !required);
  if (path === undefined || words === undefined || !isFlag || Object.keys(rest).length > 0) return undefined;
  return { path, values: words, isRequired: required };
}

function readPath(value: unknown): readonly string[] | undefined {
  const path: unknown[] = Array.isArray(value) ? value : [value];
  return path.length > 0 && path.every(isText) ? path : undefined;
}

/** A word of ours that is none of ours would shut somebody out whom it was to let in: better said at the start. */
function readValues(value: unknown, known?: readonly string[]): ReadonlyMap<string, string> | undefined {
  const pairs = isObject(value) ? Object.entries(value) : [];
  const fits = ([, ours]: [string, unknown]) => isText(ours) && (known?.includes(ours) ?? true);
  return pairs.length > 0 && pairs.every(fits) ? new Map(pairs as [string, string][]) : undefined;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** An object of names, not a list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
