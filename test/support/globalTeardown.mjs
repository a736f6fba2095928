/** After the tests: stops the whole system, if any test needed it, and deletes its data. */

/** Called by Jest once per run. */
export default async function globalTeardown() {
  await globalThis.__sammenDoor?.close();
}
