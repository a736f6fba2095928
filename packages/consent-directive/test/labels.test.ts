import { composeServices } from '@apollo/composition';
import { DATA_CATEGORIES } from '@sammen/consent';
import {
  CONSENT_SDL,
  guardsOf,
  labelOf,
  labelsFromSdl,
  labelsOfSchema,
  schemaFromSdl,
  type LabelLookup,
} from '@sammen/consent-directive';
import { isObjectType, parse, type GraphQLObjectType } from 'graphql';

const citizen = `${CONSENT_SDL}
  type Query {
    me: Citizen @public
    search(byDiagnosis: String @consent(category: DIAGNOSIS), order: Order = NAME, filter: Filter): [Citizen!] @public
    categories: [DataCategory!] @public
  }
  enum Order { NAME DIAGNOSED @consent(category: DIAGNOSIS) }
  input Filter { cpr: String @consent(category: CPR_NUMBER) }
  type Citizen @key(fields: "id") { id: ID! @public name: String @consent(category: IDENTITY) nickname: String }`;
const psychiatry = `${CONSENT_SDL}
  extend type Citizen @key(fields: "id") { id: ID! @public diagnoses: [Diagnosis!] @consent(category: DIAGNOSIS) }
  type Diagnosis @key(fields: "citizenId id") @consent(category: DIAGNOSIS) {
    citizenId: ID! @public
    id: ID! @public
    code: String
    ward: String @consent(category: ADMISSION)
    found: Found
  }
  union Found = Diagnosis | Admission
  type Admission { bed: String @public }
  extend type Admission @consent(category: ADMISSION) { room: String }`;

const composed = () => {
  const { supergraphSdl, errors } = composeServices([
    { name: 'citizen', typeDefs: parse(citizen), url: 'http://127.0.0.1:1' },
    { name: 'psychiatry', typeDefs: parse(psychiatry), url: 'http://127.0.0.1:2' },
  ]);
  expect(errors).toBeUndefined();
  return supergraphSdl!;
};
const typeIn = (sdl: string, name: string): GraphQLObjectType => {
  const type = schemaFromSdl(sdl).getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is no object type`);
  return type;
};

describe('a label', () => {
  const diagnosis = typeIn(psychiatry, 'Diagnosis');
  const label = (field: string) => labelOf(diagnosis, diagnosis.getFields()[field]!);

  it('is the own label of a field, else that of its type', () => {
    expect(label('ward')).toBe('ADMISSION');
    expect(label('code')).toBe('DIAGNOSIS');
  });

  it('is PUBLIC where the field is declared public, also in a labelled type', () => {
    expect(label('id')).toBe('PUBLIC');
  });

  it('is undefined where nobody has declared anything', () => {
    const type = typeIn(citizen, 'Citizen');
    expect(labelOf(type, type.getFields().nickname!)).toBeUndefined();
  });

  it('is found on an extension of a type', () => {
    const type = typeIn(psychiatry, 'Admission');
    expect(labelOf(type, type.getFields().room!)).toBe('ADMISSION');
  });

  it('I-4: is refused when its category is not known, rather than overlooked', () => {
    const sdl = citizen.replace('@consent(category: IDENTITY)', '@consent(category: SHOE_SIZE)');
    expect(() => labelsFromSdl(sdl)).toThrow(expect.objectContaining({ code: 'UNKNOWN_CATEGORY' }));
    const none = citizen.replace('@consent(category: IDENTITY)', '@consent');
    expect(() => labelsFromSdl(none)).toThrow(expect.objectContaining({ code: 'UNKNOWN_CATEGORY' }));
  });

  it('guards a field together with that of the object it returns', () => {
    const schema = schemaFromSdl(psychiatry);
    const type = schema.getType('Diagnosis') as GraphQLObjectType;
    expect(guardsOf(schema, type, type.getFields().found!)).toEqual(['DIAGNOSIS', 'ADMISSION']);
    expect(guardsOf(schema, type, type.getFields().ward!)).toEqual(['ADMISSION']);
    expect(guardsOf(schema, type, type.getFields().id!)).toEqual([]);
    const federated = schemaFromSdl(
      `${psychiatry} union _Entity = Diagnosis type Query { _entities: [_Entity]! @public }`,
    );
    const query = federated.getQueryType()!;
    expect(guardsOf(federated, query, query.getFields()._entities!)).toEqual([]); // Decided one by one.
  });
});

describe('the labels of a schema', () => {
  const expected: Record<string, ReturnType<LabelLookup>> = {
    'Citizen.id': 'PUBLIC',
    'Citizen.name': 'IDENTITY',
    'Citizen.nickname': undefined,
    'Citizen.diagnoses': 'DIAGNOSIS',
    Diagnosis: 'DIAGNOSIS',
    'Diagnosis.code': 'DIAGNOSIS',
    'Diagnosis.id': 'PUBLIC',
    'Diagnosis.ward': 'ADMISSION',
    'Query.search': 'PUBLIC',
    'Query.search(byDiagnosis:)': 'DIAGNOSIS',
    'Query.search(order:)': undefined,
    'Order.DIAGNOSED': 'DIAGNOSIS',
    'Order.NAME': undefined,
    'Filter.cpr': 'CPR_NUMBER',
    'No.such': undefined,
    __proto__: undefined,
  };

  it('survive composition, every one of them', () => {
    const labels = labelsFromSdl(composed());
    for (const [coordinate, label] of Object.entries(expected))
      expect([coordinate, labels(coordinate)]).toEqual([coordinate, label]);
  });

  it('are the same read from a schema and from its text', () => {
    const fromSchema = labelsOfSchema(schemaFromSdl(citizen));
    const fromText = labelsFromSdl(citizen);
    for (const coordinate of Object.keys(expected)) expect(fromSchema(coordinate)).toBe(fromText(coordinate));
  });

  it('I-4: are refused where the schema has lost the directive, rather than read as no labels', () => {
    const lost = 'type Query { me: Citizen } type Citizen { name: String }';
    expect(() => labelsFromSdl(lost)).toThrow(expect.objectContaining({ code: 'LABELS_MISSING' }));
    expect(() => labelsFromSdl('type Query {')).toThrow(expect.objectContaining({ code: 'SCHEMA_UNREADABLE' }));
  });

  it('offer every category, described', () => {
    const values = (
      schemaFromSdl(CONSENT_SDL + 'type Query { a: Int @public }').getType('DataCategory') as never as {
        getValues(): { name: string; description: string }[];
      }
    ).getValues();
    expect(values.map((value) => value.name)).toEqual([...DATA_CATEGORIES]);
    expect(values.filter((value) => !value.description)).toEqual([]);
  });
});
