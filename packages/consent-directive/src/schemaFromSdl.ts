import { Kind, buildASTSchema, parse, type DefinitionNode, type DocumentNode, type GraphQLSchema } from 'graphql';
import { consentDirectiveError } from './errors.js';

/** Reads schema text for its labels alone, also text that only extends types (as federation allows). */

const DEFINITION_OF_EXTENSION = {
  [Kind.OBJECT_TYPE_EXTENSION]: Kind.OBJECT_TYPE_DEFINITION,
  [Kind.INTERFACE_TYPE_EXTENSION]: Kind.INTERFACE_TYPE_DEFINITION,
  [Kind.UNION_TYPE_EXTENSION]: Kind.UNION_TYPE_DEFINITION,
  [Kind.ENUM_TYPE_EXTENSION]: Kind.ENUM_TYPE_DEFINITION,
  [Kind.INPUT_OBJECT_TYPE_EXTENSION]: Kind.INPUT_OBJECT_TYPE_DEFINITION,
  [Kind.SCALAR_TYPE_EXTENSION]: Kind.SCALAR_TYPE_DEFINITION,
} as const;

/** A schema with every directive still on it. Not validated: composition does that. Throws SCHEMA_UNREADABLE. */
export function schemaFromSdl(sdl: string): GraphQLSchema {
  try {
    return buildASTSchema(withDefinitions(parse(sdl)), { assumeValid: true });
  } catch (cause) {
    throw consentDirectiveError('SCHEMA_UNREADABLE', { cause });
  }
}

/** Turns the first extension of a type that is not defined here into its definition. */
function withDefinitions(document: DocumentNode): DocumentNode {
  const defined = new Set<string>();
  for (const node of document.definitions) {
    if (Object.values<string>(DEFINITION_OF_EXTENSION).includes(node.kind)) defined.add(nameOf(node));
  }
  const definitions = document.definitions.map((node) => {
    const kind = DEFINITION_OF_EXTENSION[node.kind as keyof typeof DEFINITION_OF_EXTENSION];
    if (kind === undefined || defined.has(nameOf(node))) return node;
    defined.add(nameOf(node));
    return { ...node, kind } as DefinitionNode;
  });
  return { ...document, definitions };
}

function nameOf(node: DefinitionNode): string {
  return 'name' in node && node.name ? node.name.value : '';
}
