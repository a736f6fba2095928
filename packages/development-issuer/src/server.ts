/** The development issuer over HTTP. It refuses to exist in production, and answers under its own name only. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDevelopmentIssuer } from '@sammen/identity';
import type { KoaContextWithOIDC, Provider } from 'oidc-provider';
import { createAccounts } from './accounts.js';
import type { IssuerConfig } from './config.js';
import { issuerError } from './errors.js';
import { answerInteraction } from './interaction.js';
import { type Log, traceOf } from './log.js';
import { createMemoryStore } from './memoryStore.js';
import { errorPage } from './pages/otherPages.js';
import { STYLE } from './pages/style.js';
import { createProvider } from './provider.js';
import { endEverySession, takePostedSignOut } from './signOut.js';
import { provideUrlParse } from './urlParse.js';

/** An issuer that can be started and stopped once. */
export interface Issuer {
  /** Listens; resolves with its address. Rejects with PORT_TAKEN. */
  start(): Promise<string>;
  /** Takes no new request and forgets everybody. */
  stop(): Promise<void>;
}

/** Declares an issuer. Throws DEVELOPMENT_ISSUER_REFUSED in production, before it writes anything, and KEY_FILE_INVALID. */
export function createIssuer(config: IssuerConfig, log: Log): Issuer {
  provideUrlParse();
  const { host, port, issuer, audience, keyDirectory: directory, production } = config;
  // The key is the one of `sammen token`, made here if nobody has made it yet.
  createDevelopmentIssuer({ directory, issuer, audience, production });
  const accounts = createAccounts(config.seed);
  const store = createMemoryStore();
  const provider = createProvider(config, accounts, store);
  provider.use(async (plain, next) => {
    // Before `next` there is no `oidc` yet.
    const ctx = plain as KoaContextWithOIDC;
    harden(ctx, config);
    if (ctx.host !== new URL(issuer).host && !ctx.path.startsWith('/health/')) return void (ctx.status = 421);
    if (answerOwn(ctx)) return;
    try {
      if (await answerInteraction(ctx, provider, accounts)) return;
    } catch (error) {
      return answerLostStep(ctx, error, log);
    }
    await takePostedSignOut(ctx);
    await next();
    endEverySession(ctx, store);
  });
  tellLog(provider, log);
  const server = createServer(provider.callback());
  return {
    start: () => listen(server, host, port),
    async stop() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      });
    },
  };
}

/** INVARIANT I-14: pages load nothing but their style sheet, run no script and post to this issuer and its client only. */
function harden(ctx: KoaContextWithOIDC, { pageOrigins }: IssuerConfig): void {
  ctx.set({
    'content-security-policy': [
      "default-src 'none'",
      "style-src 'self'",
      // None; oidc-provider adds the hash of its own three lines where a form has to send itself.
      'script-src',
      `form-action 'self' ${pageOrigins.join(' ')}`,
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
}

function answerOwn(ctx: KoaContextWithOIDC): boolean {
  if (ctx.method !== 'GET') return false;
  if (ctx.path === '/health/live' || ctx.path === '/health/ready') {
    ctx.body = { status: ctx.path === '/health/live' ? 'LIVE' : 'READY' };
  } else if (ctx.path === '/style.css') {
    ctx.type = 'css';
    ctx.body = STYLE;
  } else return false;
  return true;
}

/** A step that is over, or of another browser: 400 and what to do; anything else is ours, and is logged. */
function answerLostStep(ctx: KoaContextWithOIDC, error: unknown, log: Log): void {
  const { error: code, expose } = error as { error?: string; expose?: boolean };
  const isTheirs = expose === true && typeof code === 'string';
  if (!isTheirs) log('failed', traceOf(error));
  ctx.status = isTheirs ? 400 : 500;
  ctx.type = 'html';
  ctx.body = errorPage('da', isTheirs ? code : 'server_error');
}

function tellLog(provider: Provider, log: Log): void {
  const refused = (_ctx: unknown, { error }: { error?: string }): void => log('refused', { code: error ?? 'unknown' });
  for (const event of ['authorization.error', 'grant.error', 'revocation.error', 'end_session.error'] as const) {
    provider.on(event as 'grant.error', refused as never);
  }
  provider.on('server_error', (_ctx, error) => log('failed', traceOf(error)));
  provider.on('authorization.success', () => log('signed in'));
  provider.on('end_session.success', () => log('signed out'));
}

async function listen(server: Server, host: string, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(issuerError('PORT_TAKEN', { message: `The development issuer cannot listen on ${host}:${port}.`, cause })),
    );
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  return `http://${host}:${address.port}`;
}
