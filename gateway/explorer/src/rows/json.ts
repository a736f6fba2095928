/** An answer's data as JSON has it, and a few questions about its values. */

/** Any value of JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** An object of JSON. */
export type JsonObject = { readonly [key: string]: Json };

/** A place in an answer: names of fields as asked (aliases), and places in lists. */
export type Path = readonly (string | number)[];

/** Whether a value is an object, neither a list nor null. */
export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a value is a list. */
export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** Whether a value is a list of objects, as far as one can see: an empty list is none. */
export const isObjectList = (value: Json | undefined): value is readonly (JsonObject | null)[] =>
  isList(value) && value.some(isObject);
