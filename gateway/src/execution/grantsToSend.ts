/** Which grants of a request travel with its next fetch: the newest, within what a subgraph takes. It asks for what it then lacks. */

/** A subgraph refuses more. */
const MOST_GRANTS = 100;
/** In characters. A subgraph reads bodies of 4 MiB, and the operation has to fit beside them. */
const MOST_TEXT = 1024 * 1024;

/** The newest of the grants, in their order, as far as number and size allow. */
export function grantsToSend(grants: Iterable<string>): readonly string[] {
  let size = 0;
  const newestFirst = [...grants].toReversed().slice(0, MOST_GRANTS);
  const fitting = newestFirst.filter((grant) => (size += grant.length) <= MOST_TEXT);
  return fitting.toReversed();
}
