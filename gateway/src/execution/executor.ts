/**
 * Executes operations over one supergraph: planned by Apollo, compiled once, run per request. It knows nothing of HTTP,
 * of consent or of who asks: a carrier brings its questions to the subgraphs.
 */
import type { QueryPlan } from '@apollo/query-planner';
import {
  executeSync,
  Kind,
  valueFromASTUntyped,
  visit,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { compilePlan } from './plan/compilePlan.js';
import { keepObjects } from './plan/keepObjects.js';
import { createPlannedNames, type PlannedNames } from './plan/plannedNames.js';
import { assertNoClash } from './plan/requirementClash.js';
import { readRequirements } from './plan/requirements.js';
import type { Json, Path, Step } from './plan/steps.js';
import { unplannedFields } from './plan/unplannedFields.js';
import { createTypeTest } from './plan/typeTest.js';
import type { Carrier, Fault } from './run/carrier.js';
import { runPlan } from './run/runPlan.js';
import { compileShape } from './shape/compileShape.js';
import { shapeData } from './shape/shapeData.js';
import type { ObjectShape } from './shape/shapes.js';

/** An operation, ready to be run any number of times, by anybody. */
export interface PreparedOperation {
  readonly step: Step | undefined;
  readonly shape: ObjectShape;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Root fields that the planner knows no way for. */
  readonly unplanned: readonly string[];
  /** Some field is fetched under another name than the client's. */
  readonly isRenamed: boolean;
}

/** What an execution gives. */
export interface Executed<F> {
  readonly data: Json | null;
  readonly faults: readonly Fault<F>[];
  /** Where a value was missing that may not be, or was not what the schema says. */
  readonly incomplete: readonly Path[];
}

/** Executes over one supergraph. */
export interface Executor {
  /** Plans and compiles a validated operation: slow, so keep the result. Throws REQUIREMENTS_CLASH, or for one that cannot be planned. */
  prepare(document: DocumentNode, operationName: string | undefined): PreparedOperation;
  /** Runs it. Variables have been checked against their types. Rejects only if the carrier does. */
  execute<F>(prepared: PreparedOperation, variables: Readonly<Json>, carry: Carrier<F>): Promise<Executed<F>>;
}

/** What an executor is made of. */
export interface ExecutorOptions {
  /** With join directives and all types, as the planner knows it. */
  readonly supergraphSchema: GraphQLSchema;
  /** What clients see. */
  readonly apiSchema: GraphQLSchema;
  readonly plan: (document: DocumentNode, operationName: string | undefined) => QueryPlan;
}

/** See the file's sentence. */
export function createExecutor({ supergraphSchema, apiSchema, plan }: ExecutorOptions): Executor {
  const isA = createTypeTest(supergraphSchema);
  const requirements = readRequirements(supergraphSchema);
  const names = createPlannedNames(requirements);

  return {
    prepare(document, operationName) {
      const operation = operationOf(document, operationName);
      const renamed = names.rename(document);
      const queryPlan = plan(keepObjects(renamed), operationName);
      assertNoClash(queryPlan, requirements);
      const step = compilePlan(queryPlan, { isA, requirements, clientPath: names.clientPath });
      const shape = compileShape(document, operation, { schema: apiSchema, supergraphSchema, nameOf: names.nameOf });
      const unplanned = unplannedFields(step, shape);
      return { step, shape, document, operation, unplanned, isRenamed: renamed !== document };
    },
    async execute({ step, shape, document, operation, unplanned, isRenamed }, variables, carry) {
      const flags = (name: string): boolean => flagOf(name, operation, variables);
      const { data, faults, misfits } = await runPlan(step, variables, flags, carry);
      const introspect = (nodes: readonly FieldNode[]) =>
        introspection(nodes, apiSchema, document, operation, variables);
      const told = isRenamed ? faults.map((one) => inClientNames(one, names)) : faults;
      const shaped = shapeData(data, shape, { flags, introspect });
      const missing = unplanned.filter((name) => shaped.data && Object.hasOwn(shaped.data, name)).map((name) => [name]);
      const incomplete = [...missing, ...misfits.map((path) => names.clientPath(path)), ...shaped.incomplete];
      // Of what is asked for, nothing could be planned: there is no answer, not one of nulls.
      const isNothing = missing.length > 0 && missing.length === Object.keys(shaped.data ?? {}).length;
      return { data: isNothing ? null : shaped.data, faults: told, incomplete };
    },
  };
}

function inClientNames<F>({ path, fault }: Fault<F>, { clientPath }: PlannedNames): Fault<F> {
  return path ? { path: clientPath(path), fault } : { fault };
}

function operationOf(document: DocumentNode, name: string | undefined): OperationDefinitionNode {
  const found = document.definitions.find(
    (one): one is OperationDefinitionNode =>
      one.kind === Kind.OPERATION_DEFINITION && (name === undefined || one.name?.value === name),
  );
  if (!found) throw new Error('The document has no such operation');
  return found;
}

/** The value of a variable that a directive asks for; validation has made sure that it is a Boolean and there. */
function flagOf(name: string, { variableDefinitions }: OperationDefinitionNode, variables: Readonly<Json>): boolean {
  if (Object.hasOwn(variables, name) && variables[name] !== undefined) return variables[name] === true;
  const given = variableDefinitions?.find(({ variable }) => variable.name.value === name)?.defaultValue;
  return given !== undefined && valueFromASTUntyped(given) === true;
}

/** Answers fields about the schema itself. */
function introspection(
  nodes: readonly FieldNode[],
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Json>,
): unknown {
  const fragments = document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
  const selectionSet = { kind: Kind.SELECTION_SET, selections: nodes } as const;
  const asked = { ...operation, selectionSet };
  const used = new Set<string>();
  visit(
    { kind: Kind.DOCUMENT, definitions: [{ ...asked, variableDefinitions: [] }, ...fragments] },
    {
      Variable: ({ name }) => void used.add(name.value),
    },
  );
  const variableDefinitions = operation.variableDefinitions?.filter(({ variable }) => used.has(variable.name.value));
  const definition = { ...asked, ...(variableDefinitions ? { variableDefinitions } : {}) };
  const { data } = executeSync({
    schema,
    document: { kind: Kind.DOCUMENT, definitions: [definition, ...fragments] },
    variableValues: variables,
  });
  const [first] = nodes;
  return data?.[(first!.alias ?? first!.name).value] ?? null;
}
