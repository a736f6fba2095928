/** Which control a variable of a question gets, and how what is typed becomes its value. */
import {
  getNamedType,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  print,
  typeFromAST,
  valueFromASTUntyped,
} from 'graphql';

/** How a value is typed in. */
export type ControlKind = 'TEXT' | 'NUMBER' | 'DATE' | 'CHECK' | 'CHOICE' | 'LIST' | 'JSON';

/** One variable. */
export interface VariableField {
  readonly name: string;
  readonly kind: ControlKind;
  /** As GraphQL writes it. */
  readonly type: string;
  readonly isRequired: boolean;
  /** What stands in the control at first. */
  readonly initial: string;
  /** For CHOICE and LIST of an enum: what there is to choose from. */
  readonly choices: readonly string[];
  /** What the graph says of each choice. */
  readonly descriptions: Readonly<Record<string, string>>;
}

/** The variables of an operation. Without a schema, types that are not built in are typed as text or JSON. */
export function variableFields(
  operation: OperationDefinitionNode,
  schema: GraphQLSchema | null,
): readonly VariableField[] {
  return (operation.variableDefinitions ?? []).map(({ variable, type, defaultValue }) => {
    const known = schema ? (typeFromAST(schema, type as never) as GraphQLInputType | undefined) : undefined;
    const initial = defaultValue ? valueFromASTUntyped(defaultValue) : undefined;
    const { kind, choices } = controlOf(print(type), known);
    return {
      name: variable.name.value,
      kind,
      type: print(type),
      isRequired: type.kind === 'NonNullType' && defaultValue === undefined,
      initial: initial === undefined || initial === null ? '' : textOf(initial, kind),
      choices,
      descriptions: descriptionsOf(known),
    };
  });
}

function descriptionsOf(type: GraphQLInputType | undefined): Readonly<Record<string, string>> {
  const named = type && getNamedType(type);
  const values = isEnumType(named) ? named.getValues() : [];
  return Object.fromEntries(values.map(({ name, description }) => [name, description ?? '']));
}

function controlOf(printed: string, type: GraphQLInputType | undefined): Pick<VariableField, 'kind' | 'choices'> {
  const bare = type && isNonNullType(type) ? type.ofType : type;
  if (isEnumType(bare)) return { kind: 'CHOICE', choices: bare.getValues().map(({ name }) => name) };
  const name = printed.replace(/!$/, '');
  if (name.startsWith('[')) {
    const inner = isListType(bare) ? (isNonNullType(bare.ofType) ? bare.ofType.ofType : bare.ofType) : undefined;
    const choices = isEnumType(inner) ? inner.getValues().map((value) => value.name) : [];
    return { kind: /^\[(ID|String|Int|Float)!?\]$/.test(name) || choices.length > 0 ? 'LIST' : 'JSON', choices };
  }
  const kinds: Readonly<Record<string, ControlKind>> = {
    Int: 'NUMBER',
    Float: 'NUMBER',
    Boolean: 'CHECK',
    Date: 'DATE',
    ID: 'TEXT',
    String: 'TEXT',
    DateTime: 'TEXT',
  };
  return { kind: kinds[name] ?? 'JSON', choices: [] };
}

function textOf(value: unknown, kind: ControlKind): string {
  if (kind === 'LIST' && Array.isArray(value)) return value.join(', ');
  return kind === 'JSON' ? JSON.stringify(value) : String(value);
}

/** The value that a text means; `undefined` for left out, and an error of `NOT_A_VALUE` for what the type cannot be. */
export function valueOf({ kind, type, choices }: VariableField, text: string): unknown {
  const written = text.trim();
  if (kind === 'CHECK') return written === '' ? undefined : written === 'true';
  if (written === '') return undefined;
  if (kind === 'NUMBER') return numberIn(written, type.startsWith('Int'));
  if (kind === 'LIST') return listIn(written, type, choices);
  return kind === 'JSON' ? jsonIn(written) : written;
}

/** What is typed cannot be what is asked for. */
export const NOT_A_VALUE = Symbol('not a value');

function numberIn(text: string, isWhole: boolean): unknown {
  const number = Number(text.replace(',', '.'));
  return Number.isFinite(number) && (!isWhole || Number.isInteger(number)) ? number : NOT_A_VALUE;
}

function listIn(text: string, type: string, choices: readonly string[]): unknown {
  const parts = text.split(/[,;\n]/).flatMap((part) => part.trim() || []);
  if (choices.length > 0 && !parts.every((part) => choices.includes(part))) return NOT_A_VALUE;
  if (!/^\[(Int|Float)/.test(type)) return parts;
  const numbers = parts.map((part) => numberIn(part, type.startsWith('[Int')));
  return numbers.includes(NOT_A_VALUE) ? NOT_A_VALUE : numbers;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return NOT_A_VALUE;
  }
}
