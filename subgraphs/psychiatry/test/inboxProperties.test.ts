import fc from 'fast-check';
import { ACTIVITIES } from '../src/inbox/activity.js';
import type { HospitalMessage } from '../src/inbox/hospitalMessage.js';
import { messageIdOf } from '../src/inbox/ids.js';
import type { KnownMessage } from '../src/inbox/story/inOrder.js';
import { storyOf } from '../src/inbox/story/storyOf.js';
import { simulateHospital } from './support/hospital.js';

const hour = fc.integer({ min: 0, max: 60 }).map((at) => new Date(Date.UTC(2024, 4, 1, at)).toISOString());
const span = fc
  .tuple(hour, fc.option(hour))
  .map(([from, to]) => (to === null || to < from ? { from, to: null } : { from, to }));
const header = fc.constantFrom('a', 'b', 'c', 'd', 'e');

/** Messages that need not make any sense together: few headers, few times, so that they clash. */
const message: fc.Arbitrary<KnownMessage> = fc
  .record({
    activity: fc.constantFrom(...ACTIVITIES),
    headerId: header,
    refersTo: fc.uniqueArray(header, { maxLength: 2 }),
    quotes: fc.uniqueArray(header, { maxLength: 3 }),
    sentAt: hour,
    deceased: fc.constantFrom(null, null, true, false),
    stay: span,
    leave: fc.option(span),
    hospital: fc.constantFrom('Prøvehospitalet', 'Det andet hospital'),
  })
  .map(({ activity: { verb, event, stayClass }, hospital, refersTo, quotes, leave, ...rest }) => {
    const end = rest.stay.to ?? rest.sentAt;
    const said: HospitalMessage = {
      ...rest,
      episodes: ['local|1'],
      verb,
      event,
      stayClass,
      refersTo: refersTo.toSorted(),
      quotes: quotes.toSorted(),
      // What checkMessage demands of such a message.
      stay:
        event === 'DISCHARGE' || rest.deceased
          ? { from: rest.stay.from, to: end < rest.stay.from ? rest.stay.from : end }
          : rest.stay,
      leave: event.endsWith('LEAVE') ? { from: leave?.from ?? rest.sentAt, to: leave?.to ?? rest.sentAt } : leave,
      place: { hospital, sor: null, ward: null },
    };
    return { id: messageIdOf(said), message: said };
  });

const stream = fc.array(message, { minLength: 1, maxLength: 8 });

describe('any stream of messages', () => {
  it('tells the same story in any order and with any repetition', () => {
    const shuffled = stream.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })),
    );
    fc.assert(
      fc.property(shuffled, ([all, order]) => {
        expect(storyOf(order)).toEqual(storyOf(all));
      }),
      { numRuns: 500 },
    );
  });

  it('tells a story that can be: it ends after it began, with leaves inside it, one after the other', () => {
    fc.assert(
      fc.property(stream, (all) => {
        const { status, startedAt, endedAt, leaves, entries } = storyOf(all);
        if (endedAt !== null) expect(endedAt >= startedAt).toBe(true);
        expect(endedAt === null).toBe(['ADMITTED', 'ON_LEAVE', 'CANCELLED'].includes(status));
        for (const [index, { from, to }] of leaves.entries()) {
          expect(from >= startedAt).toBe(true);
          expect(to === null ? status : to > from).toBe(to === null ? 'ON_LEAVE' : true);
          if (index > 0) expect(leaves[index - 1]!.to! <= from).toBe(true);
          if (endedAt !== null) expect(to! <= endedAt).toBe(true);
        }
        expect(leaves.at(-1)?.to === null).toBe(status === 'ON_LEAVE');
        expect(new Set(entries.map(({ messageId }) => messageId)).size).toBe(entries.length);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a hospital that registers, corrects and takes back', () => {
  const hospital = fc.array(fc.nat(1_000), { maxLength: 12 }).map(simulateHospital);

  it('is understood: the story is what the hospital knows to be true', () => {
    fc.assert(
      fc.property(hospital, ({ messages, truth }) => {
        const { status, startedAt, endedAt, leaves } = storyOf(messages);
        expect({ status, startedAt, endedAt, leaves }).toEqual(truth);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is understood whatever the order of arrival, and however often each message is sent', () => {
    const shuffled = hospital.chain((one) =>
      fc.tuple(
        fc.constant(one),
        fc.shuffledSubarray([...one.messages, ...one.messages], { minLength: one.messages.length * 2 }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([{ truth }, order]) => {
        const { status, startedAt, endedAt, leaves } = storyOf(order);
        expect({ status, startedAt, endedAt, leaves }).toEqual(truth);
      }),
      { numRuns: 500 },
    );
  });

  it('is understood from the times of sending alone, when messages quote only the one before', () => {
    const forgetful = hospital.map(({ messages, truth }) => ({
      truth,
      messages: messages.map(({ message: said }): KnownMessage => {
        const less = { ...said, quotes: said.refersTo };
        return { id: messageIdOf(less), message: less };
      }),
    }));
    fc.assert(
      fc.property(forgetful, ({ messages, truth }) => {
        const { status, startedAt, endedAt, leaves } = storyOf(messages.toReversed());
        expect({ status, startedAt, endedAt, leaves }).toEqual(truth);
      }),
      { numRuns: 500 },
    );
  });
});
