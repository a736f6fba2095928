/** The objects at a place of what was fetched so far, and the places of such objects. */
import type { Json, Path } from '../plan/steps.js';

/** All objects at `path`, in the order of the response. */
export function entitiesAt(data: Json, path: Path): Json[] {
  const found: Json[] = [];
  collect(data, path, 0, found);
  return found;
}

function collect(at: unknown, path: Path, depth: number, found: Json[]): void {
  if (typeof at !== 'object' || at === null) return;
  if (Array.isArray(at)) {
    const next = path[depth] === '@' ? depth + 1 : depth;
    for (const item of at) collect(item, path, next, found);
    return;
  }
  const name = path[depth];
  if (name === undefined) found.push(at as Json);
  else if (Object.hasOwn(at, name)) collect((at as Json)[name], path, depth + 1, found);
}

/** Where in the response the objects at `path` stand: needed only when something went wrong with one. */
export function placesAt(data: Json, path: Path): Map<Json, Path> {
  const places = new Map<Json, Path>();
  const here: (string | number)[] = [];

  function walk(at: unknown, depth: number): void {
    if (typeof at !== 'object' || at === null) return;
    if (Array.isArray(at)) {
      const next = path[depth] === '@' ? depth + 1 : depth;
      at.forEach((item, index) => {
        here.push(index);
        walk(item, next);
        here.pop();
      });
      return;
    }
    const name = path[depth];
    if (name === undefined) places.set(at as Json, [...here]);
    else if (Object.hasOwn(at, name)) {
      here.push(name);
      walk((at as Json)[name], depth + 1);
      here.pop();
    }
  }

  walk(data, 0);
  return places;
}
