export * from './categoriesOfOperation.js';
export { consentDirectiveError } from './errors.js';
export type { Variables } from './inputReader.js';
export { guardsOf, labelOf, type Label, type Labelled } from './label.js';
export * from './labelLookup.js';
export { schemaFromSdl } from './schemaFromSdl.js';
export * from './sdl.js';
