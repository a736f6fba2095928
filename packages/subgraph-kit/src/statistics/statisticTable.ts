import { GraphQLDate, GraphQLDateTime } from 'graphql-scalars';
import { Directive, Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Public, Shareable } from '../graph/directives.js';
import type { StatisticUnit } from './measure.js';

/** The units as an enum of the graph. */
export const StatisticUnitEnum = { COUNT: 'COUNT', DAYS: 'DAYS', AVERAGE_DAYS: 'AVERAGE_DAYS' } as const;
registerEnumType(StatisticUnitEnum, {
  name: 'StatisticUnit',
  description: 'What the values of a statistic are (enhed).',
  valuesConfig: {
    COUNT: { description: 'A number of things or events (antal).' },
    DAYS: { description: 'Days added up (dage).' },
    AVERAGE_DAYS: { description: 'Days on average, with one decimal (gennemsnitligt antal dage).' },
  },
});

/** One row: a quarter, the dimensions of its table, and the value. */
@ObjectType({
  description:
    'One row of a statistic (række): a quarter, the dimensions of its table, and the value. A dimension that the table does not tell apart is null.',
})
@Shareable()
@Public()
export class StatisticRow {
  @Field(() => String, { description: 'The quarter, as 2026-Q3 (kvartal).' })
  period!: string;

  @Field(() => GraphQLDate, { description: 'First day of the quarter.' })
  firstDay!: string;

  @Field(() => GraphQLDate, { description: 'Last day of the quarter.' })
  lastDay!: string;

  @Field(() => String, { nullable: true, description: 'Code of the region (region).' })
  region!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the region.' })
  regionName!: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the municipality lived in (bopælskommune).' })
  municipality!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the municipality.' })
  municipalityName!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Age reached in the year, in groups: 0-17, 18-24, 25-34, 35-44, 45-54, 55-64, 65+ (aldersgruppe).',
  })
  ageGroup!: string | null;

  @Field(() => String, { nullable: true, description: 'FEMALE or MALE, as registered (køn).' })
  gender!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Group of the main diagnosis in ICD-10, as F20-F29 (diagnosegruppe); psychiatry only.',
  })
  diagnosisGroup!: string | null;

  @Field(() => String, { nullable: true, description: 'Which kind of what the measure counts; a code (art).' })
  kind!: string | null;

  @Field(() => String, { nullable: true, description: 'The diagnosis group or the kind in Danish.' })
  nameDanish!: string | null;

  @Field(() => String, { nullable: true, description: 'The diagnosis group or the kind in English.' })
  nameEnglish!: string | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The value; null when it is suppressed, and for an average of nothing (værdi).',
  })
  value!: number | null;

  @Field(() => Boolean, {
    description:
      'Whether the value is held back because fewer than five citizens stand behind it, or because it would tell such a value by subtraction (diskretioneret).',
  })
  suppressed!: boolean;

  @Field(() => GraphQLDateTime, {
    description: 'When the quarter was released; it stays as released (offentliggjort).',
  })
  releasedAt!: Date;
}

/** One table of a measure. */
@ObjectType({ description: 'A published table of one measure, with what it counts (statistiktabel).' })
@Shareable()
@Public()
export class StatisticTable {
  @Field(() => String, { description: 'The measure: the name of the field that answered.' })
  measure!: string;

  @Field(() => String, { description: 'What exactly is counted, in Danish.' })
  definitionDanish!: string;

  @Field(() => String, { description: 'What exactly is counted, in English.' })
  definitionEnglish!: string;

  @Field(() => StatisticUnitEnum, { description: 'What the values are.' })
  unit!: StatisticUnit;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the newest quarter of this answer was released; null when nothing is released yet.',
  })
  releasedAt!: Date | null;

  @Directive('@listSize(assumedSize: 800)')
  @Field(() => [StatisticRow], { description: 'The rows, by quarter, region and the other dimensions.' })
  rows!: StatisticRow[];
}

/** The root of all statistics; each sector adds its own measures. */
@ObjectType({
  description:
    'Figures about many citizens, never about one (statistik). Counted per quarter among citizens whose data may be used for statistics; small numbers are held back.',
})
@Shareable()
@Public()
export class Statistics {
  @Field(() => Int, {
    description: 'Fewer citizens than this behind a value, and it is held back (mindste antal borgere bag et tal).',
  })
  fewestCitizens!: number;
}
