import { DATA_CATEGORY_SDL, DIRECTIVES_SDL, LINKS_SDL } from '@sammen/consent-directive';
import { CATEGORY_DESCRIPTIONS, DATA_CATEGORIES } from '@sammen/consent';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, parse } from 'graphql';
import { buildSchema, createResolversMap, registerEnumType } from 'type-graphql';
import type { SubgraphDefinition } from '../defineSubgraph.js';
import { KIT_DIRECTIVES_SDL } from '../graph/directives.js';
import { guardSchema } from '../guard/guardSchema.js';
import { withSizedConnections } from './sizedConnections.js';
import { validateInput } from './validateInput.js';

/** The enum of the categories, for subgraphs that return or take one. */
export const DataCategoryEnum = Object.fromEntries(DATA_CATEGORIES.map((category) => [category, category]));
registerEnumType(DataCategoryEnum, {
  name: 'DataCategory',
  description: 'What kind of data a field holds: the unit in which consent is given, decided, granted and logged.',
  valuesConfig: Object.fromEntries(
    DATA_CATEGORIES.map((category) => [category, { description: CATEGORY_DESCRIPTIONS[category] }]),
  ),
});

/** A subgraph's schema as text (what is composed) and as running code (what is guarded). */
export interface BuiltSchema {
  readonly sdl: string;
  readonly schema: GraphQLSchema;
}

/**
 * From classes to a federated, guarded schema. Nothing between here and the network can leave the guard out.
 * @throws GUARD_DECLARATION naming the coordinate that the guard cannot enforce (INVARIANT I-9)
 */
export async function buildGuardedSchema(definition: SubgraphDefinition): Promise<BuiltSchema> {
  const plain = await buildSchema({
    resolvers: definition.resolvers as unknown as [Function],
    orphanedTypes: [...definition.orphanedTypes],
    validateFn: validateInput,
    nullableByDefault: false,
  });
  const types = printSchemaWithDirectives(plain, { assumeValid: true });
  const categories = types.includes('enum DataCategory') ? '' : DATA_CATEGORY_SDL;
  const sdl = [
    LINKS_SDL,
    DIRECTIVES_SDL,
    categories,
    KIT_DIRECTIVES_SDL,
    withSizedConnections(withEnumArguments(withoutSchemaDefinition(types))),
  ].join('\n');
  const schema = buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: createResolversMap(plain) as never });
  guardSchema(schema, definition);
  return { sdl, schema };
}

/** Federation names the root types itself; a second definition would clash with the `extend schema` of the links. */
function withoutSchemaDefinition(sdl: string): string {
  return sdl.replace(/^(?:"""[\s\S]*?"""\s*)?schema\s*\{[^}]*\}\s*/m, '');
}

/** The printer knows no directive definitions and writes every argument as a string; categories are enum values. */
function withEnumArguments(sdl: string): string {
  return sdl.replace(/@(consent|writes)\(category: "([A-Z_]+)"\)/g, '@$1(category: $2)');
}
