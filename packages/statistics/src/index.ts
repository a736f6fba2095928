export * from './cells.js';
export * from './derived.js';
export * from './errors.js';
export * from './measure.js';
export * from './publish.js';
export * from './release.js';
export * from './safety.js';
export * from './tables.js';
