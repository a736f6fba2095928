/** Cuts a failing operation down while it is valid and still fails. */
import { Kind, parse, print, validate, visit, type ASTNode, type DocumentNode, type GraphQLSchema } from 'graphql';

/** At most so many tries: then what is there is good enough. */
const MOST_TRIES = 400;

/** Drops a selection, a directive, an alias, an argument or a variable at a time. */
export async function shrinkOperation(
  document: DocumentNode,
  schema: GraphQLSchema,
  fails: (document: DocumentNode) => Promise<boolean>,
): Promise<DocumentNode> {
  let current = document;
  let tries = 0;
  for (let place = 0; place < placesOf(current) && tries < MOST_TRIES;) {
    tries += 1;
    const candidate = readable(withoutUnused(without(current, place)));
    if (candidate && validate(schema, candidate).length === 0 && (await fails(candidate))) current = candidate;
    else place += 1;
  }
  return current;
}

/** What can go by itself. */
const canGo = ({ kind }: ASTNode): boolean =>
  kind === Kind.FIELD || kind === Kind.INLINE_FRAGMENT || kind === Kind.FRAGMENT_SPREAD || kind === Kind.DIRECTIVE;

function placesOf(document: DocumentNode): number {
  let count = 0;
  visit(document, { enter: (node) => void (canGo(node) && (count += node.kind === Kind.FIELD && node.alias ? 2 : 1)) });
  return count;
}

function without(document: DocumentNode, place: number): DocumentNode {
  let at = 0;
  return visit(document, {
    enter(node) {
      if (!canGo(node)) return undefined;
      if (at++ === place) return null;
      if (node.kind === Kind.FIELD && node.alias && at++ === place) {
        const { alias: _alias, ...field } = node;
        return field;
      }
      return undefined;
    },
  });
}

function withoutUnused(document: DocumentNode): DocumentNode {
  const text = print(document);
  return visit(document, {
    FragmentDefinition: (node) => (text.includes(`...${node.name.value}`) ? undefined : null),
    VariableDefinition: ({ variable: { name } }) =>
      text.split(new RegExp(`\\$${name.value}\\b`)).length > 2 ? undefined : null,
  });
}

/** The document anew; null when nothing was left where something has to be. */
function readable(document: DocumentNode): DocumentNode | null {
  try {
    return parse(print(document), { noLocation: true });
  } catch {
    return null;
  }
}
