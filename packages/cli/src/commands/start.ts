/** `sammen start`: everything runs and says where, until it is told to stop; then nothing is left. */
import { SammenError } from '@sammen/errors';
import { type Command, DATA_OPTION, JSON_OPTION, wholeNumber } from '../command.js';
import { cliError } from '../errors.js';
import { createSystem } from '../system/createSystem.js';
import { stopOnSignals } from '../system/stopOnSignals.js';
import { createReporter } from '../terminal/reporter.js';
import { welcome, welcomeJson } from '../terminal/welcome.js';

/** See the file's sentence. */
export const start: Command = {
  name: 'start',
  summary: 'Start databases, subgraphs and gateway, and keep them running until Ctrl-C.',
  options: [
    { name: 'only', value: 'A,B', text: 'Start these services only, e.g. citizen,psychiatry.' },
    { name: 'mock', value: 'A,B', text: 'Mock these sectors, or "rest": no database, made-up records.' },
    { name: 'citizens', value: 'N', text: 'How many synthetic citizens a first start makes (220).' },
    { name: 'port-base', value: 'P', text: 'First port; the gateway listens on it.', default: '4000' },
    DATA_OPTION,
    { ...JSON_OPTION, text: 'When all is ready, tell addresses and personas as one line of JSON.' },
  ],
  details: [
    'Ports from P on: gateway, citizen, psychiatry, municipality, ngo, coordination, issuer; PostgreSQL at P + 10.',
    'Gateway and citizen run beside mocks: consent is decided for real. A mock reads only, and its answers say “mock”.',
    '<NAME>_DATABASE_URL uses a PostgreSQL of your own for that subgraph; it is never filled by start.',
  ],
  async run({ values }, { root, config, stdout, stderr }) {
    const base = wholeNumber('start', 'port-base', values['port-base'], [1, 65_500])!;
    const citizens = wholeNumber('start', 'citizens', values['citizens'], [1, 10_000_000]);
    const [only, mock] = ['only', 'mock'].map((name) =>
      values[name] === undefined ? undefined : String(values[name]).split(',').filter(Boolean),
    );
    if (config.production) throw cliError('PRODUCTION_REFUSED');
    const reporter = createReporter(values['json'] ? stderr : stdout);
    const begun = performance.now();
    const options = { root, state: String(values['data']), ports: { base }, only, mock, citizens, config };
    const system = createSystem({ ...options, reporter });

    let markStopped = (_failure?: unknown): void => {};
    const stopped = new Promise<void>((done, fail) => {
      markStopped = (failure) => (failure === undefined ? done() : fail(failure));
    });
    stopped.catch(() => {}); // It is awaited only after the start.
    const ignore = stopOnSignals({
      startedByNpm: config.startedByNpm,
      stop(reason) {
        reporter.note(`${reason}: stopping`);
        void system.stop().then(() => markStopped(), markStopped);
      },
      kill() {
        system.kill();
        process.exit(130);
      },
    });
    try {
      const running = await system.start();
      reporter.close();
      const seconds = ((performance.now() - begun) / 1000).toFixed(1);
      stdout.write(
        values['json']
          ? `${JSON.stringify(welcomeJson(running))}\n`
          : welcome(running, seconds, String(values['data'])),
      );
      await stopped;
    } catch (error) {
      reporter.close();
      if (!(error instanceof SammenError) || error.code !== 'STOPPED') throw error;
      await stopped;
    } finally {
      ignore();
    }
    reporter.note('stopped; nothing is left running');
    return 0;
  },
};
