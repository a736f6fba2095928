/** Values for any selection of any subgraph: made up, the same every time, about whose citizen was asked. */
import { getNamedType, getNullableType, isEnumType, isListType, isObjectType } from 'graphql';

const VALUES = {
  Int: 42,
  Float: 4.2,
  Boolean: true,
  Date: '2026-01-02',
  DateTime: '2026-01-02T03:04:05Z',
  LocalTime: '12:00',
};

/** A field's value; `seen` gathers the citizens that the answer speaks of. */
export function madeUp(seen, citizenId) {
  return (source, args, _context, { fieldName, returnType, parentType, schema }) => {
    const given = source && Object.hasOwn(source, fieldName) ? source[fieldName] : undefined;
    if (given !== undefined) return given;
    const owner = ownerOf(source, parentType) ?? args.id ?? citizenId(0);
    const bare = getNullableType(returnType);
    if (isListType(bare)) {
      const count = Math.min(source?.count ?? 2, 100);
      return Array.from({ length: count }, (_, at) => one(bare.ofType, at));
    }
    return one(bare, 0);

    function one(type, at) {
      const named = getNamedType(type);
      if (isEnumType(named)) return named.getValues()[0].value;
      if (VALUES[named.name] !== undefined) return VALUES[named.name];
      if (named.name === 'ID' || named.name === 'String')
        return fieldName === 'citizenId' ? owner : `${fieldName} of somebody`;
      const object = isObjectType(named) ? named : schema.getPossibleTypes(named)[0];
      const isMixed = parentType.name === 'CitizenConnection';
      const theirs = object.name === 'Citizen' ? (isMixed ? citizenId(at) : owner) : owner;
      if (object.name === 'Citizen') seen.add(theirs);
      return {
        __typename: object.name,
        owner: theirs,
        ...(args.first ? { count: args.first } : {}),
        // A row of a list says which one it is.
        ...(object.getFields().id ? { id: object.name === 'Citizen' ? theirs : rowId(at) } : {}),
        ...(object.getFields().citizenId ? { citizenId: theirs } : {}),
      };
    }
  };
}

const rowId = (at) => `10000000-0000-8000-8000-${String(at).padStart(12, '0')}`;

function ownerOf(source, { name }) {
  return source?.owner ?? source?.citizenId ?? (name === 'Citizen' ? source?.id : undefined);
}
