/** How large an operation is once fragments are expanded, found in one pass however often a fragment is spread. */
import { Kind, type DocumentNode, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';

/** Sizes of an operation. */
export interface OperationSize {
  /** Levels of fields. */
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
  readonly rootFields: number;
}

type Size = Omit<OperationSize, 'rootFields'> & { readonly topFields: number };

const NOTHING: Size = { depth: 0, fields: 0, aliases: 0, topFields: 0 };

/** Measures a validated operation (validation has refused cycles of fragments). */
export function measureOperation(operation: OperationDefinitionNode, document: DocumentNode): OperationSize {
  const fragments = new Map<string, Size>();

  function fragmentSize(name: string): Size {
    const known = fragments.get(name);
    if (known) return known;
    const found = document.definitions.find((one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === name);
    const size = found?.kind === Kind.FRAGMENT_DEFINITION ? sizeOf(found.selectionSet) : NOTHING;
    fragments.set(name, size);
    return size;
  }

  function sizeOf(selectionSet: SelectionSetNode): Size {
    return selectionSet.selections.reduce<Size>((sum, selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return add(sum, fragmentSize(selection.name.value));
      if (selection.kind === Kind.INLINE_FRAGMENT) return add(sum, sizeOf(selection.selectionSet));
      const inner = selection.selectionSet ? sizeOf(selection.selectionSet) : NOTHING;
      const aliases = inner.aliases + (selection.alias ? 1 : 0);
      return add(sum, { depth: inner.depth + 1, fields: inner.fields + 1, aliases, topFields: 1 });
    }, NOTHING);
  }

  const { topFields, ...size } = sizeOf(operation.selectionSet);
  return { ...size, rootFields: topFields };
}

function add(a: Size, b: Size): Size {
  return {
    depth: Math.max(a.depth, b.depth),
    fields: a.fields + b.fields,
    aliases: a.aliases + b.aliases,
    topFields: a.topFields + b.topFields,
  };
}
