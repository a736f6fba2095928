/**
 * Puts back into a plan what {@link distinctRequirements} gave the planner names of its own for: subgraphs are asked for
 * the field with its arguments, and get it under its name. What cannot be in one representation is asked for in two.
 */
import type { FetchNode, PlanNode, QueryPlan, QueryPlanSelectionNode } from '@apollo/query-planner';
import {
  Kind,
  parse,
  print,
  stripIgnoredCharacters,
  visit,
  type DocumentNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Original } from './distinctRequirements.js';

/** What is known of the supergraph that the plan is of. */
export interface Separating {
  readonly originals: ReadonlyMap<string, Original>;
  /** The names of all fields that a field is computed from, at any depth, by `Type.field`. */
  readonly needsOf: (coordinate: string) => ReadonlySet<string>;
  readonly isKey: (typeName: string, fieldName: string) => boolean;
}

/** The plan as it can be executed. */
export function separateFetches(plan: QueryPlan, known: Separating): QueryPlan {
  const { node } = plan;
  return !node || node.kind === 'Subscription' ? plan : { ...plan, node: separate(node, known) };
}

function separate(node: PlanNode, known: Separating): PlanNode {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return { ...node, nodes: node.nodes.map((one) => separate(one, known)) };
    case 'Flatten':
      return { ...node, node: separate(node.node, known) };
    case 'Condition': {
      const { ifClause, elseClause } = node;
      return {
        ...node,
        ...(ifClause ? { ifClause: separate(ifClause, known) } : {}),
        ...(elseClause ? { elseClause: separate(elseClause, known) } : {}),
      };
    }
    case 'Fetch': {
      const fetches = fetchesOf(node, known);
      return fetches.length === 1 ? fetches[0]! : { kind: 'Parallel', nodes: fetches };
    }
    default:
      return node;
  }
}

function fetchesOf(node: FetchNode, known: Separating): FetchNode[] {
  const document = node.operationDocumentNode ?? parse(node.operation, { noLocation: true });
  const used = namesIn(node.requires ?? [], known);
  if (used.length === 0) return [withArguments(node, document, known)];
  const groups: { readonly fields: Set<string>; readonly needs: Set<string> }[] = [];
  for (const field of entityFields(document)) {
    const needs = [...known.needsOf(field)];
    const clashes = (have: ReadonlySet<string>): boolean =>
      needs.some((one) => [...have].some((other) => other !== one && isSame(one, other, known)));
    let group = groups.find((one) => !clashes(one.needs));
    if (!group) groups.push((group = { fields: new Set(), needs: new Set() }));
    group.fields.add(field);
    for (const one of needs) group.needs.add(one);
  }
  const all = new Set(groups.flatMap(({ needs }) => [...needs]));
  return groups.map(({ fields, needs }) => {
    const isNeeded = (typeName: string, name: string): boolean =>
      !all.has(name) || needs.has(name) || known.isKey(typeName, name);
    const requires = only(node.requires ?? [], '', isNeeded);
    const renames = renamesOf(requires, [], known);
    const one: FetchNode = { ...node, requires: aliased(requires, known) };
    if (renames.length > 0) one.inputRewrites = [...(node.inputRewrites ?? []), ...renames];
    return withArguments(one, groups.length > 1 ? withFields(document, fields) : document, known);
  });
}

function isSame(one: string, other: string, { originals }: Separating): boolean {
  const coordinate = originals.get(one)?.coordinate;
  return coordinate !== undefined && coordinate === originals.get(other)?.coordinate;
}

/** The added fields in what a fetch requires. */
function namesIn(selections: readonly QueryPlanSelectionNode[], known: Separating): string[] {
  return selections.flatMap((one) => [
    ...(one.kind === 'Field' && known.originals.has(one.name) ? [one.name] : []),
    ...namesIn(one.selections ?? [], known),
  ]);
}

function only(
  selections: readonly QueryPlanSelectionNode[],
  typeName: string,
  isNeeded: (typeName: string, name: string) => boolean,
): QueryPlanSelectionNode[] {
  return selections.flatMap((one): QueryPlanSelectionNode[] => {
    if (one.kind === 'Field' && !isNeeded(typeName, one.name)) return [];
    if (!one.selections) return [one];
    const inner = only(one.selections, one.kind === 'Field' ? '' : (one.typeCondition ?? typeName), isNeeded);
    return inner.length === 0 ? [] : [{ ...one, selections: inner }];
  });
}

/** Read under the added name; the field's own name says what it is needed for. */
function aliased(selections: readonly QueryPlanSelectionNode[], known: Separating): QueryPlanSelectionNode[] {
  return selections.map((one): QueryPlanSelectionNode => {
    const inner = one.selections ? { selections: aliased(one.selections, known) } : {};
    const original = one.kind === 'Field' ? known.originals.get(one.name) : undefined;
    if (one.kind !== 'Field' || !original) return { ...one, ...inner } as QueryPlanSelectionNode;
    return { ...one, ...inner, alias: one.alias ?? one.name, name: original.name };
  });
}

type Renamers = NonNullable<FetchNode['inputRewrites']>;

function renamesOf(
  selections: readonly QueryPlanSelectionNode[],
  path: readonly string[],
  known: Separating,
): Renamers {
  return selections.flatMap((one): Renamers => {
    if (one.kind !== 'Field')
      return renamesOf(one.selections, one.typeCondition ? [...path, `... on ${one.typeCondition}`] : path, known);
    const at = [...path, one.alias ?? one.name];
    const original = known.originals.get(one.name);
    // What is inside is renamed first, while it still can be found.
    return [
      ...renamesOf(one.selections ?? [], at, known),
      ...(original ? [{ kind: 'KeyRenamer' as const, path: at, renameKeyTo: original.name }] : []),
    ];
  });
}

/** The coordinates of what a fetch asks of the entities themselves. */
function entityFields(document: DocumentNode): string[] {
  const fields = new Set<string>();
  onEntities(document, (coordinate) => {
    fields.add(coordinate);
    return true;
  });
  return [...fields];
}

/** The same operation with those of these fields only, and the variables that are left. */
function withFields(document: DocumentNode, fields: ReadonlySet<string>): DocumentNode {
  return onEntities(document, (coordinate) => fields.has(coordinate));
}

function onEntities(document: DocumentNode, keep: (coordinate: string) => boolean): DocumentNode {
  const filter = (set: SelectionSetNode, typeName: string): SelectionSetNode => ({
    ...set,
    selections: set.selections.flatMap((one): SelectionNode[] => {
      if (one.kind === Kind.FIELD) return keep(`${typeName}.${one.name.value}`) ? [one] : [];
      if (one.kind === Kind.FRAGMENT_SPREAD) return [one];
      const selectionSet = filter(one.selectionSet, one.typeCondition?.name.value ?? typeName);
      return selectionSet.selections.length === 0 ? [] : [{ ...one, selectionSet }];
    }),
  });
  return visit(document, {
    Field: (node) =>
      node.name.value === '_entities' && node.selectionSet
        ? { ...node, selectionSet: filter(node.selectionSet, '') }
        : undefined,
  });
}

/** Asks subgraphs for the fields that the added ones stand for. */
function withArguments(node: FetchNode, given: DocumentNode, { originals }: Separating): FetchNode {
  const isUsed = new Set<string>();
  let document = visit(given, {
    Field(field) {
      const original = originals.get(field.name.value);
      if (!original) return undefined;
      const name = { ...field.name, value: original.name };
      return { ...field, alias: field.alias ?? field.name, name, arguments: original.arguments };
    },
  });
  if (document === node.operationDocumentNode) return node;
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void isUsed.add(name.value),
  });
  document = visit(document, {
    VariableDefinition: ({ variable }) => (isUsed.has(variable.name.value) ? undefined : null),
  });
  const operation = stripIgnoredCharacters(print(document));
  const variableUsages = node.variableUsages?.filter((name) => isUsed.has(name));
  return { ...node, operation, operationDocumentNode: document, ...(variableUsages ? { variableUsages } : {}) };
}
