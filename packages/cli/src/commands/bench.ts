/** `sammen bench`: how fast, how costly and how large everything is, with a few citizens and with many. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SammenError } from '@sammen/errors';
import { createBenchSystem } from '../bench/benchSystem.js';
import { replaceSection } from '../bench/replaceSection.js';
import { type BenchReport, machine, markdown } from '../bench/report.js';
import { runBench } from '../bench/runBench.js';
import { type Command, type CommandContext, JSON_OPTION, usage, wholeNumber } from '../command.js';
import { cliError } from '../errors.js';
import { DEFAULT_POPULATION } from '../system/seedPlan.js';
import { stopOnSignals } from '../system/stopOnSignals.js';
import { createReporter, during, type Reporter } from '../terminal/reporter.js';

const FOLDER = '.sammen/bench';

/** The sizes of `--citizens`. */
function sizesOf(text: string): number[] {
  const sizes = text.split(',').map((each) => wholeNumber('bench', 'citizens', each, [220, 10_000_000])!);
  if (new Set(sizes).size < sizes.length) throw usage('bench', '--citizens names each size once.');
  return sizes;
}

async function measure(
  { root, config }: CommandContext,
  reporter: Reporter,
  sizes: readonly number[],
  seconds: number,
) {
  const aborted = new AbortController();
  const systems = sizes.map((citizens) =>
    createBenchSystem({ root, folder: FOLDER, config, reporter }, { ...DEFAULT_POPULATION, citizens }),
  );
  const stopAll = (): Promise<unknown> => Promise.all(systems.map((system) => system.stop()));
  const ignore = stopOnSignals({
    startedByNpm: config.startedByNpm,
    stop() {
      reporter.note('stopping');
      aborted.abort();
      void stopAll().catch(() => {});
    },
    kill() {
      for (const system of systems) system.kill();
      process.exit(130);
    },
  });
  try {
    return await runBench(systems, { seconds, signal: aborted.signal }, (name, work) =>
      during(reporter, name, (step) => work(step.progress)),
    );
  } catch (error) {
    // What fails while everything is being stopped fails because of that.
    throw aborted.signal.aborted ? cliError('STOPPED', { cause: error }) : error;
  } finally {
    await stopAll();
    ignore();
  }
}

/** See the file's sentence. */
export const bench: Command = {
  name: 'bench',
  summary: 'Measure the overview query with few and with many citizens, on systems of its own.',
  options: [
    { name: 'citizens', value: 'N,M', text: 'Sizes to measure against each other.', default: '220,100000' },
    { name: 'seconds', value: 'S', text: 'How long each operation is measured on each size.', default: '10' },
    { name: 'docs', text: 'Also put the report into docs/performance.md.' },
    { ...JSON_OPTION, text: 'Print the report as JSON.' },
  ],
  details: [
    `Writes ${FOLDER}/report.md and report.json; the databases are deleted again. With 100000 citizens it takes`,
    'several minutes, 3 GB of disk and 3 GB of memory. Nothing else should run on the machine meanwhile.',
  ],
  async run({ values }, context) {
    const { root, config, stdout, stderr } = context;
    const sizes = sizesOf(String(values['citizens']));
    const seconds = wholeNumber('bench', 'seconds', values['seconds'], [1, 600])!;
    if (config.production) throw cliError('PRODUCTION_REFUSED');
    const reporter = createReporter(values['json'] ? stderr : stdout);
    try {
      const systems = await measure(context, reporter, sizes, seconds);
      const command = `npm run bench -- --citizens ${sizes.join(',')} --seconds ${seconds}`;
      const report: BenchReport = { date: new Date().toISOString().slice(0, 10), command, machine: machine(), systems };
      const [text, json] = [markdown(report), `${JSON.stringify(report, null, 2)}\n`];
      const page = join(root, 'docs/performance.md');
      if (values['docs']) await writeFile(page, replaceSection(await readFile(page, 'utf8'), text));
      await mkdir(join(root, FOLDER), { recursive: true });
      await writeFile(join(root, FOLDER, 'report.md'), text);
      await writeFile(join(root, FOLDER, 'report.json'), json);
      stdout.write(values['json'] ? json : `\n${text}\n`);
      return 0;
    } catch (error) {
      if (error instanceof SammenError && error.code === 'STOPPED') return 130;
      throw error;
    } finally {
      reporter.close();
    }
  },
};
