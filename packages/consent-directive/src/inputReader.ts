import {
  Kind,
  astFromValue,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isScalarType,
  type ArgumentNode,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type OperationDefinitionNode,
  type ValueNode,
} from 'graphql';

/**
 * Which labelled arguments, input fields and enum values a field is called with, by literal, variable or default:
 * a filter or a sort order over guarded data tells of that data as much as reading it does.
 */

/** The variables of a request, as they came in. */
export type Variables = Readonly<Record<string, unknown>>;

/**
 * Reads the arguments of one field, telling `touch` every coordinate in use, labelled or not, and `depends` when other
 * variables could use others.
 */
export function inputReader(
  operation: OperationDefinitionNode,
  variables: Variables,
  touch: (coordinate: string) => void,
  depends: () => void = () => {},
) {
  const readNode = (node: ValueNode, type: GraphQLInputType, element: GraphQLArgument | GraphQLInputField): void => {
    const inner = getNullableType(type);
    if (node.kind === Kind.VARIABLE) {
      // Whatever a scalar holds, it has no coordinates in it.
      if (!isScalarType(getNamedType(type))) depends();
      const name = node.name.value;
      if (Object.hasOwn(variables, name)) return readValue(variables[name], type);
      const definition = operation.variableDefinitions?.find((other) => other.variable.name.value === name);
      return definition?.defaultValue ? readNode(definition.defaultValue, type, element) : readDefault(element);
    }
    if (isListType(inner)) {
      const items = node.kind === Kind.LIST ? node.values : [node];
      for (const item of items) readNode(item, inner.ofType, element);
    } else if (isEnumType(inner)) {
      if (node.kind === Kind.ENUM) touch(`${inner.name}.${node.value}`);
    } else if (isInputObjectType(inner) && node.kind === Kind.OBJECT) {
      const given = new Map(node.fields.map((field) => [field.name.value, field.value]));
      readFields(
        inner,
        (name) => given.has(name),
        (field) => readNode(given.get(field.name)!, field.type, field),
      );
    }
  };

  const readValue = (value: unknown, type: GraphQLInputType): void => {
    const inner = getNullableType(type);
    if (isListType(inner)) {
      for (const item of Array.isArray(value) ? value : [value]) readValue(item, inner.ofType);
    } else if (isEnumType(inner)) {
      if (typeof value === 'string') touch(`${inner.name}.${value}`);
    } else if (isInputObjectType(inner) && typeof value === 'object' && value !== null) {
      const given = value as Variables;
      readFields(
        inner,
        (name) => Object.hasOwn(given, name),
        (field) => readValue(given[field.name], field.type),
      );
    }
  };

  const readFields = (
    type: GraphQLInputObjectType,
    isGiven: (name: string) => boolean,
    read: (field: GraphQLInputField) => void,
  ): void => {
    for (const field of Object.values(type.getFields())) {
      if (!isGiven(field.name) && field.defaultValue === undefined) continue;
      touch(`${type.name}.${field.name}`);
      if (isGiven(field.name)) read(field);
      else readDefault(field);
    }
  };

  const readDefault = (element: GraphQLArgument | GraphQLInputField): void => {
    if (element.defaultValue === undefined) return;
    const node = element.astNode?.defaultValue ?? astFromValue(element.defaultValue, element.type);
    if (node) readNode(node, element.type, element);
  };

  return (coordinate: string, defined: readonly GraphQLArgument[], given: readonly ArgumentNode[]): void => {
    for (const argument of defined) {
      const node = given.find((other) => other.name.value === argument.name);
      if (!node && argument.defaultValue === undefined) continue;
      touch(`${coordinate}(${argument.name}:)`);
      if (node) readNode(node.value, argument.type, argument);
      else readDefault(argument);
    }
  };
}
