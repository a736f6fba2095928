/** Tells operations that ask about the graph itself from those that ask about people. */
import { Kind, type DocumentNode, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';

const ABOUT_THE_GRAPH = new Set(['__schema', '__type', '__typename']);

/** Whether every root field of a query, fragments included, is `__schema`, `__type` or `__typename`. */
export function isIntrospection(operation: OperationDefinitionNode, document: DocumentNode): boolean {
  return operation.operation === 'query' && all(operation.selectionSet, document, new Set());
}

/** Every fragment is looked at once, so that fragments which spread each other twice cost nothing. */
function all(selectionSet: SelectionSetNode, document: DocumentNode, seen: Set<string>): boolean {
  return selectionSet.selections.every((selection) => {
    if (selection.kind === Kind.FIELD) return ABOUT_THE_GRAPH.has(selection.name.value);
    if (selection.kind === Kind.INLINE_FRAGMENT) return all(selection.selectionSet, document, seen);
    if (seen.has(selection.name.value)) return true;
    seen.add(selection.name.value);
    const fragment = document.definitions.find(
      (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === selection.name.value,
    );
    return fragment?.kind === Kind.FRAGMENT_DEFINITION && all(fragment.selectionSet, document, seen);
  });
}
