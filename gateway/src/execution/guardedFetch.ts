/** Which fetches ask of citizens for nothing but guarded fields: whoever is denied them need not be asked about at all. */
import type { DataCategory } from '@sammen/consent';
import { guardsOf } from '@sammen/consent-directive';
import { isObjectType, Kind, type GraphQLObjectType, type GraphQLSchema, type SelectionSetNode } from 'graphql';
import type { FetchStep } from './plan/steps.js';

/** A field of a citizen that a fetch asks for. */
export interface GuardedField {
  /** Its response name in the fetch. */
  readonly name: string;
  readonly coordinate: string;
  /** Each must be permitted; the first that is not is what the actor is told. */
  readonly guards: readonly DataCategory[];
}

const CITIZEN = 'Citizen';
const TYPE_NAME = '__typename';

/** The guarded fields of a fetch about citizens; null when it asks for anything else as well. */
export type GuardedFieldsOf = (step: FetchStep) => readonly GuardedField[] | null;

/** Looks once at each step of the plans of one supergraph. */
export function createGuardedFields(schema: GraphQLSchema): GuardedFieldsOf {
  const known = new WeakMap<FetchStep, readonly GuardedField[] | null>();
  return (step) => {
    const found = known.get(step);
    if (found !== undefined) return found;
    const fields = fieldsOf(step, schema);
    known.set(step, fields);
    return fields;
  };
}

function fieldsOf({ document }: FetchStep, schema: GraphQLSchema): readonly GuardedField[] | null {
  const citizen = schema.getType(CITIZEN);
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  const entities = operation?.selectionSet.selections.find(
    (one) => one.kind === Kind.FIELD && one.name.value === '_entities',
  );
  if (!isObjectType(citizen) || entities?.kind !== Kind.FIELD || !entities.selectionSet) return null;
  const fields = citizen.getFields();
  const found: GuardedField[] = [];

  /** False as soon as something is asked for that is not a guarded field of a citizen. */
  function read({ selections }: SelectionSetNode, isOfCitizen: boolean): boolean {
    return selections.every((selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return false;
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value;
        return (condition === undefined ? isOfCitizen : condition === CITIZEN) && read(selection.selectionSet, true);
      }
      const { name, alias } = selection;
      if (name.value === TYPE_NAME) return alias === undefined;
      const field = isOfCitizen ? fields[name.value] : undefined;
      const guards = field ? guardsOf(schema, citizen as GraphQLObjectType, field) : [];
      if (guards.length === 0) return false;
      found.push({ name: (alias ?? name).value, coordinate: `${CITIZEN}.${name.value}`, guards });
      return true;
    });
  }

  return read(entities.selectionSet, false) && found.length > 0 ? found : null;
}
