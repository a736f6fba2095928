/**
 * The list of documents that a gateway in production answers, made of what stands in the sources: every operation, each
 * with the fragments that it spreads, under the hash that the client sends for it. A list that would lack one is no list.
 */
import { type DocumentNode, type FragmentDefinitionNode, Kind, parse, print, visit } from 'graphql';
import { canonicalText, readDocument } from '../document.js';
import { documentHash } from '../documentHash.js';
import { clientError } from '../errors.js';

/** A text of GraphQL and where it stands. */
export interface SourceDocument {
  /** For messages: file and line. */
  readonly place: string;
  readonly text: string;
}

/** Documents by the SHA-256 of their text, as the gateway's PERSISTED_DOCUMENTS_FILE has them; in order of hash. */
export type Manifest = Readonly<Record<string, string>>;

/** Makes the list. Rejects with MANIFEST_REFUSED, naming the place: a text that is no GraphQL, a fragment that is missing or two. */
export async function createManifest(sources: readonly SourceDocument[]): Promise<Manifest> {
  const read = sources.map((source) => ({ ...source, node: parsed(source) }));
  const fragments = fragmentsOf(read);
  const documents = read.flatMap(({ node, place }) => {
    const operations = node.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
    if (operations.length === 0) return [];
    const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: operations };
    const spread = spreadIn(document, fragments, place);
    return [canonicalText({ kind: Kind.DOCUMENT, definitions: [...operations, ...spread] })];
  });
  const hashed = await Promise.all(
    documents.map(async (text) => [await documentHash(readDocument(text)), text] as const),
  );
  return Object.fromEntries(hashed.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

interface Placed extends SourceDocument {
  readonly node: DocumentNode;
}

function parsed({ text, place }: SourceDocument): DocumentNode {
  try {
    return parse(text, { noLocation: true });
  } catch (error) {
    throw refused(`${place}: ${(error as Error).message}`);
  }
}

function fragmentsOf(documents: readonly Placed[]): ReadonlyMap<string, FragmentDefinitionNode> {
  const found = new Map<string, FragmentDefinitionNode>();
  for (const { node, place } of documents) {
    for (const definition of node.definitions) {
      if (definition.kind !== Kind.FRAGMENT_DEFINITION) continue;
      const name = definition.name.value;
      const other = found.get(name);
      if (other && print(other) !== print(definition)) throw refused(`${place}: there is another fragment ${name}`);
      found.set(name, definition);
    }
  }
  return found;
}

/** All fragments that a document spreads, those within fragments too. */
function spreadIn(
  document: DocumentNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  place: string,
): FragmentDefinitionNode[] {
  const spread = new Map<string, FragmentDefinitionNode>();
  const follow = (node: DocumentNode | FragmentDefinitionNode): void => {
    visit(node, {
      FragmentSpread({ name: { value } }) {
        if (spread.has(value)) return;
        const fragment = fragments.get(value);
        if (!fragment) throw refused(`${place}: there is no fragment ${value}`);
        spread.set(value, fragment);
        follow(fragment);
      },
    });
  };
  follow(document);
  return [...spread.values()];
}

const refused = (why: string) => clientError('MANIFEST_REFUSED', { message: `There is no list of documents: ${why}.` });
