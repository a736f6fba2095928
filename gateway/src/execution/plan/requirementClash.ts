/**
 * Fields that require the same field of an object with different arguments. The planner puts what they require under one
 * name and would compute both from the same values: such an operation is refused, never answered wrongly.
 */
import type { FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner';
import {
  getArgumentValues,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  print,
  type DocumentNode,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { gatewayError } from '../../errors.js';

/** What fields require with arguments: by `Type.field`, the arguments of each required field. */
type Requirements = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The check of a supergraph's plans: throws REQUIREMENTS_CLASH. */
export function createClashCheck(supergraph: GraphQLSchema): (plan: QueryPlan) => void {
  const requirements = requirementsOf(supergraph);
  if (![...requirements.values()].some((fields) => [...fields.values()].some((args) => args !== ''))) return () => {};
  return ({ node }) => {
    const needed = new Map<string, { readonly by: string; readonly args: string }>();
    if (node && node.kind !== 'Subscription') walk(node, '', (fetch, path) => check(fetch, path, needed));
  };

  function check(fetch: FetchNode, path: string, needed: Map<string, { readonly by: string; readonly args: string }>) {
    if (!fetch.requires) return;
    for (const by of entityFields(fetch.operationDocumentNode ?? parse(fetch.operation))) {
      for (const [field, args] of requirements.get(by) ?? []) {
        const key = `${path} ${field}`;
        const known = needed.get(key);
        if (known && known.args !== args) {
          const message = `${known.by} and ${by} are computed from the same field with different arguments.`;
          throw gatewayError('REQUIREMENTS_CLASH', { message });
        }
        needed.set(key, { by, args });
      }
    }
  }
}

function requirementsOf(supergraph: GraphQLSchema): Requirements {
  const definition = supergraph.getDirective('join__field');
  const found = new Map<string, Map<string, string>>();
  for (const type of Object.values(supergraph.getTypeMap())) {
    if (!definition || (!isObjectType(type) && !isInterfaceType(type))) continue;
    for (const { name, astNode } of Object.values(type.getFields())) {
      for (const directive of astNode?.directives ?? []) {
        if (directive.name.value !== definition.name) continue;
        const { requires } = getArgumentValues(definition, directive);
        if (typeof requires !== 'string') continue;
        const fields = found.get(`${type.name}.${name}`) ?? new Map<string, string>();
        found.set(`${type.name}.${name}`, fields);
        const [operation] = parse(`{${requires}}`, { noLocation: true }).definitions;
        if (operation?.kind === Kind.OPERATION_DEFINITION) readFields(operation.selectionSet, '', fields);
      }
    }
  }
  return found;
}

function readFields({ selections }: SelectionSetNode, path: string, fields: Map<string, string>): void {
  for (const selection of selections) {
    const at = selection.kind === Kind.FIELD ? `${path}.${selection.name.value}` : path;
    if (selection.kind === Kind.FIELD) fields.set(at, (selection.arguments ?? []).map(print).sort().join());
    if ('selectionSet' in selection && selection.selectionSet) readFields(selection.selectionSet, at, fields);
  }
}

/** `Type.field` of what an entity fetch asks of the entities themselves. */
function entityFields({ definitions }: DocumentNode): string[] {
  const fragments = definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [one] : []));
  const within = ({ selections }: SelectionSetNode, type: string): string[] =>
    selections.flatMap((one) => {
      if (one.kind === Kind.FIELD) {
        if (one.name.value === '_entities') return within(one.selectionSet!, '');
        return [`${type}.${one.name.value}`];
      }
      const used =
        one.kind === Kind.INLINE_FRAGMENT ? one : fragments.find(({ name }) => name.value === one.name.value);
      return used ? within(used.selectionSet, used.typeCondition?.name.value ?? type) : [];
    });
  return definitions.flatMap((one) => (one.kind === Kind.OPERATION_DEFINITION ? within(one.selectionSet, '') : []));
}

function walk(node: PlanNode, path: string, visit: (fetch: FetchNode, path: string) => void): void {
  if (node.kind === 'Fetch') visit(node, path);
  else if (node.kind === 'Flatten') walk(node.node, `${path}.${node.path.join('.')}`, visit);
  else if (node.kind === 'Sequence' || node.kind === 'Parallel') for (const one of node.nodes) walk(one, path, visit);
  else if (node.kind === 'Condition')
    for (const one of [node.ifClause, node.elseClause]) if (one) walk(one, path, visit);
}
