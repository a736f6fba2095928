import { decide, mandateOf, mayWrite, type CitizenFacts } from '@sammen/consent';
import {
  CITIZEN,
  ESBJERG,
  HOUR,
  NGO,
  REGION,
  actorOf,
  blockOf,
  consentOf,
  emergencyOf,
  factsOf,
  mandate,
  relationOf,
} from './support/samples.js';

/** Every interval is half-open, [from, to), at the exact millisecond; also where a Danish clock repeats or skips an hour. */

const worker = actorOf('SOCIAL_WORKER');
const psychiatrist = actorOf('PSYCHIATRIST');
const scope = {
  recipients: [{ organisationId: ESBJERG }],
  categories: ['TREATMENT' as const],
  purposes: ['SOCIAL_CASEWORK' as const],
};
const BEFORE = Date.parse('2020-01-01T00:00:00Z');
const AFTER = Date.parse('2030-01-01T00:00:00Z');

type Interval = (
  from: number,
  to: number,
) => [facts: Partial<CitizenFacts>, ask: (facts: CitizenFacts, at: number) => boolean];
const asks =
  (
    actor: typeof worker,
    purpose: Parameters<typeof decide>[0]['purpose'],
    category: Parameters<typeof decide>[0]['category'],
  ) =>
  (facts: CitizenFacts, at: number) =>
    decide({ actor, purpose, citizenId: CITIZEN, category, at }, facts).effect === 'PERMIT';
const open = { validFrom: BEFORE, recordedAt: BEFORE, validTo: AFTER };

const INTERVALS: Record<string, Interval> = {
  'a consent by its validity': (validFrom, validTo) => [
    { consents: [consentOf({ ...scope, ...open, validFrom, validTo })] },
    asks(worker, 'SOCIAL_CASEWORK', 'TREATMENT'),
  ],
  'a consent between its recording and its withdrawal': (recordedAt, withdrawnAt) => [
    { consents: [consentOf({ ...scope, ...open, recordedAt, withdrawnAt })] },
    asks(worker, 'SOCIAL_CASEWORK', 'TREATMENT'),
  ],
  'a relation': (validFrom, validTo) => [
    { relations: [relationOf({ kind: 'TREATING_UNIT', organisationId: REGION, validFrom, validTo })] },
    asks(psychiatrist, 'TREATMENT', 'DIAGNOSIS'),
  ],
  'the match of a volunteer': (validFrom, validTo) => [
    {
      relations: [
        relationOf({ kind: 'VOLUNTEER_MATCH', organisationId: NGO, actorId: 'actor-volunteer', validFrom, validTo }),
      ],
    },
    asks(actorOf('VOLUNTEER'), 'PEER_SUPPORT', 'VOLUNTEER_VISIT'),
  ],
  'a match seen by its coordinator': (validFrom, validTo) => [
    { relations: [relationOf({ kind: 'MENTOR_MATCH', organisationId: NGO, validFrom, validTo })] },
    asks(actorOf('NGO_COORDINATOR'), 'PEER_SUPPORT', 'MENTORSHIP'),
  ],
  'a relation that a law rests on': (validFrom, validTo) => [
    { relations: [relationOf({ kind: 'RESIDENT_MUNICIPALITY', organisationId: ESBJERG, validFrom, validTo })] },
    asks(worker, 'SOCIAL_CASEWORK', 'ADMISSION_NOTICE'),
  ],
  'a mandate': (validFrom, validTo) => [
    { representatives: [mandate({ validFrom, validTo })] },
    asks(actorOf('GUARDIAN'), 'REPRESENTATION', 'FINANCIAL_SUPPORT'),
  ],
  'a mandate as a whole': (validFrom, validTo) => [
    { representatives: [mandate({ validFrom, validTo })] },
    (facts, at) => mandateOf('actor-guardian', facts, at).has('FINANCIAL_SUPPORT'),
  ],
  'a residence that a write rests on': (validFrom, validTo) => [
    { relations: [relationOf({ kind: 'RESIDENT_MUNICIPALITY', organisationId: ESBJERG, validFrom, validTo })] },
    (facts, at) => mayWrite(worker, 'SOCIAL_CASEWORK', 'SOCIAL_SERVICE', facts, at).effect === 'PERMIT',
  ],
};

/** From and to; the last two days are 23 and 25 hours long in Denmark. */
const PERIODS: readonly (readonly [string, string, string])[] = [
  ['an ordinary day', '2026-03-02T00:00:00+01:00', '2026-03-03T00:00:00+01:00'],
  ['into summer time', '2026-03-29T01:59:59.999+01:00', '2026-03-29T03:00:00+02:00'],
  ['out of summer time, to the second half past two', '2026-10-25T02:30:00+02:00', '2026-10-25T02:30:00+01:00'],
];

describe.each(Object.entries(INTERVALS))('%s', (_, interval) => {
  it.each(PERIODS)('is half-open to the millisecond on %s', (_day, from, to) => {
    const [start, end] = [Date.parse(from), Date.parse(to)];
    const [facts, ask] = interval(start, end);
    const at = (instant: number) => ask(factsOf(facts), instant);
    expect([at(start - 1), at(start), at(end - 1), at(end)]).toEqual([false, true, true, false]);
  });
});

it('an hour that the clock shows twice is two hours', () => {
  expect(Date.parse('2026-10-25T02:30:00+01:00') - Date.parse('2026-10-25T02:30:00+02:00')).toBe(HOUR);
});

it.each(PERIODS)('an emergency access is half-open to the millisecond, also on %s', (_, from) => {
  const openedAt = Date.parse(from);
  const facts = factsOf({ emergencyAccesses: [emergencyOf({ openedAt, expiresAt: openedAt + HOUR })] });
  const at = (instant: number) => asks(psychiatrist, 'TREATMENT', 'HOUSING')(facts, instant);
  expect([at(openedAt - 1), at(openedAt), at(openedAt + HOUR - 1), at(openedAt + HOUR)]).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

it.each(PERIODS)('a block is half-open to the millisecond, also on %s', (_, from, to) => {
  const [validFrom, validTo] = [Date.parse(from), Date.parse(to)];
  const facts = (changes: object) =>
    factsOf({
      consents: [consentOf({ ...scope, ...open })],
      blocks: [blockOf({ ...scope, recordedAt: BEFORE, ...changes })],
    });
  for (const changes of [
    { validFrom, validTo },
    { validFrom: BEFORE, recordedAt: validFrom, withdrawnAt: validTo },
  ]) {
    const at = (instant: number) => asks(worker, 'SOCIAL_CASEWORK', 'TREATMENT')(facts(changes), instant);
    expect([at(validFrom - 1), at(validFrom), at(validTo - 1), at(validTo)]).toEqual([true, false, false, true]);
  }
});
