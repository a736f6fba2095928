import type { MentorRecord, VolunteerRecord } from '@sammen/population';
import { departmentOf, organisation } from '@sammen/reference-data';
import { type CopyValue, textArray } from '@sammen/subgraph-kit';
import type { ExperienceTag } from '../model/experienceTag.js';
import { derivedId } from '../write/derivedId.js';

/** Words of a statement, and the tags that whoever wrote them would choose. */
const TAGS_OF_WORDS: readonly (readonly [word: RegExp, ...tags: (keyof typeof ExperienceTag)[]])[] = [
  [/psykose/i, 'PSYCHOSIS', 'STIGMA'],
  [/depression/i, 'DEPRESSION', 'LONELINESS'],
  [/misbrug/i, 'SUBSTANCE_USE', 'ADMISSION'],
  [/personlighed/i, 'MOOD_SWINGS', 'HOMELESSNESS'],
  [/ADHD/i, 'RESTLESSNESS', 'LOSS_OF_WORK'],
];

/** The tags that fit a statement; what every mentor knows when no word is recognised. */
export function tagsOf(statement: string): string[] {
  const tags = TAGS_OF_WORDS.flatMap(([word, ...found]) => (word.test(statement) ? found : []));
  return tags.length > 0 ? tags : ['LONELINESS'];
}

/** A mentor's rows. Whoever is paid also works with teams; two of three want to be matched on their experience. */
export function* mentorRows(
  mentor: MentorRecord,
  open: number,
): Generator<readonly [table: string, row: readonly CopyValue[]], void, undefined> {
  const { id, organisationId, engagement, hoursPerWeek, livedExperience, activeFrom } = mentor;
  const isPaid = engagement === 'PAID';
  const targets = isPaid ? ['CITIZEN', 'PROFESSIONAL_TEAM'] : ['CITIZEN'];
  const room = Math.max(isPaid ? 6 : 2, open + 1);
  yield ['mentor', [...personRow(mentor, room), engagement, hoursPerWeek, textArray(targets)]];
  const wantsToMatch = Number.parseInt(id.slice(0, 2), 16) % 3 !== 0;
  yield ['mentor_experience', [id, livedExperience, textArray(tagsOf(livedExperience)), wantsToMatch]];
  if (!isPaid) return;
  const department = departmentOf(organisation(organisationId)?.municipalityCode ?? '');
  if (department === null) return;
  const purpose = 'Bruger-peer for teamet: deltager i teammøder og sparring';
  yield ['team_assignment', [derivedId(`team:${id}`), id, `${department}/outreach`, purpose, activeFrom]];
}

/** A volunteer's row. */
export function volunteerRow(volunteer: VolunteerRecord, open: number): readonly CopyValue[] {
  return [...personRow(volunteer, Math.max(2, open + 1)), textArray(volunteer.interests)];
}

function personRow(person: MentorRecord | VolunteerRecord, capacity: number): CopyValue[] {
  const { id, organisationId, actorId, name, activeFrom, activeTo } = person;
  const municipalityCode = organisation(organisationId)?.municipalityCode ?? '';
  return [id, organisationId, actorId, name, municipalityCode, capacity, activeFrom, activeTo];
}
