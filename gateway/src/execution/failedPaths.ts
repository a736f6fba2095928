/** Says which fields are null because a fetch failed, so that nobody takes them for "nothing recorded". */
import { Kind, parse, type DocumentNode, type SelectionSetNode } from 'graphql';
import type { Path } from './marks.js';

/**
 * The response paths of the fields that a subgraph operation would have filled; `prefix` is where the planner puts its
 * entities, with `@` for any index of a list. Only read when something failed, so parsing it is no cost.
 */
export function failedPaths(operation: string, prefix: Path): Path[] {
  const document = parse(operation, { noLocation: true });
  const root = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (!root) return [];
  const fields = fieldsOf(root.selectionSet, document);
  const entities = fields.get('_entities');
  const names = entities ? fieldsOf(entities, document) : fields;
  return [...names.keys()].filter((name) => name !== '__typename').map((name) => [...prefix, name]);
}

/** The response names of a selection, fragments included. */
function fieldsOf(selectionSet: SelectionSetNode, document: DocumentNode) {
  const names = new Map<string, SelectionSetNode | undefined>();
  for (const selection of selectionSet.selections) {
    if (selection.kind === Kind.FIELD) {
      names.set((selection.alias ?? selection.name).value, selection.selectionSet);
      continue;
    }
    const inner =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection.selectionSet
        : document.definitions.find(
            (definition) =>
              definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === selection.name.value,
          )?.selectionSet;
    if (inner) for (const [name, child] of fieldsOf(inner as SelectionSetNode, document)) names.set(name, child);
  }
  return names;
}
