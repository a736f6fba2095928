import { UNITS } from '@sammen/reference-data';
import type { Place } from './hospitalMessage.js';

/** Names of departments are unique in the register; names of wards are within their department. */
const departments = new Map(
  UNITS.filter(({ kind }) => kind === 'PSYCHIATRIC_DEPARTMENT').map((each) => [each.name, each]),
);

/**
 * The psychiatric unit that a message names: a department, or a ward of the department that sends. Null for hospitals
 * outside psychiatry; their stays are known by name, and nobody's care relation follows from them. The register of
 * units has no SOR numbers, so names it is.
 */
export function unitOf({ hospital, ward }: Place): string | null {
  const department = departments.get(hospital);
  if (department === undefined) return ward === null ? null : (departments.get(ward)?.id ?? null);
  if (ward === null) return department.id;
  const unit = UNITS.find(({ parentUnitId, name }) => parentUnitId === department.id && name === ward);
  return unit?.id ?? department.id;
}
