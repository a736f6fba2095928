import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import { directivesNamed } from '../label.js';
import type { LabelLookup } from '../labelLookup.js';
import { fieldsOf, typesWithFields } from './schemaElements.js';
import type { LabelLaw } from './violation.js';

/**
 * NO_OWNER: whoever meets a guarded value must be able to tell whose it is, or a permit for one citizen could open
 * another's. Looked at in all subgraphs together, as the gateway meets them: `Citizen.id`, `citizenId`, `citizenRef` and
 * `citizen` say it, values below take it over, and a root field may say it by its arguments (`citizenId`, `input.citizenId`).
 */
export function checkOwners(
  schemas: ReadonlyMap<string, GraphQLSchema>,
  labels: LabelLookup,
  report: (subgraph: string, law: LabelLaw, coordinate: string, todo: string) => void,
): void {
  const fields = new Map<string, MergedField[]>();
  const members = new Map<string, Set<string>>();
  for (const [subgraph, schema] of schemas) {
    for (const type of typesWithFields(schema))
      for (const field of fieldsOf(type)) {
        const isHidden = ['inaccessible', 'federation__inaccessible'].some(
          (name) => directivesNamed(field, name).length,
        );
        fields.set(type.name, [...(fields.get(type.name) ?? []), { subgraph, field, isHidden }]);
      }
    for (const type of Object.values(schema.getTypeMap()))
      if (isAbstractType(type))
        for (const { name } of schema.getPossibleTypes(type))
          members.set(type.name, (members.get(type.name) ?? new Set<string>()).add(name));
  }

  const isGuarded = (coordinate: string): boolean => (labels(coordinate) ?? 'PUBLIC') !== 'PUBLIC';

  /** Whether objects of a type say whose they are, to everybody. */
  function saysWhose(type: string): boolean {
    const open = (name: string, fits: (field: Field) => boolean): boolean => {
      const found = (fields.get(type) ?? []).filter(({ field }) => field.name === name);
      const isOpen = found.every(({ field, isHidden }) => !isHidden && fits(field));
      return found.length > 0 && isOpen && labels(`${type}.${name}`) === 'PUBLIC';
    };
    if (type === 'Citizen') return open('id', isLeaf);
    return open('citizenId', isLeaf) || open('citizenRef', isLeaf) || open('citizen', isCitizen);
  }

  const reached = new Set<string>();
  /** `type` is met where nobody is known. */
  function visit(type: string, from: MergedField, parent: string): void {
    for (const one of members.get(type) ?? [type]) {
      if (saysWhose(one)) continue;
      if (isGuarded(one) || one === 'Citizen')
        report(from.subgraph, 'NO_OWNER', `${parent}.${from.field.name}`, `Give ${one} an open citizenId or citizen.`);
      else visitFields(one, false);
    }
  }

  function visitFields(type: string, isRoot: boolean): void {
    if (reached.has(type)) return;
    reached.add(type);
    for (const each of fields.get(type) ?? []) {
      if (isRoot && namesCitizen(each.field)) continue;
      const coordinate = `${type}.${each.field.name}`;
      if (isGuarded(coordinate))
        report(
          each.subgraph,
          'NO_OWNER',
          coordinate,
          `Give ${isRoot ? 'it an argument' : `${type} an open`} citizenId.`,
        );
      else visit(getNamedType(each.field.type).name, each, type);
    }
  }
  for (const root of ['Query', 'Mutation', 'Subscription']) visitFields(root, true);
}

type Field = GraphQLField<unknown, unknown>;

interface MergedField {
  readonly subgraph: string;
  readonly field: Field;
  readonly isHidden: boolean;
}

const isLeaf = ({ type }: Field): boolean => isLeafType(getNullableType(type));

const isCitizen = ({ type, args }: Field): boolean => {
  const returned = getNullableType(type);
  const isObject = isObjectType(returned) || isInterfaceType(returned);
  return isObject && returned.name === 'Citizen' && !args.some(isRequiredArgument);
};

function namesCitizen({ args }: Field): boolean {
  return args.some(({ name, type }) => {
    const input = getNamedType(type);
    return name === 'citizenId' || (name === 'input' && isInputObjectType(input) && 'citizenId' in input.getFields());
  });
}
