/** What a fetch asks of the entities themselves: their fields, each with the conditions under which it is asked for. */
import { Kind, type DocumentNode, type SelectionSetNode } from 'graphql';
import { narrowed } from '../shape/narrowed.js';
import type { Condition } from '../shape/shapes.js';

/** A field of an entity in the operation of a fetch. */
export interface AskedField {
  readonly typeName: string;
  readonly name: string;
  readonly when: Condition;
}

/** Reads it from the operation of a fetch of entities. */
export function askedOfEntities({ definitions }: DocumentNode): AskedField[] {
  const fragments = definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [one] : []));
  const within = ({ selections }: SelectionSetNode, typeName: string, above: Condition): AskedField[] =>
    selections.flatMap((one): AskedField[] => {
      const when = narrowed(above, one);
      if (!when) return [];
      if (one.kind === Kind.FIELD) {
        if (one.name.value === '_entities') return within(one.selectionSet!, '', when);
        return [{ typeName, name: one.name.value, when }];
      }
      const used =
        one.kind === Kind.INLINE_FRAGMENT ? one : fragments.find(({ name }) => name.value === one.name.value);
      return used ? within(used.selectionSet, used.typeCondition?.name.value ?? typeName, when) : [];
    });
  return definitions.flatMap((one) => (one.kind === Kind.OPERATION_DEFINITION ? within(one.selectionSet, '', []) : []));
}
