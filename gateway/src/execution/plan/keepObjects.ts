/**
 * An object stays an object when all that is asked of it is left out. The planner would not fetch it at all under such
 * conditions, and nobody could tell `{}` from null; so it is asked what it is, whatever the conditions.
 */
import { Kind, visit, type DocumentNode, type FieldNode, type SelectionSetNode } from 'graphql';

const TYPE_NAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** The operation as it is planned; the very same document if nothing can go missing. */
export function keepObjects(document: DocumentNode): DocumentNode {
  return visit(document, {
    Field: {
      leave(node) {
        const { selectionSet } = node;
        if (!selectionSet || !canVanish(selectionSet, document)) return undefined;
        return { ...node, selectionSet: { ...selectionSet, selections: [...selectionSet.selections, TYPE_NAME] } };
      },
    },
  });
}

/** Whether a selection set holds conditions and no field without one. */
function canVanish(selectionSet: SelectionSetNode, { definitions }: DocumentNode): boolean {
  let hasConditions = false;
  const hasField = ({ selections }: SelectionSetNode): boolean =>
    selections.some((one) => {
      if (one.directives?.length) {
        hasConditions = true;
        return false;
      }
      if (one.kind === Kind.FIELD) return true;
      if (one.kind === Kind.INLINE_FRAGMENT) return hasField(one.selectionSet);
      const used = definitions.find(
        (other) => other.kind === Kind.FRAGMENT_DEFINITION && other.name.value === one.name.value,
      );
      return used?.kind === Kind.FRAGMENT_DEFINITION && hasField(used.selectionSet);
    });
  return !hasField(selectionSet) && hasConditions;
}
