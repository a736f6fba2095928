import type { SubgraphDefinition } from './defineSubgraph.js';
import { buildGuardedSchema } from './schema/buildSubgraphSchema.js';
import { type RunningSubgraph, startSubgraph, startupLine } from './startSubgraph.js';

/** A subgraph as a process, as {@link runProcess} has it. With `--print-schema` it prints its schema and ends. */
export async function runSubgraph(definition: SubgraphDefinition): Promise<void> {
  if (!process.argv.includes('--print-schema')) return runProcess(definition.name, () => startSubgraph(definition));
  try {
    process.stdout.write((await buildGuardedSchema(definition)).sdl);
  } catch (error) {
    fail(definition.name, error);
  }
}

/**
 * Something that listens, as a process: starts, says so to its parent, drains on SIGTERM, SIGINT or when the parent is
 * gone, exits at once on a second signal.
 */
export async function runProcess(name: string, start: () => Promise<RunningSubgraph>): Promise<void> {
  try {
    const running = await start();
    let stopping = false;
    const stop = (): void => {
      if (stopping) process.exit(1);
      stopping = true;
      void running.stop().then(() => process.exit(0));
    };
    process.on('SIGTERM', stop).on('SIGINT', stop).on('disconnect', stop);
    process.send?.({ type: 'ready' });
  } catch (error) {
    fail(name, error);
  }
}

function fail(name: string, error: unknown): never {
  process.stderr.write(`${startupLine(name, error)}\n`);
  process.exit(1);
}
