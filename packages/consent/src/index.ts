export * from './actor.js';
export * from './category.js';
export * from './decision.js';
export * from './facts.js';
export * from './purpose.js';
export * from './sector.js';
