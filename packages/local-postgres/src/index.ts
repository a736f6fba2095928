export * from './errors.js';
export * from './localPostgres.js';
export * from './ports.js';
export * from './processIdentity.js';
export * from './provisionDatabases.js';
export * from './provisionSql.js';
