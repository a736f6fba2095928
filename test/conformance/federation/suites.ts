/** Every feature that is tried: one folder each. */
import { abstractTypes } from './abstractTypes/suite';
import { aliases } from './aliases/suite';
import { conditions } from './conditions/suite';
import { interfaceObjects } from './interfaceObjects/suite';
import { introspection } from './introspection/suite';
import { keys } from './keys/suite';
import { mutations } from './mutations/suite';
import { nulls } from './nulls/suite';
import { overrides } from './overrides/suite';
import { plans } from './plans/suite';
import { provides } from './provides/suite';
import { requires } from './requires/suite';
import { shareable } from './shareable/suite';
import { unresolvable } from './unresolvable/suite';
import { variables } from './variables/suite';
import type { Suite } from './support/suite';

/** In the order in which they are tried. */
export const SUITES: readonly Suite[] = [
  plans,
  keys,
  requires,
  provides,
  shareable,
  overrides,
  interfaceObjects,
  unresolvable,
  abstractTypes,
  conditions,
  variables,
  aliases,
  mutations,
  nulls,
  introspection,
];
