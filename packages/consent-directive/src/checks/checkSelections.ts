import {
  Kind,
  getNamedType,
  isInterfaceType,
  isObjectType,
  parse,
  type ConstDirectiveNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { consentDirectiveError } from '../errors.js';
import { directivesNamed, labelOf, type Labelled } from '../label.js';
import type { LabelLookup } from '../labelLookup.js';
import { fieldsOf, typesWithFields } from './schemaElements.js';
import type { Report } from './violation.js';

/**
 * GUARDED_KEY, UNCOVERED_SELECTION, REQUIRES_WITH_ARGUMENTS: a selection in a federation directive carries data from
 * one subgraph to another, past the field that guards it. `labels` are those of all subgraphs together.
 */
export function checkSelections(schema: GraphQLSchema, labels: LabelLookup, report: Report): void {
  for (const type of typesWithFields(schema)) {
    for (const key of federationDirectives(type, 'key'))
      for (const guarded of guardedIn(schema, labels, key, type))
        report('GUARDED_KEY', guarded, `Declare it @public, or key ${type.name} by something else.`);
    for (const field of fieldsOf(type)) {
      const coordinate = `${type.name}.${field.name}`;
      const own = labelOf(type, field);
      const requires = federationDirectives(field, 'requires');
      if (requires.length > 0 && field.args.length > 0)
        report('REQUIRES_WITH_ARGUMENTS', coordinate, 'Take away the arguments, or @requires.');
      const uncovered = [
        ...requires.flatMap((node) => guardedIn(schema, labels, node, type)),
        ...federationDirectives(field, 'provides').flatMap((node) =>
          guardedIn(schema, labels, node, getNamedType(field.type)),
        ),
      ].filter((guarded) => labels(guarded) !== own);
      for (const guarded of uncovered)
        report('UNCOVERED_SELECTION', coordinate, `It selects ${guarded} of ${labels(guarded)}: leave that out.`);
    }
  }
}

function federationDirectives(element: Labelled, name: string): readonly ConstDirectiveNode[] {
  return [...directivesNamed(element, name), ...directivesNamed(element, `federation__${name}`)];
}

/** The guarded coordinates that a directive's `fields` select, at any depth. */
function guardedIn(
  schema: GraphQLSchema,
  labels: LabelLookup,
  directive: ConstDirectiveNode,
  type: GraphQLNamedType,
): readonly string[] {
  const fields = directive.arguments?.find((argument) => argument.name.value === 'fields')?.value;
  if (fields?.kind !== Kind.STRING) return [];
  return walk(selectionOf(fields.value), type);

  function walk(set: SelectionSetNode, parent: GraphQLNamedType | undefined): string[] {
    return set.selections.flatMap((selection): string[] => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition && schema.getType(selection.typeCondition.name.value);
        return walk(selection.selectionSet, condition ?? parent);
      }
      const field =
        isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[selection.name.value] : undefined;
      if (!field) return [];
      const coordinate = `${parent!.name}.${field.name}`;
      const deeper = selection.selectionSet ? walk(selection.selectionSet, getNamedType(field.type)) : [];
      // That there is such an object is data of its type's category.
      const object = getNamedType(field.type).name;
      const isGuarded = (at: string): boolean => (labels(at) ?? 'PUBLIC') !== 'PUBLIC';
      return [...[coordinate, object].filter(isGuarded), ...deeper];
    });
  }
}

function selectionOf(fields: string): SelectionSetNode {
  try {
    return (parse(`{ ${fields} }`).definitions[0] as OperationDefinitionNode).selectionSet;
  } catch (cause) {
    throw consentDirectiveError('SCHEMA_UNREADABLE', { cause });
  }
}
