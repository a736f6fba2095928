import { readMessage } from '../src/inbox/readMessage.js';
import { storyOf } from '../src/inbox/story/storyOf.js';
import { EXAMPLE_EPISODES, EXAMPLES, readExamples, TEST_PERSON_CPR } from './support/medcomExamples.js';
import { orders } from './support/orders.js';
import { gist, known } from './support/telling.js';

const examples = readExamples();
const named = (name: string) => examples.find((each) => each.name === `HospitalNotification_Ex_${name}.json`)!;

if (EXAMPLES === null) process.stderr.write('Skipped: the MedCom examples do not lie beside the project.\n');

(EXAMPLES === null ? describe.skip : describe)('the MedCom examples', () => {
  it('are all about the test person, and all of them are accounted for', () => {
    expect(new Set(examples.map(({ text }) => readMessage(text, Date.now()).cpr))).toEqual(new Set([TEST_PERSON_CPR]));
    const files = EXAMPLE_EPISODES.flatMap((each) => each.files);
    expect(examples.map(({ name }) => name)).toEqual(
      files.map((name) => `HospitalNotification_Ex_${name}.json`).toSorted(),
    );
  });

  it('are keyed by their episode, since other ids repeat between episodes', () => {
    const ids = examples.map(({ text }) => known(text).message.headerId);
    expect(new Set(ids).size).toBeLessThan(ids.length);
    for (const { episode, files } of EXAMPLE_EPISODES)
      for (const file of files) expect(known(named(file).text).message.episodes).toEqual([episode]);
  });

  it.each(EXAMPLE_EPISODES)('tell $name, in every order and with repetitions', ({ files, story }) => {
    const messages = files.map((file) => known(named(file).text));
    for (const order of orders([...messages, ...messages])) expect(gist(storyOf(order))).toEqual(story);
  });

  it('would tell another story if the time of the envelope decided: it is later than that of the correction', () => {
    const timeOf = (name: string) => (JSON.parse(named(name).text) as { timestamp: string }).timestamp;
    expect(Date.parse(timeOf('STIN_O'))).toBeGreaterThan(Date.parse(timeOf('RE_STIN_O')));
  });
});
