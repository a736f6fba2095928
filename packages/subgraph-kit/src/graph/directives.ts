import type { DataCategory, Role } from '@sammen/consent';
import { Directive } from 'type-graphql';

/** Labels a field, or every field of a type, with the category of data it holds. */
export function Consent(category: DataCategory): PropertyDecorator & MethodDecorator & ClassDecorator {
  return Directive(`@consent(category: ${category})`) as PropertyDecorator & MethodDecorator & ClassDecorator;
}

/** Declares that a field, or every field of a type, holds nothing about a citizen. */
export function Public(): PropertyDecorator & MethodDecorator & ClassDecorator {
  return Directive('@public') as PropertyDecorator & MethodDecorator & ClassDecorator;
}

/** Declares which category of the citizen named by `citizenId` or `input.citizenId` a mutation writes. */
export function Writes(category: DataCategory): MethodDecorator {
  return Directive(`@writes(category: ${category})`) as MethodDecorator;
}

/** Opens a root field to some roles only; for data that belongs to no citizen. */
export function Roles(...anyOf: readonly [Role, ...Role[]]): MethodDecorator {
  return Directive(`@roles(anyOf: ${JSON.stringify(anyOf)})`) as MethodDecorator;
}

/**
 * Names the key of an entity that belongs to a citizen, and of the citizen itself. `resolvable: false`: another
 * subgraph's entity, of which this one knows the key and nothing else.
 */
export function Key(fields: string, { resolvable = true } = {}): ClassDecorator {
  return Directive(`@key(fields: "${fields}"${resolvable ? '' : ', resolvable: false'})`) as ClassDecorator;
}

/** A value type that several subgraphs define alike. */
export function Shareable(): ClassDecorator {
  return Directive('@shareable') as ClassDecorator;
}

/** What the kit adds to the consent directives: declarations for its own guard, not composed into the supergraph. */
export const KIT_DIRECTIVES_SDL = `
"Which category of the citizen's data a mutation writes; refused before it runs unless the actor may."
directive @writes(category: DataCategory!) on FIELD_DEFINITION
"Which roles may use a root field that concerns no single citizen."
directive @roles(anyOf: [String!]!) on FIELD_DEFINITION
`;
