export * from './abandonedCluster.js';
export * from './claim.js';
export * from './errors.js';
export * from './localPostgres.js';
export * from './ports.js';
export * from './processIdentity.js';
export * from './provisionDatabases.js';
export * from './provisionSql.js';
