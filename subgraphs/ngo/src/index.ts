export { NGO_ERRORS } from './errors.js';
export { ngo } from './subgraph.js';
