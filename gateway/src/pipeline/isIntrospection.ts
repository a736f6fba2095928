/** Tells operations that ask about the graph itself from those that ask about people. */
import { Kind, type DocumentNode, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';

const ABOUT_THE_GRAPH = new Set(['__schema', '__type', '__typename']);
const ABOUT_THE_SCHEMA = new Set(['__schema', '__type']);

/** Whether every root field of a query, fragments included, is `__schema`, `__type` or `__typename`. */
export function isIntrospection(operation: OperationDefinitionNode, document: DocumentNode): boolean {
  return operation.operation === 'query' && rootFields(operation, document).every((name) => ABOUT_THE_GRAPH.has(name));
}

/** Whether any root field, fragments included, is `__schema` or `__type`. */
export function asksForSchema(operation: OperationDefinitionNode, document: DocumentNode): boolean {
  return rootFields(operation, document).some((name) => ABOUT_THE_SCHEMA.has(name));
}

/** Every fragment is looked at once, so that fragments which spread each other twice cost nothing. */
function rootFields(operation: OperationDefinitionNode, document: DocumentNode): readonly string[] {
  const names: string[] = [];
  const seen = new Set<string>();

  function read({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) names.push(selection.name.value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) read(selection.selectionSet);
      else readFragment(selection.name.value);
    }
  }

  function readFragment(name: string): void {
    if (seen.has(name)) return;
    seen.add(name);
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name) read(definition.selectionSet);
    }
  }

  read(operation.selectionSet);
  return names;
}
