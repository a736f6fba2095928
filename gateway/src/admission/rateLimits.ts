/**
 * How often somebody may ask, in windows of a minute: verified people by who they are, refused tokens by the address they
 * came from. What is remembered is bounded; past that the longest unseen are forgotten, and nobody is locked out for it.
 */
import rateLimit, { normalizeIP } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Counts requests; both answer how many seconds to wait, or 0 for a request that may go on. */
export interface RateLimits {
  /** A request of a verified actor. */
  ofActor(actorId: string): Promise<number>;
  /** A request whose token was refused, from `address`; an IPv6 network of 64 bits counts as one. */
  ofRefused(address: string): Promise<number>;
}

/** Actors, and addresses, that are remembered at a time. */
const REMEMBERED = 20_000;
const WINDOW = 60_000;

/** What the limiter is handed in place of a request: it looks at nothing else. */
interface Counted {
  readonly limitedAs: string;
  readonly routeOptions: object;
}

/** Limits for `app`, `perMinute` each. They work once `app` is ready. */
export function createRateLimits(app: FastifyInstance, perMinute: number): RateLimits {
  let count: Record<'actor' | 'refused', (key: string) => Promise<number>> | undefined;

  function limiter(): (key: string) => Promise<number> {
    const options = {
      max: perMinute,
      timeWindow: WINDOW,
      cache: REMEMBERED,
      keyGenerator: (request: FastifyRequest) => (request as unknown as Counted).limitedAs,
    };
    const check = app.createRateLimit(options);
    return async (key) => {
      const counted: Counted = { limitedAs: key, routeOptions: {} };
      const found = await check(counted as unknown as FastifyRequest);
      return found.isAllowed || !found.isExceeded ? 0 : Math.max(1, found.ttlInSeconds);
    };
  }

  // No route is limited by itself: health is always answered, and who asks is known to the pipeline alone.
  void app.register(rateLimit, { global: false }).after(() => {
    count = { actor: limiter(), refused: limiter() };
  });

  return {
    ofActor: (actorId) => count!.actor(actorId),
    ofRefused: (address) => count!.refused(normalizeIP(address)),
  };
}
