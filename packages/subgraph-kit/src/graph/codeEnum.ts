import { registerEnumType } from 'type-graphql';

/** One value of a closed vocabulary of the reference data. */
export interface Code<Value extends string> {
  readonly code: Value;
  readonly da: string;
  readonly en: string;
}

/** Registers a closed vocabulary as an enum of the graph: every value described in English with the Danish term. */
export function codeEnum<Value extends string>(
  name: string,
  description: string,
  codes: readonly Code<Value>[],
): Record<Value, Value> {
  const values = Object.fromEntries(codes.map(({ code }) => [code, code])) as Record<Value, Value>;
  const valuesConfig = Object.fromEntries(codes.map(({ code, da, en }) => [code, { description: `${en} (${da}).` }]));
  registerEnumType(values, { name, description, valuesConfig: valuesConfig as never });
  return values;
}
