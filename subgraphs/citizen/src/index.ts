export { CITIZEN_ERRORS } from './errors.js';
export { citizen } from './subgraph.js';
