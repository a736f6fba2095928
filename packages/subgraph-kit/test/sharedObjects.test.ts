/** One object of a batch that stands under two citizens: a public one is shown to both, a guarded one only to the first. */
import 'reflect-metadata';
import { type DataCategory, encodeCategories } from '@sammen/consent';
import { graphql } from 'graphql';
import { Arg, Field, FieldResolver, ObjectType, Query, Resolver } from 'type-graphql';
import type { DecisionPoint } from '../src/decision/decisionPoint.js';
import { defineSubgraph } from '../src/defineSubgraph.js';
import { Citizen, citizenReference } from '../src/graph/citizen.js';
import { Consent, Public } from '../src/graph/directives.js';
import { createPermits } from '../src/guard/permits.js';
import { createWithheldList } from '../src/guard/withheld.js';
import { buildGuardedSchema } from '../src/schema/buildSubgraphSchema.js';

const OPEN = '7278594b-9b1c-8561-b05a-bbb21e0ce691';
const CLOSED = '6cc16df5-2ee5-8764-be91-fd16f485564b';

@ObjectType({ description: 'A course that anybody may know of.' })
@Public()
class OpenCourse {
  @Field(() => String, { description: 'What it is called.' })
  title!: string;
}

@ObjectType({ description: 'A place that a careless batch hands out under several citizens.' })
@Consent('HOUSING')
class SharedPlace {
  @Field(() => String, { nullable: true, description: 'Its name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What is treated there.' })
  @Consent('DIAGNOSIS')
  speciality!: string;
}

const place = Object.assign(new SharedPlace(), { name: 'A', speciality: 'secret' });
const course = Object.assign(new OpenCourse(), { title: 'B' });

@Resolver(() => Citizen)
class PlaceResolver {
  @Query(() => [Citizen], { description: 'Two citizens.' })
  @Public()
  both(@Arg('ids', () => [String]) ids: string[]): Citizen[] {
    return ids.map(citizenReference);
  }

  @FieldResolver(() => SharedPlace, { nullable: true, description: 'Where the citizen goes.' })
  @Consent('HOUSING')
  place(): SharedPlace {
    return place;
  }

  @FieldResolver(() => OpenCourse, { nullable: true, description: 'What the citizen attends.' })
  @Consent('HOUSING')
  course(): OpenCourse {
    return course;
  }
}

/** Everything of one citizen, of the other all but diagnoses. */
const decisionPoint: DecisionPoint = {
  async ask({ subjects }) {
    const pairs = subjects.map(({ citizenId, categories }) => {
      const permitted = [...categories].filter((each) => citizenId === OPEN || each !== 'DIAGNOSIS');
      return [citizenId, [encodeCategories(categories), encodeCategories(permitted)]] as const;
    });
    return { token: '', claims: { c: Object.fromEntries(pairs), w: {} } };
  },
};

async function ask(source: string, ids: string[]) {
  const { schema } = await buildGuardedSchema(
    defineSubgraph({
      name: 'shared',
      entities: [],
      migrations: [],
      resolvers: [PlaceResolver],
      references: {},
      loaders: () => ({}),
    }),
  );
  const who = { id: 'a', role: 'PSYCHIATRIST', organisationKind: 'REGION', citizenId: null } as const;
  const categories = new Set<DataCategory>();
  const request = {
    authorization: '',
    actor: { ...who, organisationId: 'region-syddanmark', unitId: null },
    purpose: 'TREATMENT',
    requestId: 'r',
    grants: [],
    operation: () => ({ name: null, hash: '', categories }),
  } as const;
  const contextValue = {
    hasPurpose: true,
    permits: createPermits(request, decisionPoint),
    withheld: createWithheldList(),
  };
  const { data, errors = [] } = await graphql({ schema, source, contextValue, variableValues: { ids } });
  const codes = errors.map(({ originalError }) => (originalError as { code?: string }).code);
  return { all: (data as any).both as any[], codes };
}

it('a public object that several citizens have in common is shown under each of them', async () => {
  const { all, codes } = await ask('query($ids: [String!]!) { both(ids: $ids) { course { title } } }', [OPEN, CLOSED]);
  expect(codes).toEqual([]);
  expect(all.map((each) => each.course.title)).toEqual(['B', 'B']);
});

it('I-1: a guarded object never stands under two citizens, so nobody is shown it by the permit of another', async () => {
  const source = 'query($ids: [String!]!) { both(ids: $ids) { place { name speciality } } }';
  const { all, codes } = await ask(source, [CLOSED, OPEN]);
  expect(all.map((each) => each.place)).toEqual([{ name: 'A', speciality: null }, null]);
  expect(codes).toEqual(['GUARD_NO_SUBJECT']);
});
