import { registerEnumType } from 'type-graphql';

/**
 * What somebody has lived through, in words that anybody may use about themselves: self-declared experience, never a
 * diagnosis. A closed list, so that two people who mean the same find each other.
 */
export enum ExperienceTag {
  PSYCHOSIS = 'PSYCHOSIS',
  MOOD_SWINGS = 'MOOD_SWINGS',
  DEPRESSION = 'DEPRESSION',
  ANXIETY = 'ANXIETY',
  OBSESSIONS = 'OBSESSIONS',
  TRAUMA = 'TRAUMA',
  EATING = 'EATING',
  RESTLESSNESS = 'RESTLESSNESS',
  AUTISM = 'AUTISM',
  SELF_HARM = 'SELF_HARM',
  SUBSTANCE_USE = 'SUBSTANCE_USE',
  ADMISSION = 'ADMISSION',
  COERCION = 'COERCION',
  HOMELESSNESS = 'HOMELESSNESS',
  LONELINESS = 'LONELINESS',
  STIGMA = 'STIGMA',
  LOSS_OF_WORK = 'LOSS_OF_WORK',
  PARENTHOOD = 'PARENTHOOD',
  YOUNG_ADULT = 'YOUNG_ADULT',
}
registerEnumType(ExperienceTag, {
  name: 'ExperienceTag',
  description: 'What somebody says they have lived through (selverklæret erfaring); not a diagnosis.',
  valuesConfig: {
    PSYCHOSIS: { description: 'Hearing or seeing what others do not (psykose).' },
    MOOD_SWINGS: { description: 'Strong swings of mood (store stemningsudsving).' },
    DEPRESSION: { description: 'Depression (depression).' },
    ANXIETY: { description: 'Anxiety (angst).' },
    OBSESSIONS: { description: 'Compulsive thoughts or acts (tvangstanker).' },
    TRAUMA: { description: 'Trauma (traumer).' },
    EATING: { description: 'A troubled relation to food (spiseforstyrrelse).' },
    RESTLESSNESS: { description: 'Restlessness and trouble to concentrate (uro og koncentrationsbesvær).' },
    AUTISM: { description: 'Living with autism (autisme).' },
    SELF_HARM: { description: 'Self-harm (selvskade).' },
    SUBSTANCE_USE: { description: 'Alcohol or drugs (misbrug).' },
    ADMISSION: { description: 'Having been admitted (indlæggelse).' },
    COERCION: { description: 'Having met coercion (tvang).' },
    HOMELESSNESS: { description: 'Having had no home (hjemløshed).' },
    LONELINESS: { description: 'Loneliness (ensomhed).' },
    STIGMA: { description: 'Stigma and prejudice (stigma).' },
    LOSS_OF_WORK: { description: 'Having lost work or education (tab af arbejde).' },
    PARENTHOOD: { description: 'Being a parent with mental illness (forælder).' },
    YOUNG_ADULT: { description: 'Having fallen ill when young (ung med psykisk sygdom).' },
  },
});
