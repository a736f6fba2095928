/** The processes of a measurement: each is a script of this folder that speaks by IPC, and ends when its parent does. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Starts one and waits for its first word. Its output is shown when it ends before it. */
async function start(script, env, execArgv = []) {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = fork(path, [], {
    env: { ...process.env, ...env },
    execArgv,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => (said = `${said}${chunk}`.slice(-4000)));
  const first = await Promise.race([
    once(child, 'message').then(([message]) => message),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`${script} ended with ${code}: ${said}`))),
  ]);
  return {
    pid: child.pid,
    first,
    said: () => said,
    send: (message) => child.send(message),
    async ask(message, key) {
      const answer = once(child, 'message');
      child.send(message);
      const [found] = await answer;
      return found[key];
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}

/** Processes that are stopped together, the last one first; those that were stopped before stay so. */
export function createProcesses() {
  const running = [];
  return {
    running,
    async started(...about) {
      const one = await start(...about);
      running.push(one);
      return one;
    },
    async stop() {
      for (const one of running.toReversed()) await one.stop();
    },
  };
}
