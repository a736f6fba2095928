/** What a subgraph answered, held to the contract: an answer that does not keep it counts as no answer (INVARIANT I-4). */
import { DATA_CATEGORIES, NEXT_STEPS, WITHHELD_STATES } from '@sammen/consent';
import { LONGEST_JWS } from '@sammen/identity';
import type { Path, Withheld } from './faults.js';

/** A subgraph's answer, checked. */
export interface SubgraphAnswer {
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly SubgraphError[];
  readonly withheld: readonly { readonly path: Path; readonly withheld: Withheld }[];
  /** Grants obtained while answering, for later fetches of the same request. */
  readonly grants: readonly string[];
  /** Whether it says that it only stands for the subgraph. */
  readonly isMock: boolean;
}

/** An error of a subgraph; nothing in it is fit for a client yet. */
export interface SubgraphError {
  readonly message: string;
  readonly path?: Path;
  readonly extensions: Readonly<Record<string, unknown>>;
}

const COORDINATE = /^[_A-Za-z]\w*\.[_A-Za-z]\w*(\.[_A-Za-z]\w*)?$/;

type Json = Readonly<Record<string, unknown>>;

/** Reads the body of an answer; undefined when it is not a GraphQL answer that keeps the contract. */
export function readSubgraphAnswer(body: unknown): SubgraphAnswer | undefined {
  if (!isObject(body)) return undefined;
  const data = body['data'] ?? null;
  const errors = listOf(body['errors'], readError);
  const extensions = body['extensions'] ?? {};
  if (!errors || (data !== null && !isObject(data)) || !isObject(extensions)) return undefined;
  if (data === null && errors.length === 0) return undefined;
  const consent = extensions['consent'] ?? {};
  if (!isObject(consent)) return undefined;
  const withheld = listOf(consent['withheld'], readWithheld);
  const grants = listOf(extensions['grants'], readGrant);
  if (!withheld || !grants) return undefined;
  return {
    data: data as Record<string, unknown> | null,
    errors,
    withheld,
    grants,
    isMock: extensions['mock'] === true,
  };
}

function readError(value: unknown): SubgraphError | undefined {
  if (!isObject(value) || typeof value['message'] !== 'string') return undefined;
  const extensions = isObject(value['extensions']) ? value['extensions'] : {};
  const path = value['path'];
  return { message: value['message'], extensions, ...(isPath(path) ? { path } : {}) };
}

function readWithheld(value: unknown): { path: Path; withheld: Withheld } | undefined {
  if (!isObject(value)) return undefined;
  const { path, coordinate, category, state, nextStep } = value;
  if (!isPath(path) || typeof coordinate !== 'string' || !COORDINATE.test(coordinate)) return undefined;
  if (!isOneOf(DATA_CATEGORIES, category) || !isOneOf(WITHHELD_STATES, state) || !isOneOf(NEXT_STEPS, nextStep)) {
    return undefined;
  }
  return { path, withheld: { coordinate, category, state, nextStep } };
}

function readGrant(value: unknown): string | undefined {
  return typeof value === 'string' && value.length <= LONGEST_JWS ? value : undefined;
}

/** Every item read, an empty list for a missing one, or undefined if one cannot be read. */
function listOf<T>(value: unknown, read: (item: unknown) => T | undefined): T[] | undefined {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return undefined;
  const items: T[] = [];
  for (const item of value) {
    const one = read(item);
    if (one === undefined) return undefined;
    items.push(one);
  }
  return items;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPath(value: unknown): value is Path {
  return Array.isArray(value) && value.every((part) => typeof part === 'string' || Number.isInteger(part));
}

function isOneOf<T extends string>(known: readonly T[], value: unknown): value is T {
  return (known as readonly unknown[]).includes(value);
}
