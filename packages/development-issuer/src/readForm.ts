/** A posted form, as far as one of ours can be long. */
import type { IncomingMessage } from 'node:http';

/** An ID token, which is the longest thing that anybody posts, and some more. */
const LONGEST = 16 * 1024;

/** Its fields; none of a form that is longer. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) {
    if (text.length <= LONGEST) text += String(chunk);
  }
  return new URLSearchParams(text.length > LONGEST ? '' : text);
}
