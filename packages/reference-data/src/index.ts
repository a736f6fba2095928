export * from './diagnosis.js';
export * from './municipality.js';
export * from './organisation.js';
export * from './region.js';
export { NGO_LIST } from './data/ngoList.js';
export type { NgoRow } from './data/ngoList.js';
