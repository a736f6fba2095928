/** Loaded before a process: its `Date` is ahead by so many milliseconds as stand in the file that the address of this module names. */
import { readFileSync } from 'node:fs';

const file = new URL(import.meta.url).searchParams.get('file');
let ahead = 0;
function look() {
  try {
    ahead = Number(readFileSync(file, 'utf8'));
  } catch {
    // The test is over, and its folder gone.
  }
}
look();
setInterval(look, 100).unref();

const now = Date.now.bind(Date);
globalThis.Date = new Proxy(Date, {
  construct: (target, given, made) => Reflect.construct(target, given.length > 0 ? given : [now() + ahead], made),
  get: (target, name) => (name === 'now' ? () => now() + ahead : Reflect.get(target, name)),
});
