/** No answer is taken in that is larger than what the client was told to take: a browser would freeze over it. */
import { clientError } from './errors.js';

/** The same response, of which at most so many bytes can be read. Reading more rejects with ANSWER_TOO_LARGE. */
export function limitBody(response: Response, mostBytes: number): Response {
  const { body, status, statusText, headers } = response;
  if (!body) return response;
  let bytes = 0;
  const counted = body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.byteLength;
        if (bytes > mostBytes) controller.error(clientError('ANSWER_TOO_LARGE', { status }));
        else controller.enqueue(chunk);
      },
    }),
  );
  return new Response(counted, { status, statusText, headers });
}
