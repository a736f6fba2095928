export { type AdmissionConfig } from './admission/admissionConfig.js';
export { readConfig, type GatewayConfig } from './config.js';
export type { ObservabilityConfig } from './observe/observabilityConfig.js';
export { GATEWAY_ERRORS, gatewayError } from './errors.js';
export { createLog, type Log } from './logging.js';
export type { SignInConfig } from './signIn/signInConfig.js';
export type { GatewayBounds } from './bounds.js';
export { createGateway, type Gateway } from './server.js';
