/** An actor is what the issuer vouches for, in full, or nobody: half an actor is refused (INVARIANT I-4). */
import type { Actor, OrganisationKind, Purpose, Role } from '@sammen/consent';
import { type ClaimField, type ClaimMapping, isObject, OWN_CLAIMS, WORDS } from './claimMapping.js';
import { identityError } from './errors.js';

/** The claim `sammen` of an access token. */
export interface SammenClaim {
  readonly role: string;
  readonly organisationId: string | null;
  readonly organisationKind: string;
  readonly unitId: string | null;
  readonly citizenId: string | null;
  readonly purposes?: readonly string[];
}

/** Who a verified token is about. */
export interface TokenHolder {
  readonly actor: Actor;
  /** The purposes that the issuer allows, or null when it leaves them to the role. */
  readonly purposes: readonly Purpose[] | null;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const NAME = /^[\x21-\x7e]{1,200}$/;

/** Claims of a token whose signature is verified → its holder. Throws UNAUTHENTICATED, naming the claim at fault. */
export function holderOfClaims(
  claims: Readonly<Record<string, unknown>>,
  mapping: ClaimMapping = OWN_CLAIMS,
): TokenHolder {
  const refuse = (field: ClaimField) => refusal(mapping[field].path);
  const reader = readerOf(claims, mapping);
  const id = reader.name('id');
  if (id === null) throw refuse('id');
  const role = reader.word('role') as Role | null;
  if (role === null) throw refuse('role');
  const isPrivate = role === 'CITIZEN' || role === 'GUARDIAN';
  const organisationId = reader.name('organisationId');
  const organisationKind = (reader.word('organisationKind') ?? 'NONE') as OrganisationKind;
  const unitId = reader.name('unitId');
  const citizenId = reader.name('citizenId');
  if (isPrivate !== (organisationId === null)) throw refuse('organisationId');
  if (isPrivate !== (organisationKind === 'NONE')) throw refuse('organisationKind');
  if (isPrivate && unitId !== null) throw refuse('unitId');
  if ((role === 'CITIZEN') !== (citizenId !== null)) throw refuse('citizenId');
  if (citizenId !== null && !UUID.test(citizenId)) throw refuse('citizenId');
  const purposes = reader.words('purposes') as readonly Purpose[] | null;
  return { actor: Object.freeze({ id, role, organisationId, organisationKind, unitId, citizenId }), purposes };
}

/** Reads claims of one token; each throws UNAUTHENTICATED for what is there and does not fit, and gives null for nothing. */
function readerOf(claims: Readonly<Record<string, unknown>>, mapping: ClaimMapping) {
  /** What stands there, as a list: issuers make lists of what can only be one. */
  function textsOf(field: ClaimField): { readonly texts: readonly string[]; readonly isList: boolean } | null {
    const value = valueAt(claims, mapping[field].path);
    if (value === undefined || value === null) return null;
    const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (!texts.every((text) => typeof text === 'string')) throw refusal(mapping[field].path);
    return { texts: texts as readonly string[], isList: Array.isArray(value) };
  }

  return {
    /** Free text; one, also where there is a list, except for who somebody is. */
    name(field: ClaimField): string | null {
      const { path, values } = mapping[field];
      const { texts, isList } = textsOf(field) ?? { texts: [], isList: false };
      const [text, ...more] = texts;
      if (isList && field === 'id') throw refusal(path);
      if (text === undefined) return null;
      const name = values === null ? text : values.get(text);
      if (more.length > 0 || name === undefined || !NAME.test(name)) throw refusal(path);
      return name;
    },

    /** One of the words known here. A list may hold others besides, which say nothing; two that are known are one too many. */
    word(field: ClaimField): string | null {
      const { path, values } = mapping[field];
      const { texts, isList } = textsOf(field) ?? { texts: [], isList: true };
      const known = new Set(texts.flatMap((text) => (values === null ? text : (values.get(text) ?? []))));
      const fitting = [...known].filter((text) => WORDS[field]!.includes(text));
      if (fitting.length > 1 || (fitting.length < known.size && !isList)) throw refusal(path);
      return fitting[0] ?? null;
    },

    /** Words known here, in a list or one after the other. An empty list is an answer: none. */
    words(field: ClaimField): readonly string[] | null {
      const { path, values, isRequired } = mapping[field];
      const said = textsOf(field);
      if (said === null) {
        if (isRequired) throw refusal(path);
        return null;
      }
      const texts = said.isList ? said.texts : said.texts[0]!.split(/[\s,]+/);
      const known = values === null ? texts : texts.flatMap((text) => values.get(text) ?? []);
      if (!known.every((text) => WORDS[field]!.includes(text))) throw refusal(path);
      return Object.freeze([...new Set(known)]);
    },
  };
}

function valueAt(claims: Readonly<Record<string, unknown>>, path: readonly string[]): unknown {
  let value: unknown = claims;
  for (const name of path) {
    if (value === undefined || value === null) return undefined;
    if (!isObject(value)) throw refusal(path);
    value = Object.hasOwn(value, name) ? value[name] : undefined;
  }
  return value;
}

function refusal(path: readonly string[]) {
  return identityError('UNAUTHENTICATED', {
    message: `The access token's claim "${path.join('.')}" is missing or not valid.`,
  });
}
