import { gist, known, messages } from './support/telling.js';
import { notification } from './support/notification.js';
import { orders } from './support/orders.js';
import { STORIES } from './support/stories/index.js';
import { storyOf } from '../src/inbox/story/storyOf.js';

describe('the story of an episode', () => {
  it.each(STORIES)('tells $name', ({ messages: specs, story }) => {
    expect(gist(storyOf(messages(...specs)))).toEqual(story);
  });

  it.each(STORIES)('tells $name whatever the order in which its messages come, and each twice', (story) => {
    const all = messages(...story.messages);
    const tellings = new Set<string>();
    for (const order of orders(all)) tellings.add(JSON.stringify(gist(storyOf([...order, ...order.toReversed()]))));
    expect([...tellings]).toEqual([JSON.stringify(story.story)]);
  });

  it.each(STORIES)('tells $name in the same words on the way there, from every part of it', ({ messages: specs }) => {
    const all = messages(...specs);
    // A part of the messages tells some story too, and not another one for having come in another order.
    for (let part = 1; part < 2 ** all.length; part += 1) {
      const some = all.filter((_, index) => (part >> index) & 1);
      expect(storyOf(some.toReversed())).toEqual(storyOf(some));
    }
  });

  it('does not mistake an envelope for a message: the same words in a new Bundle are the same message', () => {
    const spec = { activity: 'admit-inpatient', header: 'admit' };
    const resent = { ...notification({ ...spec, bundle: 'second' }), timestamp: '2024-06-01T09:00:00Z' };
    expect(known(resent).id).toBe(known(notification({ ...spec, bundle: 'first' })).id);
  });

  it('does not mistake a MessageHeader that repeats between episodes for the same message', () => {
    const spec = { activity: 'admit-inpatient', header: 'admit' };
    expect(known(notification({ ...spec, episode: 'a' })).id).not.toBe(
      known(notification({ ...spec, episode: 'b' })).id,
    );
  });
});
