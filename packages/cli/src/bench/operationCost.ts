/** What one operation cost in all processes together, added up from their logs by the gateway's request id (INVARIANT I-12). */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** What one process did for an operation. */
export interface ServiceCost {
  /** Fetches of the gateway that it answered. */
  readonly subgraphCalls: number;
  readonly sqlStatements: number;
  /** Questions to the decision point, asked over HTTP or, in the citizen subgraph itself, by a plain call. */
  readonly decisionCalls: number;
}

/** What all of them did. */
export interface OperationCost extends ServiceCost {
  readonly services: Readonly<Record<string, ServiceCost>>;
}

interface Line extends Partial<ServiceCost> {
  readonly service: string;
  readonly route?: string;
  readonly fetches?: number;
}

const PATIENCE = 5_000;

async function linesAbout(requestId: string, logs: string): Promise<Line[]> {
  const files = (await readdir(logs)).filter((name) => name.endsWith('.log') && !name.startsWith('seed-'));
  const found = await Promise.all(
    files.map(async (file) => {
      const lines = (await readFile(join(logs, file), 'utf8')).split('\n').slice(0, -1);
      const about = lines.filter((line) => line.includes(requestId)).map((line) => JSON.parse(line) as Line);
      return about.map((line) => ({ ...line, service: file.slice(0, -'.log'.length) }));
    }),
  );
  return found.flat();
}

function sum(lines: readonly Line[]): ServiceCost {
  const add = (count: (line: Line) => number): number => lines.reduce((total, line) => total + count(line), 0);
  return {
    subgraphCalls: add(({ route }) => (route === '/graphql' ? 1 : 0)),
    sqlStatements: add(({ sqlStatements = 0 }) => sqlStatements),
    decisionCalls: add(({ decisionCalls = 0 }) => decisionCalls),
  };
}

/**
 * Waits until every process has written its line, which it does a little after the client has the answer.
 * @param logs the folder of the services' logs, at level `info`
 * @throws when they have not after five seconds
 */
export async function readOperationCost(requestId: string, logs: string): Promise<OperationCost> {
  for (const deadline = performance.now() + PATIENCE; performance.now() < deadline; await setTimeout(20)) {
    const lines = await linesAbout(requestId, logs);
    const fetches = lines.find((line) => line.fetches !== undefined)?.fetches;
    const answers = lines.filter(({ route }) => route !== undefined);
    const total = sum(answers);
    if (fetches === undefined || total.subgraphCalls !== fetches) continue;
    const names = [...new Set(answers.map(({ service }) => service))].toSorted();
    const services = names.map((name) => [name, sum(answers.filter(({ service }) => service === name))] as const);
    return { ...total, services: Object.fromEntries(services) };
  }
  throw new Error('The logs do not say what this operation cost; LOG_LEVEL has to be info.');
}

/**
 * Statements that one service ran for a request that came to it directly.
 * @param logs the folder of the services' logs, at level `info`
 */
export async function readStatements(service: string, requestId: string, logs: string): Promise<number> {
  for (const deadline = performance.now() + PATIENCE; performance.now() < deadline; await setTimeout(20)) {
    const line = (await linesAbout(requestId, logs)).find((each) => each.service === service && each.route);
    if (line?.sqlStatements !== undefined) return line.sqlStatements;
  }
  throw new Error('The log does not say what this request cost; LOG_LEVEL has to be info.');
}
