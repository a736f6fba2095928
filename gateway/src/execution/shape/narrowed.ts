/** Under which conditions a selection counts: those of all that it stands in, and its own. */
import { Kind, type SelectionNode } from 'graphql';
import type { Condition } from './shapes.js';

/** A condition with that of a selection added; null if the selection can never count. */
export function narrowed(above: Condition, { directives }: SelectionNode): Condition | null {
  if (!directives || directives.length === 0) return above;
  let when = above;
  for (const { name, arguments: given } of directives) {
    if (name.value !== 'skip' && name.value !== 'include') continue;
    const wanted = name.value === 'include';
    const value = given?.find((one) => one.name.value === 'if')?.value;
    if (value?.kind === Kind.BOOLEAN && value.value !== wanted) return null;
    if (value?.kind !== Kind.VARIABLE) continue;
    const variable = value.name.value;
    const known = when.find((one) => one.variable === variable);
    if (known && known.wanted !== wanted) return null;
    if (!known) when = [...when, { variable, wanted }];
  }
  return when;
}
