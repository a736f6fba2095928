export { runCli, type RunCliOptions } from './runCli.js';
export { createSystem, type RunningSystem, type System, type SystemOptions } from './system/createSystem.js';
export { readCliConfig, type CliConfig } from './config.js';
export { createReporter, silentReporter, type Reporter, type Step } from './terminal/reporter.js';
export { CASELOAD_QUERY, EXAMPLE_QUERY } from './exampleQuery.js';
export { readOperationCost, type OperationCost, type ServiceCost } from './bench/operationCost.js';
export { copyProject, type Patch, type ProjectCopy } from './copying/copyProject.js';
