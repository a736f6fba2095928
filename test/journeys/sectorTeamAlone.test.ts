/** A sector team works on its own subgraph alone, without a gateway; consent holds just the same (INVARIANT I-7). */
import { PERSONAS, type PersonaName } from '@sammen/population';
import { useSystem } from '../support/system.js';

const system = useSystem();
const id = PERSONAS.citizen.exampleCitizenId!;

const ofPsychiatry = (persona: PersonaName, representations: object[], selection: string, headers = {}) =>
  system.graphql(system.urls['psychiatry']!, {
    query: `query Direct($representations: [_Any!]!) { _entities(representations: $representations) { ${selection} } }`,
    variables: { representations },
    persona,
    headers,
  });
const citizen = { __typename: 'Citizen', id };
const DIAGNOSES = '... on Citizen { id diagnoses { code } }';

describe('psychiatry, asked directly', () => {
  it('I-7: shows the psychiatrist and withholds from the outsider, with the same words as through the gateway', async () => {
    const own = await ofPsychiatry('psychiatrist', [citizen], DIAGNOSES);
    const other = await ofPsychiatry('outsider', [citizen], DIAGNOSES);
    expect(own.body.data!['_entities'][0].diagnoses.length).toBeGreaterThan(0);
    expect(own.body.extensions).toEqual({ consent: { withheld: [] } });
    expect(other.body.data!['_entities']).toEqual([{ id, diagnoses: null }]);
    expect(other.body.extensions!['consent'].withheld).toEqual([
      {
        path: ['_entities', 0, 'diagnoses'],
        coordinate: 'Citizen.diagnoses',
        category: 'DIAGNOSIS',
        state: 'OUT_OF_SCOPE',
        nextStep: 'NONE',
      },
    ]);
  });

  it('I-1: shows nobody anything without a token, and believes no header about who asks', async () => {
    const spoofed = {
      'x-actor': PERSONAS.psychiatrist.actor.id,
      'x-role': 'PSYCHIATRIST',
      'x-sammen-role': 'PSYCHIATRIST',
    };
    const { status, body } = await system.graphql(system.urls['psychiatry']!, {
      query: '{ wardAdmissions { totalCount } }',
      headers: { ...spoofed, 'x-sammen-purpose': 'TREATMENT' },
    });
    const volunteer = await ofPsychiatry('volunteer', [citizen], DIAGNOSES, spoofed);
    expect(status).toBe(401);
    expect(body.errors?.[0].extensions.code).toBe('UNAUTHENTICATED');
    expect(volunteer.body.data!['_entities'][0].diagnoses).toBeNull();
  });

  it('I-3: answers a reference to an admission that exists and one that is made up with the same bytes', async () => {
    const known = await ofPsychiatry('psychiatrist', [citizen], '... on Citizen { admissions { nodes { id } } }');
    const existing = known.body.data!['_entities'][0].admissions.nodes[0].id as string;
    const made = '3f2b8c1e-7a54-8d10-9e6b-5c4d3e2f1a00';
    const probe = (admission: string) =>
      ofPsychiatry(
        'volunteer',
        [{ __typename: 'Admission', citizenId: id, id: admission }],
        '... on Admission { id status ward }',
      );
    const [one, other] = [await probe(existing), await probe(made)];
    expect(one.body.data!['_entities']).toEqual([null]);
    expect(JSON.stringify(one.body)).toBe(JSON.stringify(other.body));
  });

  it('I-1: takes nothing from a representation but its key', async () => {
    const forged = {
      __typename: 'Diagnosis',
      citizenId: id,
      id: '3f2b8c1e-7a54-8d10-9e6b-5c4d3e2f1a00',
      code: 'DF200',
    };
    const { body } = await ofPsychiatry('psychiatrist', [forged], '... on Diagnosis { id code }');
    expect(body.data!['_entities']).toEqual([null]);
  });

  it.each([
    ['a type that is no entity', { __typename: 'Leave', citizenId: id }, 'INVALID_INPUT'],
    ['no type', { id }, 'INVALID_INPUT'],
    ['a malformed id', { __typename: 'Citizen', id: '1 OR 1=1' }, 'INVALID_ID'],
    ['an admission without a citizen', { __typename: 'Admission', id }, 'INVALID_ID'],
  ])('refuses %s with a code', async (_what, representation, code) => {
    const { body } = await ofPsychiatry('psychiatrist', [representation], DIAGNOSES);
    expect(body.errors?.[0].extensions.code).toBe(code);
    expect(JSON.stringify(body)).not.toContain('1 OR 1=1');
  });

  it('I-4: takes a malformed grant for an error, never for "no consent needed"', async () => {
    const response = await fetch(system.urls['psychiatry']!, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await system.token('psychiatrist')}`,
        'x-sammen-purpose': 'TREATMENT',
      },
      body: JSON.stringify({ query: '{ wardAdmissions { totalCount } }', extensions: { grants: ['not.a.grant'] } }),
    });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(((await response.json()) as any).errors[0].extensions.code).toBe('GRANT_INVALID');
  });

  it('runs a stay from admission over leave to discharge, and refuses what does not fit', async () => {
    const patient = PERSONAS.guardian.exampleCitizenId!;
    const write = async (name: string, input: object, persona: PersonaName = 'ward-nurse') => {
      const type = name === 'admit' ? 'AdmitInput!' : 'AdmissionChangeInput!';
      const { body } = await system.graphql(system.urls['psychiatry']!, {
        query: `mutation W($input: ${type}) { ${name}(input: $input) { id status version leaves { startedAt endedAt } history { kind } } }`,
        variables: { input },
        persona,
      });
      return { row: body.data?.[name], code: body.errors?.[0]?.extensions?.code };
    };
    const admission = { citizenId: patient, kind: 'INPATIENT', unitId: 'region-syddanmark/psychiatry-esbjerg/ward-1' };
    expect((await write('admit', admission, 'social-worker')).code).toBe('NOT_ALLOWED');
    const { row: admitted } = await write('admit', admission);
    expect(admitted).toMatchObject({ status: 'ADMITTED', version: 1 });
    expect((await write('admit', admission)).code).toBe('ALREADY_ADMITTED');
    const stay = { citizenId: patient, admissionId: admitted.id };
    expect((await write('endLeave', { ...stay, version: 1 })).code).toBe('NOT_ON_LEAVE');
    expect((await write('startLeave', { ...stay, version: 1 })).row).toMatchObject({ status: 'ON_LEAVE', version: 2 });
    expect((await write('discharge', { ...stay, version: 1 })).code).toBe('VERSION_CONFLICT');
    expect((await write('discharge', { ...stay, version: 2, at: '2100-01-01T00:00:00Z' })).code).toBe(
      'ENDS_BEFORE_START',
    );
    const { row: discharged } = await write('discharge', { ...stay, version: 2 });
    expect(discharged.status).toBe('DISCHARGED');
    expect(discharged.leaves[0].endedAt).not.toBeNull();
    expect(discharged.history.map((event: any) => event.kind)).toEqual(['ADMITTED', 'LEAVE_STARTED', 'DISCHARGED']);
    expect((await write('startLeave', { ...stay, version: 3 })).code).toBe('NOT_ADMITTED');
  });
});
