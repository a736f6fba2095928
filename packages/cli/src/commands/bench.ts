/** `sammen bench`: how fast, how costly and how large everything is, with a few citizens and with many. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SammenError } from '@sammen/errors';
import { type BenchSystem, createBenchSystem, type SeedingMeasure } from '../bench/benchSystem.js';
import { runConsentBench } from '../bench/consentBench.js';
import { replaceSection } from '../bench/replaceSection.js';
import { type BenchReport, machine, markdown } from '../bench/report.js';
import { runBench } from '../bench/runBench.js';
import { runStatisticsBench, untilReleased } from '../bench/statisticsBench.js';
import { buildWithoutConsent } from '../bench/withoutConsent.js';
import { type Command, type CommandContext, JSON_OPTION, tenths, usage, wholeNumber } from '../command.js';
import type { ProjectCopy } from '../copying/copyProject.js';
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

/** What can be measured. */
const PARTS = ['sizes', 'consent', 'statistics'] as const;
type Part = (typeof PARTS)[number];

function partsOf(text: string): ReadonlySet<Part> {
  const parts = text.split(',').map((name) => PARTS.find((part) => part === name));
  if (parts.includes(undefined)) throw usage('bench', `--parts names one or more of ${PARTS.join(', ')}.`);
  return new Set(parts as Part[]);
}

interface Wish {
  readonly sizes: readonly number[];
  readonly parts: ReadonlySet<Part>;
  readonly seconds: number;
  readonly probes: number;
}

async function measure({ root, config }: CommandContext, reporter: Reporter, wish: Wish) {
  const { parts, seconds } = wish;
  const aborted = new AbortController();
  const { signal } = aborted;
  const systemIn = (folder: string, citizens: number): BenchSystem =>
    createBenchSystem({ root: folder, folder: FOLDER, config, reporter }, { ...DEFAULT_POPULATION, citizens });
  const sizes = parts.has('sizes') || parts.has('statistics') ? wish.sizes : wish.sizes.slice(0, 1);
  const systems = sizes.map((citizens) => systemIn(root, citizens));
  const everything = [...systems];
  let copy: ProjectCopy | undefined;
  const stopAll = (): Promise<unknown> => Promise.all(everything.map((system) => system.stop()));
  const ignore = stopOnSignals({
    startedByNpm: config.startedByNpm,
    stop() {
      reporter.note('stopping');
      aborted.abort();
      void stopAll().catch(() => {});
    },
    kill() {
      for (const system of everything) system.kill();
      process.exit(130);
    },
  });
  const work = async <T>(name: string, run: (progress: (fraction: number) => void) => Promise<T>): Promise<T> => {
    let result: T | undefined;
    await during(reporter, name, async (step) => void (result = await run(step.progress)));
    if (signal.aborted) throw cliError('STOPPED');
    return result as T;
  };
  try {
    if (parts.has('consent')) {
      copy = await work('a copy without consent', () => buildWithoutConsent(root));
      everything.push(systemIn(copy.root, sizes[0]!));
    }
    const seedings: SeedingMeasure[] = [];
    for (const system of everything) seedings.push(await system.start());
    await untilReleased(everything, signal);
    return {
      ...(parts.has('sizes')
        ? { systems: await work('measuring', (progress) => runBench(systems, seedings, { seconds, signal }, progress)) }
        : {}),
      ...(parts.has('consent')
        ? {
            consent: await work('what consent costs', (progress) =>
              runConsentBench(systems[0]!, everything.at(-1)!, { ...wish, root, signal }, progress),
            ),
          }
        : {}),
      ...(parts.has('statistics')
        ? {
            statistics: await work('statistics', (progress) =>
              runStatisticsBench(systems, { seconds, signal }, progress),
            ),
          }
        : {}),
    };
  } catch (error) {
    // What fails while everything is being stopped fails because of that.
    throw signal.aborted ? cliError('STOPPED', { cause: error }) : error;
  } finally {
    await stopAll();
    await copy?.remove();
    ignore();
  }
}

/** See the file's sentence. */
export const bench: Command = {
  name: 'bench',
  summary: 'Measure the overview query with few and with many citizens, on systems of its own.',
  options: [
    {
      name: 'parts',
      value: 'P,Q',
      text: 'What to measure: systems of different sizes, what consent costs, statistics.',
      default: PARTS.join(','),
    },
    { name: 'citizens', value: 'N,M', text: 'Sizes to measure against each other.', default: '220,100000' },
    { name: 'seconds', value: 'S', text: 'How long each operation is measured on each size.', default: '10' },
    { name: 'probes', value: 'N', text: 'How often each kind of id is probed in each way.', default: '600' },
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
    const seconds = tenths('bench', 'seconds', values['seconds'], [0.1, 600]);
    const parts = partsOf(String(values['parts']));
    const probes = wholeNumber('bench', 'probes', values['probes'], [20, 100_000])!;
    if (config.production) throw cliError('PRODUCTION_REFUSED');
    const reporter = createReporter(values['json'] ? stderr : stdout);
    try {
      const measured = await measure(context, reporter, { sizes, parts, seconds, probes });
      const only = parts.size < PARTS.length ? `--parts ${[...parts].join()} ` : '';
      const command = `npm run bench -- ${only}--citizens ${sizes.join(',')} --seconds ${seconds}`;
      const date = new Date().toISOString().slice(0, 10);
      const report: BenchReport = { date, command, machine: machine(), ...measured };
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
