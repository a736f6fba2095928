/** Every feature that is tried: one folder each. */
import { abstractTypes } from './abstractTypes/suite';
import { aliases } from './aliases/suite';
import { interfaceObjects } from './interfaceObjects/suite';
import { keys } from './keys/suite';
import { plans } from './plans/suite';
import { requires } from './requires/suite';
import type { Suite } from './support/suite';

/** In the order in which they are tried. */
export const SUITES: readonly Suite[] = [plans, keys, requires, interfaceObjects, abstractTypes, aliases];
