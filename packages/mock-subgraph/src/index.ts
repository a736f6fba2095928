/** Stands for a sector's subgraph where its database is not wanted: for front ends, never in production. */
export { readMockConfig, type MockConfig } from './config.js';
export { mockErrors } from './errors.js';
export { MOCKABLE } from './mockRecords.js';
export { startMockSubgraph } from './startMockSubgraph.js';
