export { PSYCHIATRY_ERRORS } from './errors.js';
export { psychiatry } from './subgraph.js';
