/** A service that dies is started again, each time a little later, and it is said. */
import { cliError } from '../errors.js';
import { ownFailure } from './ownFailure.js';
import { type Program, type ProgramOptions, startProgram } from './serviceProcess.js';

/** What a supervised service needs. */
export interface SuperviseOptions extends Omit<ProgramOptions, 'onMessage'> {
  /** Told in a sentence when the service ended by itself, and when it is ready again. */
  readonly say: (text: string) => void;
  /** How long it may take to become ready, in milliseconds. */
  readonly readyWithin?: number;
}

/** A service under supervision. */
export interface Supervised {
  /** Resolves when it is ready. @throws SERVICE_START_FAILED, or the service's own code, with its own line */
  start(): Promise<void>;
  /** Ends it for good. */
  stop(): Promise<void>;
  /** Ends it for good and at once. */
  kill(): void;
}

const STABLE_AFTER = 60_000;
const SLOWEST_RESTART = 30_000;

/** Declares a service; nothing runs before `start`. */
export function supervise(options: SuperviseOptions): Supervised {
  const { name, say, readyWithin = 120_000 } = options;
  let program: Program | undefined;
  let stopping = false;
  let restart: NodeJS.Timeout | undefined;
  let stopped: Promise<void> | undefined;
  let failures = 0;

  function launch(): { ready: Promise<boolean>; program: Program } {
    let markReady = (): void => {};
    const ready = new Promise<true>((done) => (markReady = () => done(true)));
    const launched = startProgram({ ...options, onMessage: (message) => message.type === 'ready' && markReady() });
    program = launched;
    return { ready: Promise.race([ready, launched.ended.then(() => false)]), program: launched };
  }

  async function watch(launched: Program, since: number): Promise<void> {
    const { code, signal } = await launched.ended;
    if (stopping) return;
    failures = performance.now() - since > STABLE_AFTER ? 0 : failures + 1;
    const delay = Math.min(SLOWEST_RESTART, 500 * 2 ** Math.max(0, failures - 1));
    say(`${name} ended by itself (${signal ?? `exit code ${code}`}); starting it again in ${delay / 1000} s`);
    restart = setTimeout(async () => {
      const again = launch();
      void watch(again.program, performance.now());
      if (await again.ready) say(`${name} is ready again`);
    }, delay);
  }

  return {
    async start() {
      if (stopping) throw cliError('STOPPED');
      const { ready, program: launched } = launch();
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<'late'>((done) => (timer = setTimeout(done, readyWithin, 'late')));
      const outcome = await Promise.race([ready, late]);
      clearTimeout(timer);
      if (stopping) throw cliError('STOPPED');
      if (outcome === true) return void watch(launched, performance.now());
      if (outcome === 'late') {
        launched.kill();
        throw cliError('SERVICE_START_FAILED', { message: `${name} was not ready after ${readyWithin / 1000} s.` });
      }
      throw ownFailure(launched.lastWords(), (words) =>
        cliError('SERVICE_START_FAILED', { message: `${name} did not start: ${words}` }),
      );
    },
    stop() {
      stopping = true;
      clearTimeout(restart);
      // Once: a service takes a second SIGTERM for impatience and leaves requests unanswered.
      stopped ??= program?.stop() ?? Promise.resolve();
      return stopped;
    },
    kill() {
      stopping = true;
      clearTimeout(restart);
      program?.kill();
    },
  };
}
