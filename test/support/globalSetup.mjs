/** Before the tests: a door at which the first test that needs the whole system has it started. Starts nothing by itself. */
import { shiftDate } from './shiftDate.mjs';
import { openSystemDoor } from './systemDoor.mjs';

/** Called by Jest once per run. */
export default async function globalSetup() {
  const today = process.env.SAMMEN_TEST_TODAY;
  if (today !== undefined) {
    // Services inherit these options and no other setting of ours.
    const shifted = new URL(`./shiftedProcess.mjs?today=${today}`, import.meta.url);
    process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --import ${shifted}`;
    shiftDate(today);
  }
  globalThis.__sammenDoor = await openSystemDoor();
  process.env.SAMMEN_TEST_DOOR = globalThis.__sammenDoor.address;
  process.env.SAMMEN_TEST_PREPARED = globalThis.__sammenDoor.prepared;
}
