export { readIssuerConfig, type IssuerConfig } from './config.js';
export { issuerError } from './errors.js';
export { createIssuer, type Issuer } from './server.js';
export { createLog, type Log } from './log.js';
