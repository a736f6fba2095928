export { MUNICIPALITY_ERRORS } from './errors.js';
export { municipality } from './subgraph.js';
