/**
 * What the population does not tell is invented from the schema: by its place alone, so that the same question has the
 * same answer. Invented texts say so.
 */
import { createHash } from 'node:crypto';
import {
  getNamedType,
  getNullableType,
  type GraphQLOutputType,
  isEnumType,
  isListType,
  isNonNullType,
  isScalarType,
} from 'graphql';

/** Where an invented object stands; its fields are invented from there. */
export const PLACE = Symbol('place');

/** A whole number from 0 up to, not including, `size`. */
function pick(place: string, size: number): number {
  return createHash('sha256').update(place).digest().readUInt32BE(0) % size;
}

const DAY = 86_400_000;

/** A value of a type. `today`: the last day on which anything invented happened. */
export function invent(type: GraphQLOutputType, place: string, today: string): unknown {
  // Now and then nothing is recorded, wherever that may be.
  if (!isNonNullType(type) && pick(`${place}?`, 4) === 0) return null;
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    return Array.from(
      { length: 1 + pick(place, 2) },
      (_, at) => invent(nullable.ofType, `${place}.${at}`, today) ?? null,
    );
  }
  const named = getNamedType(nullable);
  if (isEnumType(named)) return named.getValues()[pick(place, named.getValues().length)]!.name;
  if (!isScalarType(named)) return { [PLACE]: place };
  return scalar(named.name, place, today);
}

function scalar(name: string, place: string, today: string): unknown {
  const day = new Date(Date.parse(`${today}T12:00:00.000Z`) - pick(place, 700) * DAY).toISOString();
  switch (name) {
    case 'Int':
      return pick(place, 20) + 1;
    case 'Float':
      return (pick(place, 40) + 1) / 2;
    case 'Boolean':
      return pick(place, 2) === 0;
    case 'Date':
      return day.slice(0, 10);
    case 'DateTime':
      return day;
    case 'ID':
      return idOf(place);
    default:
      return `mock ${place.slice(place.lastIndexOf('.') + 1)}`;
  }
}

/** A UUID of version 8, as all ids are. */
function idOf(place: string): string {
  const hex = createHash('sha256').update(`mock:${place}`).digest('hex').slice(0, 32).split('');
  hex[12] = '8';
  hex[16] = '89ab'[Number.parseInt(hex[16]!, 16) % 4]!;
  return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
