/** Hands messages to the inbox of the running system as the region's integration does: over HTTP, signed. */
import { SERVICE_CALL_HEADER } from '@sammen/identity';
import type { OperationOutcome } from 'fhir/r4.js';
import type { TestSystem } from '../../../../test/support/system.js';

/** What a test may do differently from an honest sender. */
export interface PostOptions {
  /** Another path than the inbox's. */
  readonly path?: string;
  readonly contentType?: string;
  /** In whose name it is signed; null for not at all. */
  readonly service?: string | null;
  /** Whom the signature is for. */
  readonly to?: string;
  /** A signature made before. */
  readonly signature?: string;
}

/** The answer of the inbox. */
export interface InboxAnswer {
  readonly status: number;
  readonly outcome: string | null;
  readonly contentType: string | null;
  readonly body: OperationOutcome;
}

/** A poster for one running system. */
export function poster(system: TestSystem) {
  const sign = (
    body: string | Uint8Array,
    { path = '/inbox', service = 'import', to = 'psychiatry' }: PostOptions = {},
  ) => (service === null ? undefined : system.signer(service).sign({ method: 'POST', path, body, to }));
  return {
    sign,
    async post(content: object | string | Uint8Array<ArrayBuffer>, options: PostOptions = {}): Promise<InboxAnswer> {
      const body = typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content);
      const signature = options.signature ?? sign(body, options);
      const response = await fetch(`${system.baseUrls['psychiatry']}${options.path ?? '/inbox'}`, {
        method: 'POST',
        headers: {
          'content-type': options.contentType ?? 'application/fhir+json',
          ...(signature === undefined ? {} : { [SERVICE_CALL_HEADER]: signature }),
        },
        body,
      });
      return {
        status: response.status,
        outcome: response.headers.get('x-sammen-inbox'),
        contentType: response.headers.get('content-type'),
        body: (await response.json()) as OperationOutcome,
      };
    },
  };
}
