/** Tells a person what takes time: a line that moves on a terminal, one line per event anywhere else. */

/** One thing that takes time. */
export interface Step {
  /** @param fraction from 0 to 1 */
  progress(fraction: number): void;
  /** It is done; says how long it took. */
  done(detail?: string): void;
  /** It did not work out; the reason is told elsewhere. */
  failed(): void;
}

/** Where progress goes. */
export interface Reporter {
  step(name: string): Step;
  note(text: string): void;
  /** Ends whatever moves on the screen. */
  close(): void;
}

/** Reports a piece of work; what it resolves to is told in brackets. */
export async function during(
  reporter: Reporter,
  name: string,
  work: (step: Step) => Promise<string | void>,
): Promise<void> {
  const step = reporter.step(name);
  try {
    step.done((await work(step)) ?? undefined);
  } catch (error) {
    step.failed();
    throw error;
  }
}

/** Says nothing: for tests and machines. */
export const silentReporter: Reporter = {
  step: () => ({ progress() {}, done() {}, failed() {} }),
  note() {},
  close() {},
};

const BAR = 24;
const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

function bar(fraction: number): string {
  const full = Math.round(Math.max(0, Math.min(1, fraction)) * BAR);
  return `[${'#'.repeat(full)}${'-'.repeat(BAR - full)}] ${String(Math.floor(fraction * 100)).padStart(3)} %`;
}

/** Writes to a stream; on a terminal the steps under way share one moving line. */
export function createReporter(stream: NodeJS.WriteStream): Reporter {
  const moving = stream.isTTY === true;
  const underWay = new Map<object, { name: string; begun: number; fraction: number | undefined }>();
  let timer: NodeJS.Timeout | undefined;

  const clear = (): void => {
    if (moving && underWay.size > 0) stream.write('\r\x1b[2K');
  };
  const draw = (): void => {
    if (!moving || underWay.size === 0) return;
    const parts = [...underWay.values()].map(({ name, begun, fraction }) =>
      fraction === undefined ? `${name} ${seconds(begun)}` : `${name} ${bar(fraction)} ${seconds(begun)}`,
    );
    const line = `  … ${parts.join(' · ')}`;
    stream.write(`\r\x1b[2K${line.slice(0, Math.max(20, (stream.columns || 80) - 1))}`);
  };
  const say = (line: string): void => {
    clear();
    stream.write(`${line}\n`);
    draw();
  };
  const rest = (): void => {
    if (underWay.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };

  return {
    step(name) {
      const key = {};
      const entry = { name, begun: performance.now(), fraction: undefined as number | undefined };
      let told = 0;
      underWay.set(key, entry);
      if (moving) timer ??= setInterval(draw, 100).unref();
      else stream.write(`  … ${name}\n`);
      draw();
      const end = (line: string | undefined): void => {
        clear();
        if (!underWay.delete(key)) return;
        if (line !== undefined) stream.write(`${line}\n`);
        draw();
        rest();
      };
      return {
        progress(fraction) {
          entry.fraction = fraction;
          const tenth = Math.floor(fraction * 10);
          if (moving || tenth <= told || tenth >= 10) return;
          told = tenth;
          stream.write(`  … ${name} ${tenth * 10} % ${seconds(entry.begun)}\n`);
        },
        done: (detail) => end(`  ✓ ${name}${detail ? ` (${detail})` : ''}  ${seconds(entry.begun)}`),
        failed: () => end(`  ✗ ${name}  ${seconds(entry.begun)}`),
      };
    },
    note: (text) => say(`  · ${text}`),
    close() {
      clear();
      underWay.clear();
      rest();
    },
  };
}
