/** Apollo's query plan → steps. Everything that does not depend on a request is worked out here, once per operation. */
import type { FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner';
import { Kind, parse, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';
import { createMerge, type Merge } from '../run/mergeInto.js';
import { compileRequires } from './compileRequires.js';
import { compilePathRewrites, compileRewrites } from './compileRewrites.js';
import { inReadingOrder } from './inReadingOrder.js';
import type { Requirements } from './requirements.js';
import type { FetchStep, Path, Step } from './steps.js';
import type { TypeTest } from './typeTest.js';

/** Compiles a plan; undefined when nothing has to be fetched. Throws for what this gateway never asks the planner for. */
export function compilePlan({ node }: QueryPlan, graph: CompiledGraph): Step | undefined {
  if (!node) return undefined;
  if (node.kind === 'Subscription') throw new Error('Subscriptions are not served');
  const twins = new Map<string, number>();
  countFetches(node, twins);
  return compile(inReadingOrder(node), [], { ...graph, merge: createMerge(graph.isA), twins });
}

/** What plans are compiled with. */
export interface CompiledGraph {
  readonly isA: TypeTest;
  readonly requirements: Requirements;
  /** What the client calls the fields on a path. */
  readonly clientPath: (path: Path) => Path;
}

interface Compiling extends CompiledGraph {
  readonly merge: Merge;
  /** How often each question is asked. */
  readonly twins: ReadonlyMap<string, number>;
}

function compile(node: PlanNode, path: Path, compiling: Compiling): Step {
  switch (node.kind) {
    case 'Sequence':
      return { kind: 'sequence', steps: node.nodes.map((one) => compile(one, path, compiling)) };
    case 'Parallel':
      return { kind: 'parallel', steps: node.nodes.map((one) => compile(one, path, compiling)) };
    case 'Flatten':
      return compile(node.node, [...path, ...node.path], compiling);
    case 'Condition': {
      const { condition: variable, ifClause, elseClause } = node;
      return {
        kind: 'condition',
        variable,
        ...(ifClause ? { yes: compile(ifClause, path, compiling) } : {}),
        ...(elseClause ? { no: compile(elseClause, path, compiling) } : {}),
      };
    }
    case 'Fetch':
      return compileFetch(node, path, compiling);
    case 'Defer':
      throw new Error('@defer is not served');
  }
}

function compileFetch(node: FetchNode, path: Path, compiling: Compiling): FetchStep {
  const { isA, clientPath, merge, twins } = compiling;
  const document = node.operationDocumentNode ?? parse(node.operation, { noLocation: true });
  const pathOf = compilePathRewrites(node.outputRewrites);
  const twin = questionOf(node);
  return {
    kind: 'fetch',
    source: node.serviceName,
    operation: node.operation,
    operationName: node.operationName,
    document,
    isMutation: node.operationKind === 'mutation',
    variableNames: node.variableUsages ?? [],
    path,
    represent: node.requires ? compileRequires(node, document, compiling) : null,
    rewrite: compileRewrites(node.outputRewrites, isA),
    merge,
    pathOf,
    fills: filledPlaces(document, node.requires !== undefined).map((place) => clientPath([...path, ...pathOf(place)])),
    twin: (twins.get(twin) ?? 0) > 1 ? twin : null,
  };
}

function countFetches(node: PlanNode, twins: Map<string, number>): void {
  if (node.kind === 'Fetch') twins.set(questionOf(node), (twins.get(questionOf(node)) ?? 0) + 1);
  else if (node.kind === 'Flatten') countFetches(node.node, twins);
  else if (node.kind === 'Sequence' || node.kind === 'Parallel') for (const one of node.nodes) countFetches(one, twins);
  else if (node.kind === 'Condition')
    for (const one of [node.ifClause, node.elseClause]) if (one) countFetches(one, twins);
}

/** The planner numbers the names of its operations; what they ask does not depend on that. */
function questionOf({ serviceName, operation, operationName }: FetchNode): string {
  return `${serviceName} ${operationName === undefined ? operation : operation.replace(operationName, '')}`;
}

/** The response names that a fetch fills in the objects it is made for. */
function filledPlaces(document: DocumentNode, isOfEntities: boolean): Path[] {
  const root = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (!root) return [];
  const names = namesOf(root.selectionSet, document);
  const filled = isOfEntities ? namesOf(names.get('_entities'), document) : names;
  return [...filled.keys()].filter((name) => name !== '__typename').map((name) => [name]);
}

function namesOf(selectionSet: SelectionSetNode | undefined, document: DocumentNode) {
  const names = new Map<string, SelectionSetNode | undefined>();
  for (const selection of selectionSet?.selections ?? []) {
    if (selection.kind === Kind.FIELD) {
      names.set((selection.alias ?? selection.name).value, selection.selectionSet);
      continue;
    }
    const inner =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection
        : document.definitions.find(
            (one): one is FragmentDefinitionNode =>
              one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === selection.name.value,
          );
    for (const [name, child] of namesOf(inner?.selectionSet, document)) names.set(name, child);
  }
  return names;
}
