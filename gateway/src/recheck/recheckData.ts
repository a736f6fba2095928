/**
 * The second look at an answer, by schema coordinate: a guarded value stays only if a grant of this request permits its
 * category for its citizen. Whatever else a subgraph says, or forgets to say, does not count here.
 */
import type { CategorySet, DataCategory } from '@sammen/consent';
import type { Variables } from '@sammen/consent-directive';
import { citizenRef } from '@sammen/identity';
import type { Path } from '../execution/faults.js';
import type { FieldPlan, ObjectPlan, RecheckPlan } from './recheckPlan.js';

/** The permitted categories of every citizen whom a request has grants for. */
export type PermitsByCitizen = ReadonlyMap<string, CategorySet>;

/** What belongs to the request itself. */
export interface RecheckedRequest {
  readonly permits: PermitsByCitizen;
  readonly variables: Variables;
  readonly requestId: string;
}

/** Why a value was dropped: nobody permitted it, nobody knows whose it is, or it is not that citizen's. */
export type Fault = 'NO_PERMIT' | 'NO_CITIZEN' | 'OTHER_CITIZEN';

/** A value that was dropped. */
export interface Finding {
  /** Where it stood; an item that was left out of a list has the index it had. */
  readonly path: Path;
  readonly coordinate: string;
  readonly category: DataCategory;
  readonly fault: Fault;
  /** Left out of a list that mixes citizens; anything else became null. */
  readonly leftOut: boolean;
}

type Json = Record<string, unknown>;
type Categories = readonly DataCategory[];
const NONE: Categories = [];

/** Whose the objects at hand are, and what is permitted of them; made anew only where the citizen changes. */
interface Owner {
  readonly id: string | undefined;
  readonly permitted: CategorySet | undefined;
}

const NOBODY: Owner = { id: undefined, permitted: undefined };

/**
 * Drops from `data` (in place) what no grant permits and takes out what only the re-check asked for. Answers what was
 * dropped; `data` is null in the answer when nothing could stay.
 */
export function recheckData(data: Json, { root }: RecheckPlan, request: RecheckedRequest) {
  const { permits, variables, requestId } = request;
  const findings: Finding[] = [];
  const path: (string | number)[] = [];
  /** Why the value at hand cannot stay; for whoever drops it to report. */
  let why: { category: DataCategory; fault: Fault } | undefined;

  function refuse(owner: Owner, category: DataCategory, fault: Fault = 'NO_PERMIT'): false {
    why = { category, fault: owner.id === undefined ? 'NO_CITIZEN' : fault };
    return false;
  }

  function mayStay(owner: Owner, categories: Categories): boolean {
    for (const category of categories) if (!owner.permitted?.has(category)) return refuse(owner, category);
    return true;
  }

  /** `floor`: what must be permitted of whoever is met first, because the list was filtered or sorted by it. */
  function keepsObject(object: Json, plan: ObjectPlan, above: Owner, via: FieldPlan | undefined, floor: Categories) {
    let owner = above;
    let below = floor;
    if (plan.owner) {
      owner = ownerOf(object, plan.owner, above);
      const isTheirs = owner.id === above.id || above.id === undefined || plan.owner.by === 'id';
      if (!isTheirs && via && via.guards.length > 0) return refuse(owner, via.guards[0]!, 'OTHER_CITIZEN');
      if (!mayStay(owner, floor)) return false;
      below = NONE;
    }
    if (plan.guard && !owner.permitted?.has(plan.guard)) return refuse(owner, plan.guard);
    // Most of an answer are values of which nothing has to be permitted but what was, for the object.
    for (const field of below.length === 0 ? plan.checked : plan.fields) {
      const value = field.isInherited && !Object.hasOwn(object, field.name) ? null : object[field.name];
      if (value === null || value === undefined) continue;
      path.push(field.name);
      const kept = keepsField(value, field, owner, below);
      if (!kept) report(field, false);
      path.pop();
      if (kept) continue;
      if (field.nonNull) return false;
      object[field.name] = null;
    }
    for (const helper of plan.helpers) delete object[helper];
    return true;
  }

  function keepsField(value: unknown, field: FieldPlan, parent: Owner, floor: Categories): boolean {
    let owner = parent;
    let below = floor;
    if (field.input) {
      const named = field.input.citizen(variables);
      if (named !== undefined) owner = { id: named, permitted: permits.get(named) };
      const categories = field.input.categories(variables);
      if (categories.length > 0) below = [...floor, ...categories];
    }
    if (!mayStay(owner, field.guards)) return false;
    return field.child ? keepsValue(value, field, owner, below) : mayStay(owner, below);
  }

  function keepsValue(value: unknown, field: FieldPlan, owner: Owner, floor: Categories): boolean {
    if (value === null) return true;
    if (Array.isArray(value)) return keepsItems(value, field, owner, floor);
    const object = value as Json;
    const plans = field.child!;
    const plan = plans.only ?? plans.types.get(object[plans.typeName] as string);
    if (!plan) throw new Error('An object of an unknown type');
    return keepsObject(object, plan, owner, field, floor);
  }

  /** A list under a guarded field is one citizen's, all or nothing; any other may mix citizens and loses items. */
  function keepsItems(items: unknown[], field: FieldPlan, owner: Owner, floor: Categories): boolean {
    let kept = 0;
    for (let index = 0; index < items.length; index += 1) {
      path.push(index);
      const stays = keepsValue(items[index], field, owner, floor);
      if (!stays && field.guards.length === 0) report(field, true);
      path.pop();
      if (stays) items[kept++] = items[index];
      else if (field.guards.length > 0) return false;
    }
    items.length = kept;
    return true;
  }

  function report({ coordinate }: FieldPlan, leftOut: boolean): void {
    if (why) findings.push({ path: [...path], coordinate, ...why, leftOut });
    why = undefined;
  }

  function ownerOf(object: Json, { names, by }: NonNullable<ObjectPlan['owner']>, above: Owner): Owner {
    const name = names.length === 1 ? names[0]! : names.find((one) => Object.hasOwn(object, one));
    const value = name === undefined ? undefined : object[name];
    const id = by === 'citizen' ? (value as Json | null)?.['id'] : by === 'citizenRef' ? citizenOf(value) : value;
    if (typeof id !== 'string' || id === '') return NOBODY;
    return id === above.id ? above : { id, permitted: permits.get(id) };
  }

  let byRef: Map<string, string> | undefined;
  /** Whom of those that the grants speak of a word stands for. */
  function citizenOf(ref: unknown): string | undefined {
    byRef ??= new Map([...permits.keys()].map((id) => [citizenRef(id, requestId), id]));
    return byRef.get(ref as string);
  }

  const kept = keepsObject(data, root, NOBODY, undefined, NONE);
  return { data: kept ? data : null, findings };
}
