/** Takes from a record of the population what a field of the graph shows of it; where they differ too much, nothing. */
import { organisation, unit } from '@sammen/reference-data';
import { getNullableType, type GraphQLOutputType, isEnumType, isListType, isNonNullType, isScalarType } from 'graphql';

type Source = Readonly<Record<string, unknown>>;

/** Words that records have other names for. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  action: 'text',
  whatIsChecked: 'check',
  minutes: 'durationMinutes',
  versionNumber: 'version',
  reaction: 'citizenReaction',
  mostPeople: 'maxParticipants',
};

/**
 * What a record has for a field, under its name or one of the few by which records differ from the graph. `known`: what an
 * id of another record stands for.
 */
export function rawValue(source: Source, field: string, known: (id: string) => object | undefined): unknown {
  if (Object.hasOwn(source, field)) return source[field];
  const { organisationId, unitId, actorId } = source;
  if (field === 'organisation') return organisationOf(organisationId);
  if (field === 'responsibleUnit' || field === 'unit') return organisationOf(unitId);
  if (field === 'professional' && typeof actorId === 'string') return source;
  if (Object.hasOwn(source, `${field}Name`) && !Object.hasOwn(source, `${field}OrganisationId`)) {
    return source[`${field}Name`];
  }
  if (Object.hasOwn(source, `${field}ActorId`)) return personOf(source, field);
  const otherId = source[`${field.replace(/Name$/, '')}Id`];
  const other = typeof otherId === 'string' ? known(otherId) : undefined;
  if (other) return field.endsWith('Name') ? Reflect.get(other, 'name') : other;
  const otherName = OTHER_NAMES[field];
  if (otherName !== undefined && Object.hasOwn(source, otherName)) return source[otherName];
  const kroner = field.endsWith('Oere') ? source[field.slice(0, -'Oere'.length)] : undefined;
  return typeof kroner === 'number' ? kroner * 100 : undefined;
}

/** Who is named in a record beside what they did. */
function personOf(source: Source, field: string): unknown {
  const [actorId, name, organisationId] = ['ActorId', 'Name', 'OrganisationId'].map(
    (part) => source[`${field}${part}`],
  );
  return { actorId, name, organisationId: organisationId ?? source['organisationId'] };
}

/** An organisation or a unit, as the graph shows either. */
function organisationOf(id: unknown): unknown {
  if (typeof id !== 'string') return undefined;
  return organisation(id) ?? unit(id) ?? undefined;
}

/** The value as the type has it; undefined when it does not fit and has to be invented. */
export function fitted(type: GraphQLOutputType, value: unknown): unknown {
  if (value === null || value === undefined) return isNonNullType(type) ? undefined : value;
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    if (!Array.isArray(value)) return undefined;
    const items = value.map((item) => fitted(nullable.ofType, item));
    return items.includes(undefined) ? undefined : items;
  }
  if (isEnumType(nullable)) return nullable.getValue(String(value)) ? value : undefined;
  if (!isScalarType(nullable)) return typeof value === 'object' && !Array.isArray(value) ? value : undefined;
  return scalar(nullable.name, value);
}

const DATE = /^\d{4}-\d\d-\d\d$/;
const INSTANT = /^\d{4}-\d\d-\d\dT/;

function scalar(name: string, value: unknown): unknown {
  const text = typeof value === 'string' ? value : undefined;
  switch (name) {
    case 'Int':
      return Number.isInteger(value) ? value : undefined;
    case 'Float':
      return typeof value === 'number' ? value : undefined;
    case 'Boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'Date':
      return text !== undefined && (DATE.test(text) || INSTANT.test(text)) ? text.slice(0, 10) : undefined;
    case 'DateTime':
      if (text !== undefined && DATE.test(text)) return `${text}T12:00:00.000Z`;
      return text !== undefined && INSTANT.test(text) ? text : undefined;
    default:
      return text;
  }
}
