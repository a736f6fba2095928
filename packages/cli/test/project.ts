/** A small project of real processes, and the command line run on it as a real process. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONSENT_SDL } from '@sammen/consent-directive';
import { freePort, identifyProcess, portProblem, removeLocalPostgres } from '@sammen/local-postgres';
import { prepareCluster } from '../../../test/support/prepared.js';

const fixtures = join(__dirname, 'fixtures');
const SCHEMA = (name: string): string => `${CONSENT_SDL}\ntype Query {\n  ${name}: String @public\n}\n`;

/** Longer than anything takes here; a loop without an end would outlive its test and hold Jest. */
const PATIENCE = 50_000;

/** A started command. */
export interface Run {
  readonly child: ChildProcess;
  /** What it has printed so far, on both streams. */
  output(): string;
  /** Resolves when that text has been printed; rejects when it ended without. */
  until(text: string): Promise<void>;
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

/** A project of its own in a temporary folder. */
export interface Project {
  readonly root: string;
  /** First of eleven ports that were free. */
  readonly base: number;
  sammen(...args: string[]): Run;
  /** `sammen start` on the project's ports. */
  start(...args: string[]): Run;
  path(...parts: string[]): string;
  /** Names and process ids of the services that answer. */
  answering(): Promise<Record<string, number>>;
  /** Process ids of services and PostgreSQL as the launcher wrote them down. */
  recorded(): Record<string, number>;
  /** Ends in order what was started and still runs; its databases stay. */
  settle(): Promise<void>;
  remove(): Promise<void>;
}

async function freeRange(): Promise<number> {
  for (;;) {
    const base = await freePort();
    const problems = await Promise.all(Array.from({ length: 11 }, (_, index) => portProblem(base + index)));
    if (problems.every((problem) => problem === undefined)) return base;
  }
}

function run(program: string, args: string[], cwd: string, env: NodeJS.ProcessEnv): Run {
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], env, detached: true });
  let text = '';
  const collect = (chunk: Buffer): void => void (text += chunk.toString());
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal }));
  return {
    child,
    ended,
    output: () => text,
    async until(expected) {
      let isOver = false;
      void ended.then(() => (isOver = true));
      const limit = Date.now() + PATIENCE;
      while (!text.includes(expected)) {
        if (Date.now() > limit) throw new Error(`It did not say ${JSON.stringify(expected)} in time:\n${text}`);
        if (isOver) throw new Error(`It ended without saying ${JSON.stringify(expected)}:\n${text}`);
        await new Promise((wake) => setTimeout(wake, 10));
      }
    },
  };
}

/** A clean environment: the tests of whoever has databases of their own must not touch them. */
export function cleanEnvironment(extra: Record<string, string> = {}): NodeJS.ProcessEnv {
  const { PATH, HOME } = process.env;
  return { PATH, HOME, ...extra };
}

/** Starts a program and collects what it prints. */
export const runProgram = run;

/** Makes a project with the subgraphs `citizen` and `psychiatry` and a gateway. */
export async function makeProject(): Promise<Project> {
  const root = await mkdtemp(join(tmpdir(), 'sammen project-'));
  const base = await freeRange();
  for (const folder of ['subgraphs/citizen', 'subgraphs/psychiatry', 'gateway']) {
    const dist = join(root, folder, 'dist');
    await mkdir(dist, { recursive: true });
    await writeFile(join(dist, 'package.json'), '{"type":"module"}');
    await cp(join(fixtures, 'service.mjs'), join(dist, 'main.js'));
    if (folder === 'gateway') continue;
    await cp(join(fixtures, 'seed.mjs'), join(dist, 'seed.js'));
    await writeFile(join(root, folder, 'schema.graphql'), SCHEMA(folder.split('/')[1]!));
    await cp(join(root, folder, 'schema.graphql'), join(dist, 'printed.graphql'));
  }
  await prepareCluster(join(root, '.sammen/postgres'));
  const running = new Set<Run>();
  const sammen = (...args: string[]): Run => {
    const started = run(process.execPath, [join(fixtures, 'sammen.mjs'), root, ...args], root, cleanEnvironment());
    running.add(started);
    return started;
  };
  const ports = { gateway: base, citizen: base + 1, psychiatry: base + 2 };
  return {
    root,
    base,
    sammen,
    start: (...args) => sammen('start', '--port-base', String(base), ...args),
    path: (...parts) => join(root, ...parts),
    async answering() {
      const answers = Object.values(ports).map(async (port) => {
        try {
          const response = await fetch(`http://127.0.0.1:${port}/`);
          const { name, pid } = (await response.json()) as { name: string; pid: number };
          return [[name, pid] as const];
        } catch {
          return [];
        }
      });
      return Object.fromEntries((await Promise.all(answers)).flat());
    },
    recorded() {
      const record = JSON.parse(readFileSync(join(root, '.sammen/run.json'), 'utf8')) as {
        processes: Record<string, { pid: number }>;
      };
      return Object.fromEntries(Object.entries(record.processes).map(([name, { pid }]) => [name, pid]));
    },
    async settle() {
      for (const { child, ended } of running) {
        if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
        await ended;
      }
      running.clear();
    },
    async remove() {
      for (const { child, ended } of running) {
        if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
        await ended;
      }
      await removeLocalPostgres(join(root, '.sammen/postgres'));
      await rm(root, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Whether a process of that id runs. */
export const runs = (pid: number): boolean => identifyProcess(pid) !== undefined;

/** Resolves when the condition holds. */
export async function eventually(condition: () => boolean | Promise<boolean>): Promise<void> {
  const limit = Date.now() + PATIENCE;
  while (!(await condition())) {
    if (Date.now() > limit) throw new Error('It did not come about in time.');
    await new Promise((wake) => setTimeout(wake, 20));
  }
}
