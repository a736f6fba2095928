export { COORDINATION_ERRORS } from './errors.js';
export { coordination } from './subgraph.js';
