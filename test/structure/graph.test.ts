/** The project's own graph passes its own check: whoever runs the tests hears it before a pipeline does. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../support/testFolders.js';

jest.setTimeout(60_000);

it('I-9: `sammen check` finds the committed graph up to date and every label within the laws', () => {
  const sammen = join(root, 'packages/cli/bin/sammen.mjs');
  const { status, stderr } = spawnSync(process.execPath, [sammen, 'check'], { cwd: root, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
