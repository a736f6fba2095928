/** The same entity is asked for once per fetch, however often it stands in the data; the answer is put back everywhere. */

/** One entity, as the planner asks for it: its type, its key, and what other fields require. */
export type Representation = Readonly<Record<string, unknown>>;

/** The distinct representations of a fetch, and where each one came from. */
export interface DistinctRepresentations {
  readonly distinct: readonly Representation[];
  /** For each distinct one, the indices it stands at in the original list, ascending. */
  readonly placesOf: readonly (readonly number[])[];
  /** How many there were. */
  readonly total: number;
}

/** Groups equal representations. The planner writes keys in one order, so equal ones have equal JSON. */
export function distinctRepresentations(all: readonly Representation[]): DistinctRepresentations {
  const indexOf = new Map<string, number>();
  const distinct: Representation[] = [];
  const placesOf: number[][] = [];
  all.forEach((representation, place) => {
    const key = JSON.stringify(representation);
    const known = indexOf.get(key);
    if (known !== undefined) {
      placesOf[known]!.push(place);
      return;
    }
    indexOf.set(key, distinct.length);
    distinct.push(representation);
    placesOf.push([place]);
  });
  return { distinct, placesOf, total: all.length };
}

/**
 * The entities in the original order. Every place gets an object of its own, because Apollo's gateway writes the type
 * of the place into it; what is inside is shared, since equal questions have equal answers all the way down.
 */
export function expandEntities(entities: readonly unknown[], { placesOf, total }: DistinctRepresentations): unknown[] {
  const expanded = Array.from<unknown>({ length: total });
  placesOf.forEach((places, index) => {
    const entity = entities[index];
    for (const place of places)
      expanded[place] = typeof entity === 'object' && entity !== null ? { ...entity } : entity;
  });
  return expanded;
}
