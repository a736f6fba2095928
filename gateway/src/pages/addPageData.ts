/** What pages have to know besides the graph: the questions, what the gateway lets a role do, and the labels of fields. */
import type { Role } from '@sammen/consent';
import type { VerifiedToken } from '@sammen/identity';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { gatewayError } from '../errors.js';
import { refuse } from '../graphqlRoutes.js';
import { allowedPurposes } from '../pipeline/purpose.js';
import type { Supergraph } from '../supergraph/supergraph.js';
import { readQuestions } from './questions.js';
import { schemaLabels } from './schemaLabels.js';

/** What the routes work with. */
export interface PageDataDeps {
  /** Who asks; rejects like `/graphql` does. */
  readonly callerOf: (request: FastifyRequest) => Promise<VerifiedToken>;
  readonly supergraph: Pick<Supergraph, 'current'>;
  readonly roles: {
    readonly explain: readonly Role[];
    readonly introspection: readonly Role[];
    readonly freeText: readonly Role[];
  };
}

/**
 * Adds `GET /questions.json` for everybody, `GET /capabilities.json` for whoever is signed in, and
 * `GET /schema-labels.json` for roles that may see what the graph looks like (403 INTROSPECTION_OFF).
 */
export function addPageData(app: FastifyInstance, { callerOf, supergraph, roles }: PageDataDeps): void {
  app.get('/questions.json', async () => ({ questions: await readQuestions() }));

  app.get('/capabilities.json', (request, reply) =>
    answer(reply, async () => {
      const caller = await callerOf(request);
      const { role } = caller.actor;
      return {
        role,
        /** The default one first. */
        purposes: allowedPurposes(caller),
        explain: roles.explain.includes(role),
        introspection: roles.introspection.includes(role),
        freeText: roles.freeText.includes(role),
      };
    }),
  );

  app.get('/schema-labels.json', (request, reply) =>
    answer(reply, async () => {
      const { actor } = await callerOf(request);
      if (!roles.introspection.includes(actor.role)) throw gatewayError('INTROSPECTION_OFF');
      const generation = supergraph.current();
      if (!generation) throw gatewayError('SHUTTING_DOWN');
      return { fields: schemaLabels(generation) };
    }),
  );
}

async function answer(reply: FastifyReply, work: () => Promise<object>): Promise<FastifyReply> {
  try {
    return reply.send(await work());
  } catch (error) {
    return refuse(reply, error);
  }
}
