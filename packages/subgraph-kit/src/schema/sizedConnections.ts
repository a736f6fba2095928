/**
 * Every field that gives pages says so with `@listSize`, so that whoever asks for pages within pages can be told what it
 * comes to before anything is read.
 */
import { type FieldDefinitionNode, Kind, parse, print, type TypeNode, visit } from 'graphql';

const LIST_SIZE = parse(
  'type T { f: Int @listSize(slicingArguments: ["first"], sizedFields: ["nodes", "edges"], requireOneSlicingArgument: false) }',
).definitions.flatMap((type) =>
  type.kind === Kind.OBJECT_TYPE_DEFINITION ? [...(type.fields?.[0]?.directives ?? [])] : [],
);

/** Adds the directive to every field that returns a connection and takes `first`. */
export function withSizedConnections(sdl: string): string {
  const enter = (field: FieldDefinitionNode): FieldDefinitionNode | undefined =>
    givesPages(field) ? { ...field, directives: [...(field.directives ?? []), ...LIST_SIZE] } : undefined;
  return print(visit(parse(sdl), { [Kind.FIELD_DEFINITION]: enter }));
}

function givesPages({ type, arguments: given }: FieldDefinitionNode): boolean {
  return nameOf(type).endsWith('Connection') && (given ?? []).some(({ name }) => name.value === 'first');
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}
