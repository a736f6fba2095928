/** `npm run bench` as a person runs it: it measures, counts, and leaves nothing behind, also when it is interrupted. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/testFolders.js';

const WITHIN = 480_000;
/** Copies of the project that a bench left. */
const copies = (): string[] => readdirSync(join(root, '.sammen')).filter((name) => name.startsWith(`copy-${pid}-`));
let pid: number | undefined;
const data = join(root, '.sammen/bench/220');

/** Runs the bench; interrupts it once it has said these words. */
function bench(args: readonly string[], interruptAt?: string) {
  const child = spawn(process.execPath, [join(root, 'packages/cli/bin/sammen.mjs'), 'bench', ...args], { cwd: root });
  pid = child.pid;
  let [output, said] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => void (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    const before = said;
    said += text;
    const heard = (words: string): boolean => interruptAt !== undefined && words.includes(interruptAt);
    if (heard(said) && !heard(before)) child.kill('SIGINT');
  });
  return new Promise<{ code: number | null; output: string; said: string }>((done) => {
    child.on('close', (code) => done({ code, output, said }));
  });
}

it(
  'answers with what was measured and what it cost, and deletes its data',
  async () => {
    const { code, output, said } = await bench(['--citizens', '220', '--seconds', '0.2', '--probes', '20', '--json']);
    expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining('measuring') });
    const { systems, consent, statistics } = JSON.parse(output);
    const [{ tables, releases }] = statistics;
    expect(tables).toHaveLength(13);
    expect(tables.every(({ p50, p95, requests }: any) => p95 >= p50 && requests > 0)).toBe(true);
    expect(Object.values<number>(releases).every((seconds) => seconds > 0)).toBe(true);
    expect(systems).toHaveLength(1);
    const [{ operations, memory, seeding }] = systems;
    expect(Object.keys(operations)).toHaveLength(5);
    for (const operation of Object.values<any>(operations)) {
      expect(operation).toMatchObject({ cost: { subgraphCalls: 6, decisionCalls: 1 } });
      expect(operation.alone.requests).toBeGreaterThan(0);
      expect(operation.alone.p99).toBeGreaterThanOrEqual(operation.alone.p50);
    }
    expect(Object.keys(memory)).toEqual(expect.arrayContaining(['gateway', 'citizen', 'PostgreSQL']));
    expect(Object.values<number>(memory).every((bytes) => bytes > 10 * 2 ** 20)).toBe(true);
    expect(seeding.rows).toBeGreaterThan(10_000);
    const { costs, guard, grants, probes } = consent;
    expect(costs).toHaveLength(2);
    for (const { latency, cpu, processes } of costs) {
      for (const { one, other, ratio } of [latency, cpu]) expect(Math.min(one, other, ratio.median)).toBeGreaterThan(0);
      expect(Object.keys(processes)).toEqual(expect.arrayContaining(['gateway', 'citizen', 'PostgreSQL']));
    }
    expect(guard.fields).toBeGreaterThan(5_000);
    expect(grants.map(({ citizens, sqlStatements }: any) => [citizens, sqlStatements])).toEqual([
      [1, 2],
      [25, 2],
      [100, 2],
    ]);
    expect(probes).toHaveLength(5);
    expect(copies()).toEqual([]);
    expect(existsSync(data)).toBe(false);
  },
  WITHIN,
);

it(
  'ends with everything it started when it is interrupted while it fills a database',
  async () => {
    const { code } = await bench(['--parts', 'consent', '--citizens', '220', '--json'], 'synthetic citizens of seed');
    expect(code).toBe(130);
    expect(existsSync(data)).toBe(false);
    expect(copies()).toEqual([]);
  },
  WITHIN,
);
