/** `sammen explain` against the running system. */
import { execFile } from 'node:child_process';
import { dirname } from 'node:path';
import { useSystem } from '../support/system';
import { root } from '../support/testFolders';

const system = useSystem();

/** Runs the command line as a user would, on the folder of the system under test. */
function explain(...words: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const folder = dirname(dirname(system.keyFile('gateway')));
  const args = ['explain', ...words, '--data', folder, '--url', system.baseUrls['gateway']];
  const program = `import('@sammen/cli').then(({ runCli }) => runCli(${JSON.stringify(args)}, ${JSON.stringify({ root })}))`;
  return new Promise((resolve) => {
    const options = { cwd: root, env: { PATH: process.env['PATH'] } };
    execFile(process.execPath, ['--input-type=module', '-e', program], options, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
}

it('sammen explain prints plan, fetches, times and what was withheld of the overview, and nothing of the citizen', async () => {
  const { code, stdout, stderr } = await explain();
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/fetch \d from psychiatry at citizen\n/);
  expect(stdout).toMatch(/^fetch +from +at ms +waited +took/m);
  expect(stdout).toMatch(/^1 +citizen +[\d.]+/m);
  expect(stdout).toMatch(/^execute +execute +[\d.]+$/m);
  expect(stdout).toMatch(/^withheld +\d+ by subgraphs, \d+ by the gateway before it fetched, 0 by the re-check$/m);
  expect(stdout).toMatch(/^total +[\d.]+ ms$/m);
  expect(stdout).not.toContain(system.persona('key-manager').exampleCitizenId);
});

it('sammen explain --json gives the same for programs, as another persona too', async () => {
  const { code, stdout } = await explain('--persona', 'outsider', '--json');
  expect(code).toBe(0);
  const explanation = JSON.parse(stdout) as { fetches: { source: string; fault: unknown }[]; plan: string };
  expect(explanation.fetches.length).toBeGreaterThan(0);
  expect(explanation.fetches.map(({ fault }) => fault)).toEqual(explanation.fetches.map(() => null));
});

it('sammen explain says with the gateway’s own code why it cannot', async () => {
  const wrong = await explain('--purpose', 'GOSSIP');
  expect(wrong).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/^sammen: EXPLAIN_REFUSED PURPOSE_UNKNOWN /),
  });
  expect(await explain('--variables', '[]')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('USAGE explain:'),
  });
  expect(await explain('no-such-file.graphql')).toMatchObject({ code: 2 });
  expect(await explain('--persona', 'nobody')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('PERSONA_UNKNOWN'),
  });
});
