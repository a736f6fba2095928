/** Whether an object of a type falls under a type condition; looked up once per pair. */
import { isAbstractType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';

/** `typeName` is what an object says of itself; anything but a known name is under no condition. */
export type TypeTest = (typeName: unknown, condition: string) => boolean;

/** A test over the types of a supergraph. */
export function createTypeTest(schema: GraphQLSchema): TypeTest {
  const known = new Map<string, Map<unknown, boolean>>();

  function look(typeName: unknown, condition: string): boolean {
    if (typeName === condition) return true;
    const type = typeof typeName === 'string' ? schema.getType(typeName) : undefined;
    const wider = schema.getType(condition);
    return isAbstractType(wider) && (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(wider, type);
  }

  return (typeName, condition) => {
    let answers = known.get(condition);
    if (!answers) known.set(condition, (answers = new Map()));
    const answer = answers.get(typeName);
    if (answer !== undefined) return answer;
    const found = look(typeName, condition);
    // Type names come from subgraphs: only those that the schema has are remembered.
    if (typeof typeName === 'string' && schema.getType(typeName)) answers.set(typeName, found);
    return found;
  };
}
