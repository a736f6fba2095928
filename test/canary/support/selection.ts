/** An operation as a tree that can be drawn at random, cut down and written out. */

/** One entry of a selection: a field, or a fragment on the same type. */
export interface Node {
  readonly kind: 'field' | 'inline' | 'spread';
  /** Of a field its name; of a fragment the type that it is on, '' for none. */
  readonly name: string;
  readonly alias?: string;
  /** Arguments as they are written. */
  readonly args?: string;
  /** `@include(if: …)` and the like. */
  readonly directives?: string;
  readonly children: readonly Node[];
}

/** A whole operation. */
export interface Operation {
  readonly kind: 'query' | 'mutation';
  readonly name: string;
  readonly variables: readonly { readonly name: string; readonly type: string; readonly value: unknown }[];
  readonly roots: readonly Node[];
}

/** The GraphQL text; a fragment that occurs twice is written once. */
export function write({ kind, name, variables, roots }: Operation): {
  document: string;
  variables: Record<string, unknown>;
} {
  const fragments = new Map<string, string>();
  const text = (node: Node): string => {
    const inner = node.children.length === 0 ? '' : ` { ${node.children.map(text).join(' ')} }`;
    const directives = node.directives === undefined ? '' : ` ${node.directives}`;
    if (node.kind === 'inline') return `...${node.name === '' ? '' : ` on ${node.name}`}${directives}${inner}`;
    if (node.kind === 'spread') {
      if (!fragments.has(inner + node.name)) fragments.set(inner + node.name, `F${fragments.size}`);
      return `...${fragments.get(inner + node.name)}${directives}`;
    }
    return `${node.alias === undefined ? '' : `${node.alias}: `}${node.name}${node.args ?? ''}${directives}${inner}`;
  };
  const body = roots.map(text).join(' ');
  const parts = [...fragments].map(([key, fragment]) => {
    const end = key.lastIndexOf('}');
    return `fragment ${fragment} on ${key.slice(end + 1)}${key.slice(0, end + 1)}`;
  });
  const used = variables.filter((variable) => new RegExp(`\\$${variable.name}\\b`).test(`${body} ${parts.join(' ')}`));
  const head = used.map((variable) => `$${variable.name}: ${variable.type}`).join(', ');
  return {
    document: [`${kind} ${name}${head === '' ? '' : `(${head})`} { ${body} }`, ...parts].join(' '),
    variables: Object.fromEntries(used.map((variable) => [variable.name, variable.value])),
  };
}

/** Every operation that has one node less; the largest cuts first. */
export function* smaller(operation: Operation): Generator<Operation> {
  for (const roots of cuts(operation.roots)) if (roots.length > 0) yield { ...operation, roots };
}

function* cuts(nodes: readonly Node[]): Generator<readonly Node[]> {
  for (let n = 0; n < nodes.length; n += 1) yield nodes.toSpliced(n, 1);
  for (let n = 0; n < nodes.length; n += 1) {
    const node = nodes[n]!;
    if (node.kind !== 'field') yield nodes.toSpliced(n, 1, ...node.children);
    if (node.alias !== undefined && node.args === undefined) {
      const { alias: _alias, ...plain } = node;
      yield nodes.with(n, plain);
    }
    if (node.directives !== undefined) {
      const { directives: _directives, ...plain } = node;
      yield nodes.with(n, plain);
    }
    for (const children of cuts(node.children)) if (children.length > 0) yield nodes.with(n, { ...node, children });
  }
}

/** Every operation that says one thing less in what it is given: without an entry of an input, or of a list in one. */
export function* smallerInputs(operation: Operation): Generator<Operation> {
  for (const [place, variable] of operation.variables.entries())
    for (const value of less(variable.value))
      yield { ...operation, variables: operation.variables.with(place, { ...variable, value }) };
}

function* less(value: unknown): Generator<unknown> {
  if (Array.isArray(value)) {
    if (value.length > 1) yield value.slice(0, 1);
    for (const place of value.keys()) if (value.length > 1) yield value.toSpliced(place, 1);
  } else if (typeof value === 'object' && value !== null) {
    for (const key of Object.keys(value)) {
      const { [key]: one, ...rest } = value as Record<string, unknown>;
      yield rest;
      for (const fewer of less(one)) yield { ...rest, [key]: fewer };
    }
  }
}
