import { validate } from 'class-validator';
import { kitError } from '../errors.js';

/**
 * Checks an input object against its class-validator rules.
 * @throws INVALID_INPUT naming the first offending field and the rule, never the value (INVARIANT I-8)
 */
export async function validateInput(argument: unknown): Promise<void> {
  if (typeof argument !== 'object' || argument === null || argument.constructor === Object) return;
  const [first] = await validate(argument, {
    forbidUnknownValues: false,
    // What may be left out is said by the types of the schema; a rule speaks about what is there.
    skipMissingProperties: true,
    validationError: { target: false, value: false },
  });
  if (first === undefined) return;
  let error = first;
  const path = [error.property];
  while (error.children !== undefined && error.children[0] !== undefined) {
    error = error.children[0];
    path.push(error.property);
  }
  const rule = Object.values(error.constraints ?? {})[0] ?? 'is not valid';
  throw kitError('INVALID_INPUT', { field: path.join('.'), message: `${path.join('.')}: ${rule}` });
}
