/** The built pages over HTTP. Their hashed files are kept for good by browsers, an `index.html` never (INVARIANT I-8 is the gateway's: nothing of a request is in them). */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { addAssets } from './addAssets.js';
import { notBuilt } from './notBuilt.js';
import { pageHeaders } from './pageHeaders.js';
import { type Page, PAGES } from './pageList.js';

/** Adds `GET` (and `HEAD`) of all pages. `connectTo`: origins that pages may talk to besides the gateway's own. */
export function addPages(app: FastifyInstance, connectTo: readonly string[], pages: readonly Page[] = PAGES): void {
  for (const page of pages) {
    const headers = pageHeaders({ connectTo, hasStyleAttributes: page.hasStyleAttributes });
    const index = new URL('index.html', page.built);
    for (const route of page.routes) {
      app.get(route, (_request, reply) => sendIndex(page, index, reply.headers(headers)));
    }
    addAssets(app, { address: page.assets, folder: new URL('assets/', page.built), headers });
  }
}

async function sendIndex(page: Page, index: URL, reply: FastifyReply): Promise<FastifyReply> {
  void reply.type('text/html; charset=utf-8');
  try {
    return reply.send(await readFile(index));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const nonce = randomBytes(16).toString('base64');
    const policy = `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
    return reply.header('content-security-policy', policy).send(notBuilt(page.name, nonce));
  }
}
