import { CONSENT_SDL, categoriesOfOperation, labelsFromSdl, schemaFromSdl, touchedBy } from '@sammen/consent-directive';
import { parse, validate } from 'graphql';

const sdl = `${CONSENT_SDL}
  directive @key(fields: String!, resolvable: Boolean) repeatable on OBJECT | INTERFACE
  scalar _Any
  union _Entity = Citizen | Diagnosis | Admission
  type Query {
    me: Citizen @public
    secret: Citizen @consent(category: CONSENTS)
    find(cpr: String @consent(category: CPR_NUMBER), order: Order, filter: Filter, filters: [Filter!]): [Citizen!] @public
    sorted(order: Order = DIAGNOSED, filter: Filter = { nested: { ward: "1" } }): [Citizen!] @public
    contacts: [Contact!] @public
    _entities(representations: [_Any!]!): [_Entity]! @public
  }
  type Mutation { admit(ward: String): Admission @consent(category: ADMISSION_NOTICE) }
  enum Order { NAME DIAGNOSED @consent(category: DIAGNOSIS) }
  input Filter {
    name: String
    any: _Any
    ward: String @consent(category: ADMISSION)
    order: Order
    nested: Filter
    plan: String = "any" @public
    benefit: Benefit
  }
  input Benefit { amount: Int = 7 @consent(category: HOUSING_BENEFIT) }
  interface Contact { at: String }
  type Visit implements Contact { at: String @public note: String @consent(category: VOLUNTEER_VISIT) }
  type Meeting implements Contact @consent(category: MEETING) { at: String @public minutes: String }
  union Found = Diagnosis | Admission
  type Citizen @key(fields: "id") {
    id: ID! @public
    name: String @consent(category: IDENTITY)
    friend: Citizen @public
    diagnoses: [Diagnosis!] @consent(category: DIAGNOSIS)
    admissions: [Admission!] @consent(category: ADMISSION)
    found: [Found!] @public
    care: Care @public
  }
  type Care @consent(category: CARE_TEAM) { size: Int @public }
  type Diagnosis @key(fields: "id") @consent(category: DIAGNOSIS) { id: ID! @public code: String treatment: String @consent(category: TREATMENT) }
  type Admission @key(fields: "id") @consent(category: ADMISSION) { id: ID! @public bed: String }`;

const schema = schemaFromSdl(sdl);
const labels = labelsFromSdl(sdl);
const touched = (query: string, variables: Record<string, unknown> = {}, operationName?: string) => {
  const document = parse(query);
  expect(validate(schema, document).map((error) => error.message)).toEqual([]);
  return [...categoriesOfOperation({ schema, labels, document, operationName, variables })].toSorted();
};

describe('the categories of an operation', () => {
  it('are none for what is public', () => {
    expect(touched('{ __typename __schema { types { name } } me { id __typename friend { id } } }')).toEqual([]);
  });

  it('are those of its fields, by alias and by merged selection, too', () => {
    expect(touched('{ a: me { n: name } b: me { friend { diagnoses { id } } } }')).toEqual(['DIAGNOSIS', 'IDENTITY']);
    expect(touched('{ me { id } me { friend { name } } }')).toEqual(['IDENTITY']);
    expect(touched('{ secret { id } }')).toEqual(['CONSENTS']);
  });

  it('are the own label of a field and that of the object it returns, both', () => {
    expect(touched('mutation { admit { id } }')).toEqual(['ADMISSION', 'ADMISSION_NOTICE']);
    expect(touched('{ me { care { size } } }')).toEqual(['CARE_TEAM']);
    expect(touched('{ me { diagnoses { treatment } } }')).toEqual(['DIAGNOSIS', 'TREATMENT']);
  });

  it('are found through named fragments, nested and on interfaces', () => {
    const query = `
      query { me { ...Person } contacts { ...Any } }
      fragment Person on Citizen { ...Name }
      fragment Name on Citizen { name }
      fragment Any on Contact { at ... on Visit { note } }`;
    expect(touched(query)).toEqual(['IDENTITY', 'MEETING', 'VOLUNTEER_VISIT']);
  });

  it('count every object that an interface or union may turn out to be, also behind __typename alone', () => {
    expect(touched('{ contacts { at } }')).toEqual(['MEETING']);
    expect(touched('{ me { found { __typename } } }')).toEqual(['ADMISSION', 'DIAGNOSIS']);
    expect(touched('{ me { found { ... on Admission { id } } } }')).toEqual(['ADMISSION', 'DIAGNOSIS']);
  });

  it('are for entities only those of the entities asked for', () => {
    const entities = (selection: string) =>
      touched(`query ($r: [_Any!]!) { _entities(representations: $r) { ${selection} } }`, { r: [] });
    expect(entities('... on Citizen { diagnoses { code } }')).toEqual(['DIAGNOSIS']);
    expect(entities('... on Citizen { id }')).toEqual([]);
    expect(entities('... on Admission { id }')).toEqual(['ADMISSION']);
    expect(entities('__typename')).toEqual(['ADMISSION', 'DIAGNOSIS']);
  });

  it.each([
    ['@skip(if: true)', {}, false],
    ['@skip(if: false)', {}, true],
    ['@include(if: true)', {}, true],
    ['@include(if: false)', {}, false],
    ['@skip(if: $yes)', { yes: true }, false],
    ['@skip(if: $yes)', { yes: false }, true],
    ['@include(if: $yes)', { yes: false }, false],
    ['@include(if: $yes)', { yes: true }, true],
    ['@include(if: $no)', {}, false],
    ['@include(if: $no)', { no: true }, true],
    ['@skip(if: $yes) @include(if: $no)', { yes: false, no: false }, false],
  ])('heed %s with %j', (directives, variables, isCounted) => {
    const declare = 'query ($yes: Boolean! = true, $no: Boolean! = false)';
    const use = 'id @skip(if: $yes) again: id @skip(if: $no)';
    const expected = isCounted ? ['IDENTITY'] : [];
    expect(touched(`${declare} { me { ${use} name ${directives} } }`, variables)).toEqual(expected);
    expect(touched(`${declare} { me { ${use} ... ${directives} { name } } }`, variables)).toEqual(expected);
    expect(
      touched(`${declare} { me { ${use} ...N ${directives} } } fragment N on Citizen { name }`, variables),
    ).toEqual(expected);
  });

  it('I-4: count what cannot be told, such as a condition that no variable was sent for', () => {
    const query = 'query ($on: Boolean!) { me { name @include(if: $on) id @skip(if: $on) } }';
    expect(touched(query, {})).toEqual(['IDENTITY']);
    expect(touched(query, Object.create({ on: false }) as Record<string, unknown>)).toEqual(['IDENTITY']);
    expect(touched(query, { on: 'false' })).toEqual(['IDENTITY']);
  });

  it('are those of the operation that is named, and of no other', () => {
    const document = 'query A { me { name } } query B { me { diagnoses { code } } }';
    expect(touched(document, {}, 'A')).toEqual(['IDENTITY']);
    expect(touched(document, {}, 'B')).toEqual(['DIAGNOSIS']);
    for (const operationName of [undefined, 'C'])
      expect(() => touched(document, {}, operationName)).toThrow(
        expect.objectContaining({ code: 'OPERATION_NOT_FOUND', status: 400 }),
      );
  });

  it('are refused for a kind of operation that the schema does not have, rather than read as none', () => {
    const document = parse('subscription { me { name } }');
    expect(() => categoriesOfOperation({ schema, labels, document })).toThrow(
      expect.objectContaining({ code: 'OPERATION_NOT_FOUND' }),
    );
  });

  it('overlook nothing else because one fragment is missing', () => {
    const document = parse('{ me { ...Missing name } }');
    expect([...categoriesOfOperation({ schema, labels, document })]).toEqual(['IDENTITY']);
  });

  it('hold labelled arguments, given as literal, variable or null', () => {
    expect(touched('{ find(cpr: "x") { id } }')).toEqual(['CPR_NUMBER']);
    expect(touched('query ($c: String) { find(cpr: $c) { id } }', { c: 'x' })).toEqual(['CPR_NUMBER']);
    expect(touched('{ find(cpr: null) { id } }')).toEqual(['CPR_NUMBER']);
    expect(touched('{ find { id } }')).toEqual([]);
  });

  it('hold labelled enum values, by literal, variable, default of the variable and default of the argument', () => {
    expect(touched('{ find(order: NAME) { id } }')).toEqual([]);
    expect(touched('{ find(order: DIAGNOSED) { id } }')).toEqual(['DIAGNOSIS']);
    const byVariable = 'query ($o: Order = DIAGNOSED) { find(order: $o) { id } }';
    expect(touched(byVariable, { o: 'NAME' })).toEqual([]);
    expect(touched(byVariable, { o: 'DIAGNOSED' })).toEqual(['DIAGNOSIS']);
    expect(touched(byVariable, {})).toEqual(['DIAGNOSIS']);
    expect(touched('{ sorted(order: DIAGNOSED, filter: {}) { id } }')).toEqual(['DIAGNOSIS']);
    expect(touched('{ sorted(order: NAME, filter: {}) { id } }')).toEqual([]);
    expect(touched('{ sorted(filter: {}) { id } }')).toEqual(['DIAGNOSIS']);
    expect(touched('query ($o: Order) { sorted(order: $o, filter: {}) { id } }')).toEqual(['DIAGNOSIS']);
  });

  it('hold labelled input fields, nested, in lists, in variables and in defaults', () => {
    expect(touched('{ find(filter: { name: "a" }) { id } }')).toEqual([]);
    expect(touched('{ find(filter: { nested: { ward: "1" } }) { id } }')).toEqual(['ADMISSION']);
    expect(touched('{ find(filters: [{ name: "a" }, { order: DIAGNOSED }]) { id } }')).toEqual(['DIAGNOSIS']);
    expect(touched('{ find(filters: { ward: "1" }) { id } }')).toEqual(['ADMISSION']);
    expect(touched('{ find(filter: { benefit: {} }) { id } }')).toEqual(['HOUSING_BENEFIT']);
    const byVariable =
      'query ($f: [Filter!], $w: String) { find(filters: $f, filter: { nested: { name: $w } }) { id } }';
    expect(touched(byVariable, { f: [{ nested: { ward: '1', order: 'DIAGNOSED' } }] })).toEqual([
      'ADMISSION',
      'DIAGNOSIS',
    ]);
    expect(touched(byVariable, { f: { benefit: {} } })).toEqual(['HOUSING_BENEFIT']);
    expect(touched(byVariable, { f: [null, 7, { nested: null }] })).toEqual([]);
    expect(touched('{ sorted(order: NAME) { id } }')).toEqual(['ADMISSION']);
    expect(touched('{ find(filter: null, filters: null) { id } }')).toEqual([]);
    expect(touched('{ find(filter: { any: { ward: "no field of a type" } }) { id } }')).toEqual([]);
  });

  it('come with their coordinates, for the access log', () => {
    const document = parse('{ find(cpr: "1") { id name diagnoses { code } } }');
    expect([...touchedBy({ schema, labels, document }).coordinates].toSorted()).toEqual([
      'Citizen.diagnoses',
      'Citizen.name',
      'Diagnosis',
      'Diagnosis.code',
      'Query.find(cpr:)',
    ]);
  });

  it('cost no more than the document is long, however its fragments multiply', () => {
    const levels = Array.from(
      { length: 40 },
      (_, n) => `fragment F${n} on Citizen { friend { ...F${n + 1} } again: friend { ...F${n + 1} } }`,
    );
    const query = `{ me { ...F0 } } ${levels.join('\n')} fragment F40 on Citizen { name }`;
    expect([...categoriesOfOperation({ schema, labels, document: parse(query) })]).toEqual(['IDENTITY']);
  });
});
