/** Whose field it is: read from the answer above it, or from what was asked. */
import { type DocumentNode, getOperationAST, Kind, parse, type ValueNode } from 'graphql';
import { isList, isObject, type Json, type Path } from '../rows/json.js';

interface Asked {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

/** The citizen's id; undefined when neither answer nor question says it. */
export function citizenOf(path: Path, data: Json, asked: Asked): string | undefined {
  return inAnswer(path, data) ?? inQuestion(path, asked);
}

/** The nearest id of a citizen above the place: `citizenId` of anything, or `id` right below a field that gives citizens. */
function inAnswer(path: Path, data: Json): string | undefined {
  let found: string | undefined;
  let value: Json | undefined = data;
  let name = '';
  for (const part of path) {
    value = isList(value) ? value[Number(part)] : isObject(value) ? value[part] : undefined;
    if (typeof part === 'string' && part !== 'nodes' && part !== 'node' && part !== 'edges') name = part;
    if (!isObject(value)) continue;
    const id = value['citizenId'] ?? (isCitizens(name) ? value['id'] : undefined);
    if (typeof id === 'string') found = id;
  }
  return found;
}

const isCitizens = (name: string): boolean => ['citizen', 'citizens', 'me', 'citizenByCpr'].includes(name);

/** The argument `id` or `citizenId` of the field at the root. */
function inQuestion([root]: Path, { query, variables = {}, operationName }: Asked): string | undefined {
  const document = parsed(query);
  const operation = document && getOperationAST(document, operationName);
  const field = operation?.selectionSet.selections.find(
    (one) => one.kind === Kind.FIELD && (one.alias ?? one.name).value === root,
  );
  if (field?.kind !== Kind.FIELD) return undefined;
  const argument = field.arguments?.find(({ name }) => name.value === 'id' || name.value === 'citizenId');
  return argument && textOf(argument.value, variables);
}

function textOf(value: ValueNode, variables: Readonly<Record<string, unknown>>): string | undefined {
  const given =
    value.kind === Kind.VARIABLE ? variables[value.name.value] : value.kind === Kind.STRING ? value.value : undefined;
  return typeof given === 'string' ? given : undefined;
}

function parsed(query: string): DocumentNode | undefined {
  try {
    return parse(query);
  } catch {
    return undefined;
  }
}
