/** A new field that nobody labelled: it must never get as far as an answer. */
import 'reflect-metadata';
import { composeSchemas } from '../../packages/cli/src/composition/composeSchemas';
import { committedSchemas, withChange } from '../support/committedSchemas.js';

const refusals = (problems: readonly string[] | undefined) => problems ?? [];

describe('a field without a label does not compose, and is named with its subgraph,', () => {
  it.each([
    ['on the citizen', 'psychiatry', 'Citizen.secret', /^(extend )?type Citizen [^{]*\{/m, '$&\n  secret: String'],
    [
      'on a type of its own behind the citizen',
      'municipality',
      'Secret.text',
      /^(extend )?type Citizen [^{]*\{/m,
      '$&\n  secret: Secret @public',
    ],
    ['at the root', 'ngo', 'Query.secrets', /^type Query [^{]*\{/m, '$&\n  secrets: [String!]'],
    ['as a mutation', 'coordination', 'Mutation.shout', /^type Mutation [^{]*\{/m, '$&\n  shout: String'],
  ])('I-9: %s', async (_name, subgraph, coordinate, find, replace) => {
    const schemas = (await withChange(subgraph, find, replace)).map((schema) =>
      schema.name === subgraph && replace.includes('Secret @')
        ? { ...schema, sdl: `${schema.sdl}\ntype Secret { text: String }` }
        : schema,
    );
    const { problems, supergraph } = composeSchemas(schemas);
    expect(supergraph).toBeUndefined();
    expect(refusals(problems)).toContainEqual(expect.stringMatching(new RegExp(`^\\[${subgraph}\\] ${coordinate}: `)));
  });
});

it('I-9: a label that is taken off does not compose either', async () => {
  const { problems } = composeSchemas(
    await withChange('psychiatry', /(\bdiagnoses(?:\([^)]*\))?: [^\n]*) @consent\(category: DIAGNOSIS\)/, '$1'),
  );
  expect(refusals(problems).join('\n')).toContain('Citizen.diagnoses');
});

it('I-9: a guarded field that cannot be null, and so cannot be withheld, does not compose', async () => {
  const { problems } = composeSchemas(
    await withChange('psychiatry', /(\bdiagnoses(?:\([^)]*\))?: \[Diagnosis!\])( @consent)/, '$1!$2'),
  );
  expect(refusals(problems)).toContainEqual(expect.stringContaining('Citizen.diagnoses'));
});

it('I-9: an unlabelled field does not even run: the subgraph that has one refuses to start', async () => {
  const { Field, ObjectType, Query, Resolver, ID } = await import('type-graphql');
  const { buildGuardedSchema } = await import('../../packages/subgraph-kit/src/schema/buildSubgraphSchema');
  const { Public } = await import('../../packages/subgraph-kit/src/graph/directives');
  @ObjectType()
  @Public()
  class Open {
    @Field(() => ID)
    id!: string;
  }
  @ObjectType()
  class Unlabelled {
    @Field(() => String, { nullable: true })
    text!: string | null;
  }
  @Resolver()
  class Roots {
    @Query(() => Open, { nullable: true })
    @Public()
    open(): Open | null {
      return null;
    }
    @Query(() => Unlabelled, { nullable: true })
    @Public()
    secret(): Unlabelled | null {
      return null;
    }
  }
  const definition = { name: 'attack', resolvers: [Roots], orphanedTypes: [], references: {} };
  await expect(buildGuardedSchema(definition as never)).rejects.toMatchObject({
    code: 'GUARD_DECLARATION',
    message: expect.stringContaining('Unlabelled.text'),
  });
});

it('the committed schemas compose, so that the refusals above are about the change', async () => {
  expect(composeSchemas(await committedSchemas()).problems).toBeUndefined();
});
