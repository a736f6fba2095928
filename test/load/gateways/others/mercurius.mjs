/** Mercurius gateway: it asks every subgraph for its SDL and joins what they say; knows Federation 1. */
import fastify from 'fastify';
import mercurius from '@mercuriusjs/gateway';
import { announce } from '../serve.mjs';

const app = fastify({ logger: false });
const services = ['citizen', 'coordination', 'municipality', 'ngo', 'psychiatry'].map((name) => ({
  name,
  url: `${process.env.CANNED}/${name}/graphql`,
}));
await app.register(mercurius, { gateway: { services }, jit: 1 });
announce(await app.listen({ host: '127.0.0.1', port: 0 }));
