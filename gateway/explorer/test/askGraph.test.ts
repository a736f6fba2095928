/** A question always ends, and each way it can end is told apart; over real connections. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { askGraph } from '../src/ask/askGraph';

const QUESTION = { query: '{ a }', variables: { x: 1 }, purpose: 'TREATMENT' };
const MEGABYTE = 1024 * 1024;

/** Asks a server of its own. */
async function asked(
  listener: RequestListener,
  options: Partial<Parameters<typeof askGraph>[1]> = {},
  question = QUESTION,
) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  try {
    const signal = new AbortController().signal;
    return await askGraph(question, { url, accessToken: async () => 'token', signal, deadline: 10_000, ...options });
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}
const json =
  (body: unknown, status = 200): RequestListener =>
  (_request, response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

it('sends token, purpose and question, and gives the answer with its size', async () => {
  let sent: any;
  const answer = await asked((request, response) => {
    let text = '';
    request.on('data', (chunk) => (text += chunk));
    request.on('end', () => {
      sent = { headers: request.headers, body: JSON.parse(text) };
      response.end('{"data":{"a":1}}');
    });
  });
  expect(answer).toMatchObject({ kind: 'ANSWERED', status: 200, body: { data: { a: 1 } }, bytes: 16 });
  expect(sent.headers).toMatchObject({ authorization: 'Bearer token', 'x-sammen-purpose': 'TREATMENT' });
  expect(sent.headers['x-sammen-explain']).toBeUndefined();
  expect(sent.body).toEqual({ query: '{ a }', variables: { x: 1 } });
});

it('a refusal is an answer; a session that has ended is not', async () => {
  const errors = [{ message: 'no', extensions: { code: 'PURPOSE_UNKNOWN' } }];
  expect(await asked(json({ errors }, 400))).toMatchObject({ kind: 'ANSWERED', status: 400, body: { errors } });
  expect(await asked(json({ errors }, 401))).toEqual({ kind: 'EXPIRED' });
  const accessToken = () => Promise.reject(Object.assign(new Error(), { name: 'SessionEnded' }));
  expect(await asked(json({}), { accessToken })).toEqual({ kind: 'EXPIRED' });
});

it('50 MB are read and kept to be saved, not shown, and how far it has come is told', async () => {
  const part = Buffer.alloc(MEGABYTE, ' ');
  const progress: number[] = [];
  const answer = await asked(
    (_request, response) => {
      response.write('{"data":{"a":1}');
      for (let count = 0; count < 50; count += 1) response.write(part);
      response.end('}');
    },
    { onProgress: (bytes) => void progress.push(bytes) },
  );
  expect(answer).toMatchObject({ kind: 'LARGE', bytes: 50 * MEGABYTE + 16 });
  expect(JSON.parse(await (answer as { blob: Blob }).blob.text())).toEqual({ data: { a: 1 } });
  expect(progress.length).toBeGreaterThan(5);
  expect(progress.at(-1)).toBe(50 * MEGABYTE + 16);
});

it('an answer that never ends is given up at the deadline, or when somebody stops it', async () => {
  const endless: RequestListener = (_request, response) => void response.write('{');
  expect(await asked(endless, { deadline: 100 })).toMatchObject({ kind: 'TOO_SLOW', ms: expect.any(Number) });
  const stopping = new AbortController();
  const stopped = asked(endless, { signal: stopping.signal, onProgress: () => stopping.abort() });
  expect(await stopped).toMatchObject({ kind: 'CANCELLED' });
});

it('no connection, and a page of a proxy, are told apart', async () => {
  expect(await asked((request) => request.destroy())).toEqual({ kind: 'UNREACHABLE' });
  const page: RequestListener = (_request, response) => response.writeHead(502).end('<h1>Bad gateway</h1>');
  expect(await asked(page)).toEqual({ kind: 'NOT_UNDERSTOOD', status: 502 });
  expect(await asked(json(['data']))).toMatchObject({ kind: 'NOT_UNDERSTOOD' });
});
