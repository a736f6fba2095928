/**
 * The operation as it is executed: the client's, and beside every selection on an object the question whose it is. The
 * extra fields go under names that stand nowhere in the document, so they merge with nothing of the client's.
 */
import type { LabelLookup } from '@sammen/consent-directive';
import {
  Kind,
  TypeInfo,
  getNamedType,
  isAbstractType,
  isObjectType,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type InlineFragmentNode,
  type SelectionNode,
} from 'graphql';
import { ownerFieldOf, type OwnerField } from './ownerField.js';

/** The response names under which a document's objects say whose and what they are. */
export interface HelperNames {
  /** Is a helper's name; anything else is the client's. */
  has(name: string): boolean;
  of(what: OwnerField | '__typename'): string;
}

/** Names that no field and no alias of the document has. */
function helperNames(document: DocumentNode): HelperNames {
  const taken = new Set<string>();
  visit(document, { Field: ({ alias, name }) => void taken.add((alias ?? name).value) });
  let prefix = 'sammen_';
  while ([...taken].some((name) => name.startsWith(prefix))) prefix += '_';
  return { has: (name) => name.startsWith(prefix), of: (what) => `${prefix}${what.replaceAll('_', '')}` };
}

/** A document that asks for owners as well, and the names it uses for them. Order and names of all else stay. */
export function selectOwners(document: DocumentNode, schema: GraphQLSchema, labels: LabelLookup) {
  const names = helperNames(document);
  const types = new TypeInfo(schema);

  const ask = (name: OwnerField | '__typename'): FieldNode => ({
    ...field(name, names.of(name)),
    ...(name === 'citizen' ? { selectionSet: { kind: Kind.SELECTION_SET, selections: [field('id')] } } : {}),
  });

  function helpers(type: GraphQLNamedType | undefined, selected: readonly SelectionNode[]): SelectionNode[] {
    if (isObjectType(type)) {
      const owner = ownerFieldOf(type, labels);
      return owner && !selected.some((one) => selectsAlways(one, owner)) ? [ask(owner)] : [];
    }
    if (!isAbstractType(type)) return [];
    const perType = schema.getPossibleTypes(type).flatMap((possible): InlineFragmentNode[] => {
      const owner = ownerFieldOf(possible, labels);
      if (!owner) return [];
      const typeCondition = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: possible.name } } as const;
      const selectionSet = { kind: Kind.SELECTION_SET, selections: [ask(owner)] } as const;
      return [{ kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet }];
    });
    return [...perType, ask('__typename')];
  }

  const extended = visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        leave(node): FieldNode | undefined {
          const type = types.getType();
          if (!node.selectionSet || !type) return undefined;
          const { selections } = node.selectionSet;
          const more = helpers(getNamedType(type), selections);
          if (more.length === 0) return undefined;
          return { ...node, selectionSet: { ...node.selectionSet, selections: [...selections, ...more] } };
        },
      },
    }),
  );
  return { document: extended, names };
}

/** Whether a selection is the field itself, unconditionally; what it is called does not matter. */
function selectsAlways(selection: SelectionNode, name: OwnerField): boolean {
  if (selection.kind !== Kind.FIELD || selection.name.value !== name || name === 'citizen') return false;
  return (selection.directives ?? []).length === 0;
}

function field(name: string, alias?: string): FieldNode {
  const nameNode = { kind: Kind.NAME, value: name } as const;
  return { kind: Kind.FIELD, name: nameNode, ...(alias ? { alias: { kind: Kind.NAME, value: alias } } : {}) };
}
