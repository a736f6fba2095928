/** Says which fields are null because a fetch failed, so that nobody takes them for "nothing recorded". */
import { Kind, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';
import type { Path } from './marks.js';

/**
 * The response paths of the fields that a subgraph operation would have filled; `prefix` is where the planner puts its
 * entities, with `@` for any index of a list.
 */
export function failedPaths(document: DocumentNode, prefix: Path): Path[] {
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
    const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragment(selection.name.value, document);
    if (!inner) continue;
    for (const [name, child] of fieldsOf(inner.selectionSet, document)) names.set(name, child);
  }
  return names;
}

function fragment(name: string, document: DocumentNode): FragmentDefinitionNode | undefined {
  return document.definitions.find(
    (one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === name,
  );
}
