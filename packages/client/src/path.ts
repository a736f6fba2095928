/** Where something stands in an answer: response keys (aliases, if the document has them) and indices of lists. */

/** One step of a {@link Path}. */
export type PathPart = string | number;

/** From the root of `data` down; `[]` is all of it. */
export type Path = readonly PathPart[];

/** What stands at a path of a type; `unknown` where the types do not tell. */
export type ValueAt<Data, At extends Path> = At extends readonly []
  ? Data
  : At extends readonly [infer Part, ...infer Rest extends Path]
    ? ValueAt<Step<NonNullable<Data>, Part>, Rest>
    : unknown;

type Step<Data, Part> = Data extends readonly (infer Item)[]
  ? Part extends number
    ? Item
    : unknown
  : Part extends keyof Data
    ? Data[Part]
    : unknown;

/** Whether two paths agree as far as both go. In `place`, `@` stands for any index. */
export function agree(place: Path, path: Path): boolean {
  const length = Math.min(place.length, path.length);
  for (let at = 0; at < length; at += 1) {
    const isAny = place[at] === '@' && typeof path[at] === 'number';
    if (!isAny && place[at] !== path[at]) return false;
  }
  return true;
}
