import type { RunningSystem } from '../src/system/createSystem';
import { welcome } from '../src/terminal/welcome';

const RUNNING = { urls: { gateway: 'http://127.0.0.1:4000' }, started: ['gateway'], mocked: [], seed: 1 };
const told = (data: string): string => welcome(RUNNING as unknown as RunningSystem, '1.0', data);

it.each([
  ['.sammen', '$(npx sammen token key-manager)"'],
  ['/srv/sammen', '$(npx sammen token key-manager --data /srv/sammen)"'],
  ["Anna's data", String.raw`$(npx sammen token key-manager --data 'Anna'\''s data')"`],
])('with its data in %s, the command to paste takes the token from there, and the last line names it', (data, part) => {
  expect(told(data)).toContain(part);
  expect(told(data)).toContain(`the data stays in ${data}.`);
});
