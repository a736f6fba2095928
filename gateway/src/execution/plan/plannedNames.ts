/**
 * The names under which fields are fetched. A plan brings keys and required fields into the same objects as what the
 * client asks for, so what the client calls by such a name, or asks for with arguments of its own, goes by another.
 */
import { visit, type DocumentNode, type FieldNode } from 'graphql';
import type { Requirements } from './requirements.js';

/** Names of a supergraph. */
export interface PlannedNames {
  /** The name under which a field of a client's operation is fetched. */
  nameOf(node: FieldNode): string;
  /** The operation as it is planned; the very same document if all names can stay. */
  rename(document: DocumentNode): DocumentNode;
  /** What the client calls the fields on a path. */
  clientPath<P extends string | number>(path: readonly P[]): P[];
}

/** No name of a client's operation ends like this without being renamed. */
const SUFFIX = '__asked';

/** That, and what stands for a required field with its arguments (`distinctRequirements.ts`). */
const OWN_ENDING = /(__need\d+)?__asked$/;

/** A plan may need the names of all keys and requirements for itself, and that of what objects are. */
export function createPlannedNames({ names, namesWithArguments }: Requirements): PlannedNames {
  const taken = new Set([...names, '__typename']);

  function nameOf({ name: { value: name }, alias, arguments: args = [] }: FieldNode): string {
    const asked = alias?.value ?? name;
    const isOther = asked !== name || args.length > 0 || namesWithArguments.has(name);
    return (isOther && taken.has(asked)) || asked.endsWith(SUFFIX) ? asked + SUFFIX : asked;
  }

  return {
    nameOf,
    rename: (document) =>
      visit(document, {
        Field(node) {
          const name = nameOf(node);
          if (name === (node.alias ?? node.name).value) return undefined;
          return { ...node, alias: { ...node.name, value: name } };
        },
      }),
    clientPath: (path) =>
      path.map((part) => (typeof part === 'string' ? (part.replace(OWN_ENDING, '') as typeof part) : part)),
  };
}
