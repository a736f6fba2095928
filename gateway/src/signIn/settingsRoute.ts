/** `GET /settings.json`: what a page of the gateway has to know before anybody is signed in; nothing in it is a secret. */
import type { FastifyInstance } from 'fastify';
import type { SignInConfig } from './signInConfig.js';

/** Adds the route. Like every answer of the gateway it is not stored: a page never signs in where it no longer should. */
export function addSettingsRoute(app: FastifyInstance, { signIn, issuerKind }: SignInConfig): void {
  app.get('/settings.json', async () => ({ signIn, graphql: '/graphql', issuerKind }));
}
