import { DATA_CATEGORIES, type DataCategory } from '@sammen/consent';
import {
  getNamedType,
  isAbstractType,
  isObjectType,
  type ConstDirectiveNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { consentDirectiveError } from './errors.js';
import { CONSENT_DIRECTIVE, PUBLIC_DIRECTIVE } from './sdl.js';

/** The label of one coordinate, read from the directives in the schema's own text. */

/** A category, or PUBLIC where a field was declared to need none. Neither: nobody has thought about it. */
export type Label = DataCategory | 'PUBLIC';

/** Anything in a schema that can carry directives. */
export interface Labelled {
  readonly astNode?: DirectiveCarrier | null;
  readonly extensionASTNodes?: readonly DirectiveCarrier[];
}

interface DirectiveCarrier {
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}

/** The directives of a name on an element, extensions included. */
export function directivesNamed(element: Labelled, name: string): readonly ConstDirectiveNode[] {
  const nodes = [element.astNode, ...(element.extensionASTNodes ?? [])];
  return nodes.flatMap((node) => node?.directives ?? []).filter((directive) => directive.name.value === name);
}

/**
 * What an element itself declares; a category wins over @public. Throws UNKNOWN_CATEGORY rather than overlook a label.
 */
export function declaredLabel(element: Labelled): Label | undefined {
  const [label] = directivesNamed(element, CONSENT_DIRECTIVE);
  if (label !== undefined) return categoryOf(label);
  return directivesNamed(element, PUBLIC_DIRECTIVE).length > 0 ? 'PUBLIC' : undefined;
}

function categoryOf(directive: ConstDirectiveNode): DataCategory {
  const value = directive.arguments?.find((argument) => argument.name.value === 'category')?.value;
  const category = value?.kind === 'EnumValue' ? DATA_CATEGORIES.find((known) => known === value.value) : undefined;
  if (category === undefined) throw consentDirectiveError('UNKNOWN_CATEGORY');
  return category;
}

/** A field's label: its own, else that of the type it stands in; undefined when neither says anything. */
export function labelOf(type: Labelled, field: Labelled): Label | undefined {
  return declaredLabel(field) ?? declaredLabel(type);
}

/**
 * Every category that must be permitted before a field may resolve: its own, and that of the object it returns, for
 * whether such an object exists is data of that category, too. INVARIANT I-3
 */
export function guardsOf(schema: GraphQLSchema, type: Labelled, field: GraphQLField<unknown, unknown>): DataCategory[] {
  const labels = [labelOf(type, field), ...objectsOf(schema, getNamedType(field.type)).map(declaredLabel)];
  return [...new Set(labels.filter((label): label is DataCategory => label !== undefined && label !== 'PUBLIC'))];
}

/** The objects a type can turn out to be. The entities that a gateway names itself (`_Entity`) are decided one by one. */
export function objectsOf(schema: GraphQLSchema, type: GraphQLNamedType): readonly Labelled[] {
  if (isObjectType(type)) return [type];
  if (isAbstractType(type) && type.name !== '_Entity') return schema.getPossibleTypes(type);
  return [];
}
