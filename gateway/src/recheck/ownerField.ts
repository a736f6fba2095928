/**
 * How an object says whose it is: a citizen by `id`, what belongs to one by `citizenId`, `citizenRef` or its `citizen`. Read from
 * the schema alone. A type without any of these is a value: it belongs to whom the nearest object above it belongs.
 */
import type { LabelLookup } from '@sammen/consent-directive';
import { getNamedType, getNullableType, isLeafType, isObjectType, isRequiredArgument } from 'graphql';
import type { GraphQLObjectType } from 'graphql';

/** The field to ask: its value is the citizen's id, the citizen, or (`citizenRef`) a word for them in this request. */
export type OwnerField = 'id' | 'citizenId' | 'citizenRef' | 'citizen';

const CITIZEN = 'Citizen';

/** The field by which objects of a type say whose they are; undefined for values and for what concerns nobody. */
export function ownerFieldOf(type: GraphQLObjectType, labels: LabelLookup): OwnerField | undefined {
  const fields = type.getFields();
  const isOpen = (name: OwnerField): boolean => labels(`${type.name}.${name}`) === 'PUBLIC';
  if (type.name === CITIZEN) return fields['id'] && isOpen('id') ? 'id' : undefined;
  const { citizenId, citizenRef, citizen } = fields;
  if (citizenId && isOpen('citizenId') && isLeafType(getNullableType(citizenId.type))) return 'citizenId';
  if (citizenRef && isOpen('citizenRef') && isLeafType(getNullableType(citizenRef.type))) return 'citizenRef';
  const isCitizen =
    citizen && isObjectType(getNullableType(citizen.type)) && getNamedType(citizen.type).name === CITIZEN;
  return isCitizen && isOpen('citizen') && !citizen.args.some(isRequiredArgument) ? 'citizen' : undefined;
}
