import { STATUTORY_BASES, type StatutoryBasis } from '@sammen/consent';
import type { GraphQLSchema } from 'graphql';
import { checkAgreement } from './checks/checkAgreement.js';
import { checkDeclarations } from './checks/checkDeclarations.js';
import { checkContexts, checkInputs } from './checks/checkInputs.js';
import { checkFields } from './checks/checkFields.js';
import { checkLinks } from './checks/checkLinks.js';
import { checkOwners } from './checks/checkOwners.js';
import { checkSelections } from './checks/checkSelections.js';
import { labelCoordinates } from './checks/schemaElements.js';
import { LABEL_LAWS, type LabelViolation, type Report } from './checks/violation.js';
import { declaredLabel, type Label } from './label.js';
import type { LabelLookup } from './labelLookup.js';
import { schemaFromSdl } from './schemaFromSdl.js';

/** What composition refuses, naming subgraph and coordinate and what to do. INVARIANT I-9 */

/** A subgraph as it is about to be composed. */
export interface SubgraphSchema {
  readonly name: string;
  /** Schema text, or a schema that carries the directives of its text. */
  readonly schema: string | GraphQLSchema;
}

/** What one subgraph breaks by itself; empty when it may be composed. Throws SCHEMA_UNREADABLE. */
export function checkLabels(schema: string | GraphQLSchema, subgraphName: string): readonly LabelViolation[] {
  return checkLabelsAcross([{ name: subgraphName, schema }]);
}

/** What any of the subgraphs breaks, and where they disagree. Throws SCHEMA_UNREADABLE. */
export function checkLabelsAcross(subgraphs: readonly SubgraphSchema[]): readonly LabelViolation[] {
  const schemas = readAll(subgraphs);
  const violations: LabelViolation[] = [];
  const reportFor =
    (subgraph: string): Report =>
    (law, coordinate, todo) =>
      violations.push({ law, subgraph, coordinate, message: `${LABEL_LAWS[law]} ${todo}` });

  const readable = [...schemas].filter(([name, schema]) => {
    checkLinks(schema, reportFor(name));
    return checkDeclarations(schema, reportFor(name));
  });
  if (readable.length < schemas.size) return violations;

  const labels = labelsOf(schemas);
  for (const [name, schema] of schemas) {
    checkFields(schema, reportFor(name));
    checkSelections(schema, labels, reportFor(name));
    checkInputs(schema, labels, reportFor(name));
    checkContexts(schema, reportFor(name));
  }
  checkOwners(schemas, labels, (name, ...violation) => reportFor(name)(...violation));
  return [...violations, ...checkAgreement(schemas)];
}

/**
 * LAW_FIELDS: a statutory basis opens fields of `Citizen` from a closed list. Every listed field must exist with a
 * category of the basis, and no other field of `Citizen` may carry one. Asked of all subgraphs together.
 */
export function checkStatutoryFields(
  subgraphs: readonly SubgraphSchema[],
  bases: readonly StatutoryBasis[] = STATUTORY_BASES,
): readonly LabelViolation[] {
  const schemas = readAll(subgraphs);
  const labels = labelsOf(schemas);
  const violations: LabelViolation[] = [];
  const report = (coordinate: string, todo: string): void => {
    const owners = [...schemas].filter(([, schema]) =>
      [...labelCoordinates(schema)].some(([own]) => own === coordinate),
    );
    const subgraph = owners.map(([name]) => name).join(', ');
    violations.push({ law: 'LAW_FIELDS', subgraph, coordinate, message: `${LABEL_LAWS.LAW_FIELDS} ${todo}` });
  };
  const citizenFields = new Set(
    [...schemas.values()].flatMap((schema) =>
      [...labelCoordinates(schema)].map(([coordinate]) => coordinate).filter((own) => /^Citizen\.\w+$/.test(own)),
    ),
  );
  for (const { code, fields, categories } of bases) {
    const covers = (coordinate: string) => (categories as readonly Label[]).includes(labels(coordinate) ?? 'PUBLIC');
    for (const field of fields)
      if (!covers(field)) report(field, `${code} lists it, but it does not exist with a category of that basis.`);
    for (const field of citizenFields)
      if (covers(field) && !fields.includes(field)) report(field, `${code} opens its category: list it there.`);
  }
  return violations;
}

function readAll(subgraphs: readonly SubgraphSchema[]): ReadonlyMap<string, GraphQLSchema> {
  const read = (schema: string | GraphQLSchema) => (typeof schema === 'string' ? schemaFromSdl(schema) : schema);
  return new Map(subgraphs.map(({ name, schema }) => [name, read(schema)]));
}

/** The labels of all subgraphs together; where they disagree a category wins over PUBLIC. */
function labelsOf(schemas: ReadonlyMap<string, GraphQLSchema>): LabelLookup {
  const labels = new Map<string, Label>();
  for (const schema of schemas.values()) {
    for (const [coordinate, elements] of labelCoordinates(schema)) {
      const label = elements.map(declaredLabel).find((declared) => declared !== undefined);
      if (label !== undefined && (labels.get(coordinate) ?? 'PUBLIC') === 'PUBLIC') labels.set(coordinate, label);
    }
  }
  return (coordinate) => labels.get(coordinate);
}
