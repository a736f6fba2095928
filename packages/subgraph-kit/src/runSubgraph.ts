import type { SubgraphDefinition } from './defineSubgraph.js';
import { buildGuardedSchema } from './schema/buildSubgraphSchema.js';
import { startSubgraph, startupLine } from './startSubgraph.js';

/**
 * A subgraph as a process: starts, says so to its parent, drains on SIGTERM, SIGINT or when the parent is
 * gone, exits at once on a second signal. With `--print-schema` it prints its schema and ends.
 */
export async function runSubgraph(definition: SubgraphDefinition): Promise<void> {
  try {
    if (process.argv.includes('--print-schema')) {
      process.stdout.write((await buildGuardedSchema(definition)).sdl);
      return;
    }
    const running = await startSubgraph(definition);
    let stopping = false;
    const stop = (): void => {
      if (stopping) process.exit(1);
      stopping = true;
      void running.stop().then(() => process.exit(0));
    };
    process.on('SIGTERM', stop).on('SIGINT', stop).on('disconnect', stop);
    process.send?.({ type: 'ready' });
  } catch (error) {
    process.stderr.write(`${startupLine(definition.name, error)}\n`);
    process.exit(1);
  }
}
