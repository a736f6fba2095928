/** A launcher to be killed: starts a cluster, says where, and waits. Arguments: directory, port. */
import { createLocalPostgres } from '../dist/index.js';

const postgres = createLocalPostgres({ directory: process.argv[2], port: Number(process.argv[3]), durable: false });
process.stdout.write(`${JSON.stringify(await postgres.start())}\n`);
setInterval(() => {}, 60_000);
