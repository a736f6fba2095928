import { SERVICE_CALL_HEADER, type ServiceSigner } from '@sammen/identity';
import { request } from 'undici';

/** What another service answered. */
export interface ServiceAnswer {
  readonly status: number;
  /** The body as JSON; null when it is none. */
  readonly body: unknown;
}

/** Calls one other service, each call signed in this service's name. */
export interface ServiceCaller {
  /** @throws when nobody answers within five seconds */
  post(path: string, body: unknown): Promise<ServiceAnswer>;
}

const TIMEOUT_MS = 5_000;

/** What the call is about stands in its body, never in its URL (INVARIANT I-8). */
export function createServiceCaller(options: {
  readonly baseUrl: string;
  /** The service that is called. */
  readonly to: string;
  readonly signer: ServiceSigner;
}): ServiceCaller {
  const { baseUrl, to, signer } = options;
  return {
    async post(path, content) {
      const body = JSON.stringify(content);
      const answer = await request(new URL(path, baseUrl), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          [SERVICE_CALL_HEADER]: signer.sign({ method: 'POST', path, body, to }),
        },
        body,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      return { status: answer.statusCode, body: await answer.body.json().catch(() => null) };
    },
  };
}
