/**
 * Nothing is read before it was written. The planner now and then puts a fetch beside the one that brings what it
 * requires (seen with interface objects); it has to come after.
 */
import { getResponseName, type FetchNode, type PlanNode, type QueryPlanSelectionNode } from '@apollo/query-planner';
import { Kind, parse, type DocumentNode, type SelectionSetNode } from 'graphql';

/** A field at a place, names only: `stays.unit code`. */
type Places = Set<string>;

/** The same plan, with such fetches put after what they need. */
export function inReadingOrder(plan: PlanNode): PlanNode {
  return order(plan, [], new Set());
}

/** Adds to `known` what the node writes. */
function order(node: PlanNode, path: readonly string[], known: Places): PlanNode {
  switch (node.kind) {
    case 'Fetch':
      written(node, path, known);
      return node;
    case 'Flatten':
      return { ...node, node: order(node.node, inner(path, node.path), known) };
    case 'Sequence':
      return { ...node, nodes: node.nodes.map((one) => order(one, path, known)) };
    case 'Condition': {
      const { ifClause, elseClause } = node;
      return {
        ...node,
        ...(ifClause ? { ifClause: order(ifClause, path, known) } : {}),
        ...(elseClause ? { elseClause: order(elseClause, path, known) } : {}),
      };
    }
    case 'Parallel':
      return orderParallel(node.nodes, path, known);
    default:
      return node;
  }
}

function orderParallel(nodes: readonly PlanNode[], path: readonly string[], known: Places): PlanNode {
  const writes = nodes.map((one) => writesOf(one, path));
  const isLate = (node: PlanNode, at: number): boolean => {
    const missing = [...readsOf(node, path)].filter((place) => !known.has(place) && !writes[at]!.has(place));
    return missing.some((place) => writes.some((other, index) => index !== at && other.has(place)));
  };
  const late = nodes.filter(isLate);
  const early = nodes.filter((one) => !late.includes(one));
  if (late.length > 0 && early.length > 0) {
    const ordered = [early, late].map((some): PlanNode => ({ kind: 'Parallel', nodes: some }));
    return order({ kind: 'Sequence', nodes: ordered }, path, known);
  }
  const before = new Set(known);
  return {
    kind: 'Parallel',
    nodes: nodes.map((one, at) => {
      for (const place of writes[at]!) known.add(place);
      return order(one, path, new Set(before));
    }),
  };
}

const inner = (path: readonly string[], more: readonly (string | number)[]): string[] => [
  ...path,
  ...more.flatMap((part) => (typeof part === 'string' && part !== '@' ? [part] : [])),
];

function each(node: PlanNode, path: readonly string[], see: (fetch: FetchNode, path: readonly string[]) => void): void {
  if (node.kind === 'Fetch') see(node, path);
  else if (node.kind === 'Flatten') each(node.node, inner(path, node.path), see);
  else if (node.kind === 'Sequence' || node.kind === 'Parallel') for (const one of node.nodes) each(one, path, see);
  else if (node.kind === 'Condition') for (const one of [node.ifClause, node.elseClause]) if (one) each(one, path, see);
}

function readsOf(node: PlanNode, path: readonly string[]): Places {
  const places: Places = new Set();
  const read = (selections: readonly QueryPlanSelectionNode[], at: readonly string[]): void => {
    for (const one of selections) {
      if (one.kind === 'InlineFragment') read(one.selections, at);
      else if (one.name !== '__typename') places.add(`${at.join('.')} ${getResponseName(one)}`);
    }
  };
  each(node, path, ({ requires = [] }, at) => read(requires, at));
  return places;
}

function writesOf(node: PlanNode, path: readonly string[]): Places {
  const places: Places = new Set();
  each(node, path, (fetch, at) => written(fetch, at, places));
  return places;
}

function written({ operation, operationDocumentNode, requires }: FetchNode, path: readonly string[], into: Places) {
  const { definitions }: DocumentNode = operationDocumentNode ?? parse(operation, { noLocation: true });
  const fragments = definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [one] : []));
  const write = ({ selections }: SelectionSetNode, at: readonly string[]): void => {
    for (const one of selections) {
      if (one.kind === Kind.FIELD) {
        const name = (one.alias ?? one.name).value;
        into.add(`${at.join('.')} ${name}`);
        const below = requires && name === '_entities' ? at : [...at, name];
        if (one.selectionSet) write(one.selectionSet, below);
        continue;
      }
      const used =
        one.kind === Kind.INLINE_FRAGMENT ? one : fragments.find(({ name }) => name.value === one.name.value);
      if (used) write(used.selectionSet, at);
    }
  };
  for (const one of definitions) if (one.kind === Kind.OPERATION_DEFINITION) write(one.selectionSet, path);
}
