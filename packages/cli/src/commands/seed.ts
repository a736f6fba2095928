/** `sammen seed`: fills the databases with synthetic citizens, whether the system runs or not. */
import { type Command, DATA_OPTION, wholeNumber } from '../command.js';
import { SammenError } from '@sammen/errors';
import { createFilling } from '../system/fillDatabases.js';
import { DEFAULT_POPULATION } from '../system/seedPlan.js';
import { chooseServices, findServices } from '../system/services.js';
import { stateFolder } from '../system/stateFolder.js';
import { stopOnSignals } from '../system/stopOnSignals.js';
import { createReporter } from '../terminal/reporter.js';
import { cliError } from '../errors.js';

/** See the file's sentence. */
export const seed: Command = {
  name: 'seed',
  summary: 'Fill the databases with synthetic citizens.',
  options: [
    { name: 'citizens', value: 'N', text: 'How many.', default: String(DEFAULT_POPULATION.citizens) },
    { name: 'seed', value: 'S', text: 'Another number makes other people.', default: String(DEFAULT_POPULATION.seed) },
    { name: 'replace', text: 'Delete what the databases hold first.' },
    { name: 'only', value: 'A,B', text: 'These subgraphs only.' },
    DATA_OPTION,
  ],
  async run({ values }, { root, config, stdout }) {
    const population = {
      citizens: wholeNumber('seed', 'citizens', values['citizens'], [1, 10_000_000])!,
      seed: wholeNumber('seed', 'seed', values['seed'], [1, 999_999_999])!,
    };
    if (config.production) throw cliError('PRODUCTION_REFUSED');
    const only = values['only'] === undefined ? undefined : String(values['only']).split(',').filter(Boolean);
    const subgraphs = (await findServices(root)).filter(({ kind }) => kind === 'subgraph');
    const services = chooseServices(subgraphs, only);
    const state = stateFolder(root, String(values['data']));
    const reporter = createReporter(stdout);
    const replace = values['replace'] === true;
    const { run, stop } = createFilling({ state, services, population, replace, config, reporter });
    const ignore = stopOnSignals({ stop, kill: () => process.exit(130), startedByNpm: config.startedByNpm });
    try {
      await run();
      return 0;
    } catch (error) {
      if (error instanceof SammenError && error.code === 'STOPPED') return 130;
      throw error;
    } finally {
      reporter.close();
      ignore();
    }
  },
};
