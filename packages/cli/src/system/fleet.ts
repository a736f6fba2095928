/** The service processes of a system: started together, stopped with the gateway first, so that it refuses before they go. */
import { join } from 'node:path';
import type { Reporter } from '../terminal/reporter.js';
import type { RunRecorder } from './runRecord.js';
import type { Service } from './services.js';
import type { StateFolder } from './stateFolder.js';
import { type Supervised, supervise } from './supervise.js';

/** What a fleet is made of. */
export interface FleetOptions {
  readonly services: readonly Service[];
  readonly state: StateFolder;
  readonly environmentOf: (service: Service) => Record<string, string>;
  readonly recorder: RunRecorder;
  readonly reporter: Reporter;
}

/** Several supervised services. */
export interface Fleet {
  /** Resolves when all are ready. @throws the first failure; the others may still run until `stop` */
  start(ready: (count: number) => void): Promise<void>;
  /** Orderly; resolves when none is left. */
  stop(): Promise<void>;
  /** Ends all of them at once, orderly each by itself. */
  abandon(): void;
  /** Kills all of them. */
  kill(): void;
}

/** Declares a fleet; nothing runs before `start`. */
export function createFleet({ services, state, environmentOf, recorder, reporter }: FleetOptions): Fleet {
  const members: { kind: Service['kind']; process: Supervised }[] = services.map((service) => ({
    kind: service.kind,
    process: supervise({
      name: service.name,
      entry: service.entry,
      environment: environmentOf(service),
      logFile: join(state.logs, `${service.name}.log`),
      onSpawn: (identity) => recorder.add(service.name, identity),
      say: reporter.note,
    }),
  }));
  const stopAll = (kind: Service['kind']): Promise<unknown> =>
    Promise.all(members.filter((member) => member.kind === kind).map(({ process }) => process.stop()));
  return {
    async start(ready) {
      let count = 0;
      await Promise.all(
        members.map(async ({ process }) => {
          await process.start();
          ready((count += 1));
        }),
      );
    },
    async stop() {
      await stopAll('gateway');
      await Promise.all([stopAll('subgraph'), stopAll('issuer')]);
    },
    abandon() {
      for (const { process } of members) void process.stop();
    },
    kill() {
      for (const { process } of members) process.kill();
    },
  };
}
