/** Why a place in an answer holds nothing: withheld, failed, or neither, which means that nothing is recorded. */
import type { Path } from './json.js';

/** What an answer says of places without a value. */
export interface AbsenceSource {
  readonly errors?: readonly { readonly path?: Path; readonly extensions?: { readonly paths?: readonly Path[] } }[];
  readonly extensions?: { readonly consent?: { readonly withheld?: readonly { readonly path: Path }[] } };
}

/** Why there is no value. */
export type Absence = 'WITHHELD' | 'FAILED';

/** Tells of a path that holds null. */
export type AbsenceAt = (path: Path) => Absence | undefined;

const key = (path: Path): string => path.join('\u0000');
/** Places in lists written as `@`, as the gateway does where a source failed for all of them. */
const anyPlace = (path: Path): string => key(path.map((part) => (typeof part === 'number' ? '@' : part)));

/** Reads an answer once; asking is a look-up, so a table of thousands of cells may ask for each. */
export function absencesOf({ errors = [], extensions }: AbsenceSource): AbsenceAt {
  const withheld = new Set((extensions?.consent?.withheld ?? []).map(({ path }) => key(path)));
  const failed = new Set(errors.flatMap((error) => [error.path ?? [], ...(error.extensions?.paths ?? [])].map(key)));
  failed.delete('');
  const isFailed = (path: Path): boolean => failed.has(key(path)) || failed.has(anyPlace(path));
  return (path) => {
    if (withheld.has(key(path))) return 'WITHHELD';
    for (let length = path.length; length > 0; length -= 1) if (isFailed(path.slice(0, length))) return 'FAILED';
    return undefined;
  };
}
