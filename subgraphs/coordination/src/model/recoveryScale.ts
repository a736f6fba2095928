import { Public } from '@sammen/subgraph-kit';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';

/** The six indicators of own recovery, and no others. */
export enum RecoveryIndicator {
  HOPE = 'HOPE',
  WELLBEING = 'WELLBEING',
  INCLUSION = 'INCLUSION',
  CITIZENSHIP = 'CITIZENSHIP',
  EMPOWERMENT = 'EMPOWERMENT',
  MEANINGFUL_LIFE = 'MEANINGFUL_LIFE',
}
registerEnumType(RecoveryIndicator, {
  name: 'RecoveryIndicator',
  description: 'One of the six indicators of own recovery (indikator).',
  valuesConfig: {
    HOPE: { description: 'Hope (håb).' },
    WELLBEING: { description: 'Wellbeing (trivsel).' },
    INCLUSION: { description: 'Being included among others (inklusion).' },
    CITIZENSHIP: { description: 'Taking part as a citizen (medborgerskab).' },
    EMPOWERMENT: { description: 'Deciding over the own life (empowerment).' },
    MEANINGFUL_LIFE: {
      description: 'A meaningful life, as with education, a job or a day programme (et meningsfuldt liv).',
    },
  },
});

/** Who gave the answers: an answer on somebody's behalf is not that somebody's. */
export enum RecoveryAnsweredBy {
  CITIZEN = 'CITIZEN',
  CITIZEN_SUPPORTED = 'CITIZEN_SUPPORTED',
  RELATIVE = 'RELATIVE',
  PROFESSIONAL = 'PROFESSIONAL',
}
registerEnumType(RecoveryAnsweredBy, {
  name: 'RecoveryAnsweredBy',
  description: 'Who answered a recovery measurement (besvaret af).',
  valuesConfig: {
    CITIZEN: { description: 'The citizen (borger).' },
    CITIZEN_SUPPORTED: { description: 'The citizen with help of a professional (borger støttet af medarbejder).' },
    RELATIVE: { description: 'A relative alone (pårørende alene).' },
    PROFESSIONAL: { description: 'A professional alone (medarbejder alene).' },
  },
});

/** How the numbers of a measurement are to be read. Stated with every one, so that no other scale is mixed in unseen. */
@ObjectType({ description: 'How the numbers of a recovery measurement are to be read (skala).' })
@Public()
export class RecoveryScale {
  @Field(() => Int, { description: 'The lowest answer to each indicator.' })
  lowest!: number;

  @Field(() => Int, { description: 'The highest answer to each indicator.' })
  highest!: number;

  @Field(() => Boolean, { description: 'Whether higher is better.' })
  higherIsBetter!: boolean;
}

/** The scales by the name that rows keep. */
export const RECOVERY_SCALES = { ZERO_TO_TEN: { lowest: 0, highest: 10, higherIsBetter: true } } as const;
