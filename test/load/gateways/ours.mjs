/** The project's gateway, as it is delivered. */
import { createGateway, createLog, readConfig } from '@sammen/gateway';
import { announce } from './serve.mjs';

const config = readConfig();
const gateway = createGateway(config, createLog(config.logLevel), {});
announce(await gateway.start());
