/** Before the tests: a door at which the first test that needs the whole system has it started. Starts nothing by itself. */
import { openSystemDoor } from './systemDoor.mjs';

/** Called by Jest once per run. */
export default async function globalSetup() {
  globalThis.__sammenDoor = await openSystemDoor();
  process.env.SAMMEN_TEST_DOOR = globalThis.__sammenDoor.address;
  process.env.SAMMEN_TEST_PREPARED = globalThis.__sammenDoor.prepared;
}
