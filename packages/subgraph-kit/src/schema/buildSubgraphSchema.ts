import { consentDirectiveSdl } from '@sammen/consent-directive';
import { DATA_CATEGORIES } from '@sammen/consent';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, parse } from 'graphql';
import { buildSchema, createResolversMap, registerEnumType } from 'type-graphql';
import type { SubgraphDefinition } from '../defineSubgraph.js';
import { KIT_DIRECTIVES_SDL } from '../graph/directives.js';
import { guardSchema } from '../guard/guardSchema.js';
import { validateInput } from './validateInput.js';

/** The enum of the categories, for subgraphs that return or take one. */
export const DataCategoryEnum = Object.fromEntries(DATA_CATEGORIES.map((category) => [category, category]));
registerEnumType(DataCategoryEnum, { name: 'DataCategory', description: 'What kind of data a field holds (datakategori).' });

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
  const sdl = `${consentDirectiveSdl({ withCategoryEnum: !types.includes('enum DataCategory') })}\n${KIT_DIRECTIVES_SDL}\n${withoutSchemaDefinition(types)}`;
  const schema = buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: createResolversMap(plain) as never });
  guardSchema(schema, definition);
  return { sdl, schema };
}

/** Federation names the root types itself; a second definition would clash with the `extend schema` of the links. */
function withoutSchemaDefinition(sdl: string): string {
  return sdl.replace(/^(?:"""[\s\S]*?"""\s*)?schema\s*\{[^}]*\}\s*/m, '');
}
