/** The fields of `Statistics` of one sector, made from its measures: for analysts, and nobody else. */
import { LEAST_PEOPLE } from '@sammen/statistics';
import { Arg, Ctx, Directive, FieldResolver, Int, Query, Resolver, registerEnumType } from 'type-graphql';
import type { SubgraphContext } from '../context.js';
import { kitError } from '../errors.js';
import { Public, Roles } from '../graph/directives.js';
import type { Measure, MeasureWords, OwnDimension } from './measure.js';
import { HISTORY_QUARTERS } from './quarters.js';
import { readTable } from './readTable.js';
import { Statistics, StatisticTable } from './statisticTable.js';
import { PART_TABLES, TABLE_NAMES, type TableName, tableNameInGraph } from './tables.js';

/** More quarters than this are not asked for at once: ten years. */
export const MOST_QUARTERS = 40;

const WORDS: Readonly<Record<string, string>> = {
  COUNTRY: 'The whole country (hele landet).',
  REGION: 'By region (region).',
  MUNICIPALITY: 'By municipality lived in (bopælskommune).',
  AGE_GROUP: 'By age group (aldersgruppe).',
  GENDER: 'By gender (køn).',
  AGE_GROUP_AND_GENDER: 'By age group and gender (aldersgruppe og køn).',
  REGION_AND_AGE_GROUP: 'By region and age group (region og aldersgruppe).',
  MUNICIPALITY_AND_AGE_GROUP: 'By municipality and age group (kommune og aldersgruppe).',
  MUNICIPALITY_AND_GENDER: 'By municipality and gender (kommune og køn).',
  MUNICIPALITY_AND_KIND: 'By municipality and kind of what is counted (kommune og art).',
  MUNICIPALITY_AND_DIAGNOSIS_GROUP: 'By municipality and group of the main diagnosis (kommune og diagnosegruppe).',
  REGION_AND_GENDER: 'By region and gender (region og køn).',
  KIND: 'By kind of what is counted (art).',
  REGION_AND_KIND: 'By region and kind of what is counted (region og art).',
  DIAGNOSIS_GROUP: 'By group of the main diagnosis (diagnosegruppe).',
  REGION_AND_DIAGNOSIS_GROUP: 'By region and group of the main diagnosis (region og diagnosegruppe).',
};

/** Tables by their names in the graph, and the enum of those names. */
interface TablesEnum {
  readonly tables: Readonly<Record<string, TableName>>;
  readonly names: Readonly<Record<string, string>>;
}

function tablesEnum(name: string, tableNames: readonly TableName[], own: OwnDimension): TablesEnum {
  const tables = Object.fromEntries(tableNames.map((table) => [tableNameInGraph(table, own), table]));
  const names = Object.fromEntries(Object.keys(tables).map((table) => [table, table]));
  registerEnumType(names, {
    name,
    description: 'The published tables of a measure, each by quarter (tabeller).',
    valuesConfig: Object.fromEntries(Object.keys(names).map((table) => [table, { description: WORDS[table]! }])),
  });
  return { tables, names };
}

const ENUM_NAMES: Readonly<Record<OwnDimension, string>> = { KIND: '', DIAGNOSIS_GROUP: 'Psychiatry' };

type Arguments = readonly [
  by: string,
  quarters: number,
  region: string | null,
  municipality: string | null,
  context: SubgraphContext,
];

/** A resolver class with one field for each measure. */
export function statisticsResolver(measures: readonly Measure[], own: OwnDimension): Function {
  const all = tablesEnum(`${ENUM_NAMES[own]}StatisticsBy`, TABLE_NAMES, own);

  @Resolver(() => Statistics)
  class StatisticsResolver {
    @Query(() => Statistics, {
      nullable: true,
      description: 'Figures about many citizens (statistik), for analysts; null for everybody else.',
    })
    @Directive('@shareable')
    @Public()
    @Roles('ANALYST')
    statistics(): Statistics {
      return Object.assign(new Statistics(), { fewestCitizens: LEAST_PEOPLE });
    }
  }

  const prototype: object = StatisticsResolver.prototype;
  for (const measure of measures) addField(prototype, measure, measure, own, all);
  const parts = measures.filter(({ part }) => part !== undefined);
  if (parts.length > 0) {
    const few = tablesEnum(`${ENUM_NAMES[own]}PartStatisticsBy`, PART_TABLES, own);
    for (const measure of parts) addField(prototype, measure, measure.part!, own, few);
  }
  return StatisticsResolver;
}

/** What the decorators of a method would say, for a method that is made here. */
function addField(
  prototype: object,
  measure: Measure,
  words: MeasureWords,
  own: OwnDimension,
  { tables, names }: TablesEnum,
): void {
  const name = words.field;
  const resolve = (...[by, quarters, region, municipality, { database }]: Arguments): Promise<StatisticTable> => {
    if (quarters < 1 || quarters > MOST_QUARTERS)
      throw kitError('INVALID_INPUT', {
        message: `Between 1 and ${MOST_QUARTERS} quarters can be asked for.`,
        field: 'quarters',
      });
    return readTable(database, measure, words, own, { table: tables[by]!, quarters, region, municipality });
  };
  const descriptor: PropertyDescriptor = { value: resolve, writable: true, configurable: true };
  Object.defineProperty(prototype, name, descriptor);
  FieldResolver(() => StatisticTable, { nullable: true, description: `${words.en} (${words.da})` })(
    prototype,
    name,
    descriptor,
  );
  Public()(prototype, name, descriptor);
  Arg('by', () => names, { defaultValue: 'REGION', description: 'Which of the published tables.' })(prototype, name, 0);
  Arg('quarters', () => Int, {
    defaultValue: HISTORY_QUARTERS,
    description: `How many quarters back from the newest, at most ${MOST_QUARTERS}.`,
  })(prototype, name, 1);
  Arg('region', () => String, { nullable: true, description: 'Rows of one region only, by its code (1083).' })(
    prototype,
    name,
    2,
  );
  Arg('municipality', () => String, {
    nullable: true,
    description: 'Rows of one municipality only, by its code (0561).',
  })(prototype, name, 3);
  Ctx()(prototype, name, 4);
}
