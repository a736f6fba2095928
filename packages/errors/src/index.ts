export * from './sammenError.js';
