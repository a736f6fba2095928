export * from './categoriesOfOperation.js';
export * from './checkLabels.js';
export { LABEL_LAWS, type LabelLaw, type LabelViolation } from './checks/violation.js';
export { consentDirectiveError } from './errors.js';
export { inputReader, type Variables } from './inputReader.js';
export { guardsOf, labelOf, type Label, type Labelled } from './label.js';
export * from './labelLookup.js';
export { schemaFromSdl } from './schemaFromSdl.js';
export * from './sdl.js';
