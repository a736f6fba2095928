/**
 * Fields that require the same field of an interface with different arguments. The planner puts what they require under
 * one name and would compute both from the same values: such an operation is refused, never answered wrongly. Fields of
 * objects have names of their own by then (`distinctRequirements.ts`).
 */
import type { FetchNode, PlanNode, QueryPlan, QueryPlanSelectionNode } from '@apollo/query-planner';
import { parse } from 'graphql';
import { gatewayError } from '../../errors.js';
import { askedOfEntities } from './askedOfEntities.js';
import type { Requirements } from './requirements.js';

/** Throws REQUIREMENTS_CLASH for a plan in which it happens. */
export function assertNoClash({ node }: QueryPlan, requirements: Requirements): void {
  if (requirements.namesWithArguments.size === 0 || !node || node.kind === 'Subscription') return;
  const needed = new Map<string, { readonly by: string; readonly args: string }>();
  walk(node, '', ({ requires, operationDocumentNode, operation }, path) => {
    if (!requires) return;
    const ways = waysOf(requires, '');
    for (const { typeName, name } of askedOfEntities(operationDocumentNode ?? parse(operation))) {
      const by = `${typeName}.${name}`;
      for (const [field, args] of requirements.of(by)) {
        if (!ways.has(field)) continue;
        const key = `${path} ${field}`;
        const known = needed.get(key);
        if (known && known.args !== args) {
          const message = `${known.by} and ${by} are computed from the same field with different arguments.`;
          throw gatewayError('REQUIREMENTS_CLASH', { message });
        }
        needed.set(key, { by, args });
      }
    }
  });
}

function walk(node: PlanNode, path: string, visit: (fetch: FetchNode, path: string) => void): void {
  if (node.kind === 'Fetch') visit(node, path);
  else if (node.kind === 'Flatten') walk(node.node, `${path}.${node.path.join('.')}`, visit);
  else if (node.kind === 'Sequence' || node.kind === 'Parallel') for (const one of node.nodes) walk(one, path, visit);
  else if (node.kind === 'Condition')
    for (const one of [node.ifClause, node.elseClause]) if (one) walk(one, path, visit);
}

/** The ways to fields that are required under their names. */
function waysOf(selections: readonly QueryPlanSelectionNode[], path: string): Set<string> {
  const ways = new Set<string>();
  for (const one of selections) {
    const way = one.kind === 'Field' ? `${path}.${one.name}` : path;
    if (one.kind === 'Field' && one.alias === undefined) ways.add(way);
    for (const inner of waysOf(one.selections ?? [], way)) ways.add(inner);
  }
  return ways;
}
