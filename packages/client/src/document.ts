/** A document as it is sent: one text per document however it was written, so that it has one hash. */
import { type DocumentNode, Kind, parse, print, visit } from 'graphql';

/**
 * A document that knows its types: of gql.tada, of the client preset of graphql-codegen (either of its modes), or any
 * other `TypedDocumentNode`.
 */
export interface TypedDocument<Data = unknown, Variables = Record<string, unknown>> {
  /** Exists in types alone. */
  readonly __apiType?: ((variables: Variables) => Data) | undefined;
}

/** A document as a front end has it. */
export type AnyDocument = string | TypedDocument | DocumentNode;

/** The kinds of operations. */
export type OperationKind = 'query' | 'mutation' | 'subscription';

/** What is known of a document. */
export interface ReadDocument {
  /** The document as it was written, or as graphql-js prints it; empty for one that consists of its hash alone. */
  readonly text: string;
  /** The SHA-256 that graphql-codegen put beside it, in hexadecimals. */
  readonly knownHash: string | undefined;
  /** {@link canonicalText}; null when it is no GraphQL. */
  canonical(): string | null;
  /** The kind of the operation that is run; undefined when that cannot be told here. */
  kindOf(operationName: string | undefined): OperationKind | undefined;
}

const texts = /* @__PURE__ */ new Map<string, ReadDocument>();
const nodes = /* @__PURE__ */ new WeakMap<object, ReadDocument>();
const MOST_TEXTS = 200;

/** Reads a document, once per document. */
export function readDocument(document: AnyDocument): ReadDocument {
  if (typeof document === 'string') return readText(document, undefined);
  const known = nodes.get(document);
  if (known) return known;
  const hash = (document as { __meta__?: { hash?: unknown } }).__meta__?.hash;
  const knownHash = typeof hash === 'string' ? hash.replace(/^sha256:/, '') : undefined;
  // A String object is a document of graphql-codegen's mode `string`.
  const isText = Object.prototype.toString.call(document) === '[object String]';
  const read = isText ? readText(String(document), knownHash) : readNode(document, knownHash);
  nodes.set(document, read);
  return read;
}

function readText(text: string, knownHash: string | undefined): ReadDocument {
  let read = texts.get(text);
  if (!read) {
    if (texts.size >= MOST_TEXTS) texts.clear();
    texts.set(text, (read = describe(text, () => parsed(text), knownHash)));
  }
  return read;
}

function readNode(document: object, knownHash: string | undefined): ReadDocument {
  const isWhole = 'kind' in document && 'definitions' in document;
  const node = isWhole ? (document as DocumentNode) : null;
  return describe(node ? canonicalText(node) : '', () => node, knownHash);
}

function parsed(text: string): DocumentNode | null {
  try {
    return parse(text, { noLocation: true });
  } catch {
    return null; // The gateway says what is wrong with it.
  }
}

function describe(text: string, read: () => DocumentNode | null, knownHash: string | undefined): ReadDocument {
  let node: DocumentNode | null | undefined;
  let canonical: string | null | undefined;
  const nodeOnce = (): DocumentNode | null => (node === undefined ? (node = read()) : node);
  return {
    text,
    knownHash,
    canonical() {
      if (canonical === undefined) canonical = nodeOnce() && canonicalText(nodeOnce()!);
      return canonical;
    },
    kindOf(operationName) {
      const all = nodeOnce()?.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION) ?? [];
      const run = operationName === undefined ? all : all.filter(({ name }) => name?.value === operationName);
      return run.length === 1 ? (run[0]!.operation as OperationKind) : undefined;
    },
  };
}

/**
 * The one text of a document: as graphql-js prints it, operations first, then each fragment once, in order of name,
 * without the directives that are for the type checker alone. It is what the manifest lists.
 */
export function canonicalText(document: DocumentNode): string {
  const bare = visit(document, { Directive: ({ name }) => (name.value === '_unmask' ? null : undefined) });
  const fragments = new Map(
    bare.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [])),
  );
  const definitions = [
    ...bare.definitions.filter(({ kind }) => kind !== Kind.FRAGMENT_DEFINITION),
    ...[...fragments.keys()].sort().map((name) => fragments.get(name)!),
  ];
  return print({ kind: Kind.DOCUMENT, definitions });
}
