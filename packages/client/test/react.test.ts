/** The hook, in React, against something that listens. */
import { createElement, type ReactNode } from 'react';
import { createSammenClient, fieldState, type SammenClient, SammenClientError } from '@sammen/client';
import { graphql } from '@sammen/client/graphql';
import { useAsk } from '@sammen/client/react';
import { type Listener, type Reply, refuse, startListener } from './support/listener';
import { openPage, type Page } from './support/page';

const NAME = graphql('query Name($id: ID!) { citizen(id: $id) { name } }');
const named = (name: string | null): Reply => ({ body: { data: { citizen: { name } } } });

let gateway: Listener;
let page: Page;
let client: SammenClient;
beforeAll(async () => {
  gateway = await startListener();
  client = createSammenClient({ url: gateway.url, token: 'T', purpose: 'TREATMENT', retries: 0 });
});
afterAll(() => gateway.stop());
beforeEach(async () => {
  page = await openPage();
  seen.length = 0;
});
afterEach(() => page.leave());

/** What was on the page for whom, in every render. */
const seen: string[] = [];
let askAgain = (): void => undefined;

function Name({ id }: { readonly id: string | null }): ReactNode {
  const asked = useAsk(client, NAME, id === null ? null : { id });
  askAgain = asked.askAgain;
  const shown = (): string => {
    if (asked.status === 'refused') return asked.error instanceof SammenClientError ? asked.error.code : 'broken';
    if (asked.status !== 'answered') return asked.status;
    const name = fieldState(asked.answer, ['citizen', 'name']);
    return `${name.state === 'value' ? name.value : name.state}${asked.isAskingAgain ? ' …' : ''}`;
  };
  seen.push(`${id}: ${shown()}`);
  return createElement('p', null, shown());
}
const show = (id: string | null) => page.render(createElement(Name, { id }));

it('shows that it asks, then what was answered; equal variables of a later render ask nothing anew', async () => {
  gateway.reply(named('Ida'));
  await show('1');
  await page.shows('Ida');
  expect(seen[0]).toBe('1: asking');
  const before = gateway.arrived.length;
  await show('1');
  await page.shows('Ida');
  expect(gateway.arrived).toHaveLength(before);
});

it('never shows what was answered about somebody else, not even for one render', async () => {
  gateway.reply(named('Ida'));
  await show('1');
  await page.shows('Ida');
  gateway.reply(named('Ole'));
  await show('2');
  await page.shows('Ole');
  await show(null);
  await page.shows('waiting');
  expect(new Set(seen)).toEqual(new Set(['1: asking', '1: Ida', '2: asking', '2: Ole', 'null: waiting']));
});

it('an answer that comes after another question was asked is dropped, and its request given up', async () => {
  const held: (() => void)[] = [];
  let closed = 0;
  gateway.reply((response) => {
    response.on('close', () => (closed += response.writableFinished ? 0 : 1));
    held.push(() =>
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":{"citizen":{"name":"Late"}}}'),
    );
  });
  await show('1');
  for (const until = Date.now() + 5_000; held.length === 0 && Date.now() < until;)
    await new Promise((done) => setTimeout(done, 5));
  gateway.reply(named('Ole'));
  await show('2');
  await page.shows('Ole');
  held.forEach((answer) => answer());
  await page.shows('Ole');
  expect(closed).toBeGreaterThan(0);
  expect(seen.filter((line) => line.includes('Late'))).toEqual([]);
});

it('shows a refusal as one, and asks again when it is told to, keeping what is there meanwhile', async () => {
  gateway.reply(refuse(401, 'UNAUTHENTICATED'));
  await show('1');
  await page.shows('UNAUTHENTICATED');
  gateway.reply(named('Ida'));
  await page.do(() => askAgain());
  await page.shows('Ida');
  gateway.reply(named('Ida M'));
  await page.do(() => askAgain());
  await page.shows('Ida M');
  expect(seen).toContain('1: Ida …');
});
