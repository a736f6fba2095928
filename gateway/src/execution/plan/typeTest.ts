/** Whether an object of a type falls under a type condition; looked up once per pair. */
import { isAbstractType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';

/** `typeName` is what an object says of itself; anything but a known name is under no condition. */
export type TypeTest = (typeName: unknown, condition: unknown) => boolean;

/** A test over the types of a supergraph. */
export function createTypeTest(schema: GraphQLSchema): TypeTest {
  const known = new Map<unknown, Map<unknown, boolean>>();

  function look(typeName: unknown, condition: unknown): boolean {
    if (typeName === condition) return true;
    if (typeof condition !== 'string') return false;
    const type = typeof typeName === 'string' ? schema.getType(typeName) : undefined;
    const wider = schema.getType(condition);
    return isAbstractType(wider) && (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(wider, type);
  }

  const isName = (name: unknown): boolean => typeof name === 'string' && schema.getType(name) !== undefined;

  return (typeName, condition) => {
    const answer = known.get(condition)?.get(typeName);
    if (answer !== undefined) return answer;
    const found = look(typeName, condition);
    // Type names come from subgraphs: only those that the schema has are remembered.
    if (!isName(typeName) || !isName(condition)) return found;
    const answers = known.get(condition) ?? new Map<unknown, boolean>();
    known.set(condition, answers.set(typeName, found));
    return found;
  };
}
