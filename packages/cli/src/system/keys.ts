/** The keys of a system on a laptop: one folder, private halves for their owner only, made on first use. */
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  addPublicKeys,
  createDevelopmentIssuer,
  DEVELOPMENT_ISSUER,
  type DevelopmentIssuer,
  generateKeyFile,
  writePublicJwks,
} from '@sammen/identity';
import type { StateFolder } from './stateFolder.js';

/** What tokens of the development issuer say and services expect. */
export const DEVELOPMENT_OIDC = { issuer: DEVELOPMENT_ISSUER, audience: 'sammen' } as const;

/** What pages call themselves, and the audience, when they sign in at the development issuer. */
export const DEVELOPMENT_CLIENT = { clientId: 'sammen-explorer', resource: 'urn:sammen:graph' } as const;

/** Where the keys are. */
export interface SystemKeys {
  readonly issuer: DevelopmentIssuer;
  readonly grantKeyFile: string;
  readonly checkpointKeyFile: string;
  readonly serviceJwksFile: string;
}

/** In whose name `sammen import` hands messages to inboxes: a service of its own, that runs nowhere. */
export const IMPORT_SERVICE = 'import';

/** In whose name the gateway calls subgraphs. */
export const GATEWAY_SERVICE = 'gateway';

/** The private key of a service. */
export const serviceKeyFileOf = (state: StateFolder, service: string): string =>
  join(state.keys, `service-${service}.jwk.json`);

/** The public keys of all services. */
export const serviceJwksFileOf = (state: StateFolder): string => join(state.keys, 'services.jwks.json');

/** The public keys of checkpoints, old ones too. */
export const checkpointJwksFileOf = (state: StateFolder): string => join(state.keys, 'checkpoints.jwks.json');

/** The development issuer of a state folder. @throws DEVELOPMENT_ISSUER_REFUSED in production */
export function openDevelopmentIssuer(state: StateFolder, production: boolean): DevelopmentIssuer {
  return createDevelopmentIssuer({ directory: state.keys, ...DEVELOPMENT_OIDC, production });
}

/** Makes whatever key is missing, of the gateway too. @throws DEVELOPMENT_ISSUER_REFUSED in production */
export function prepareKeys(state: StateFolder, subgraphs: readonly string[], production: boolean): SystemKeys {
  const grantKeyFile = join(state.keys, 'grant.jwk.json');
  const serviceJwksFile = serviceJwksFileOf(state);
  const issuer = openDevelopmentIssuer(state, production);
  generateKeyFile(grantKeyFile);
  const checkpointKeyFile = join(state.keys, 'checkpoint.jwk.json');
  generateKeyFile(checkpointKeyFile);
  addPublicKeys(checkpointJwksFileOf(state), [checkpointKeyFile]);
  const signers = [...subgraphs, GATEWAY_SERVICE, IMPORT_SERVICE];
  for (const service of signers) generateKeyFile(serviceKeyFileOf(state, service), service);
  writePublicJwks(
    serviceJwksFile,
    signers.map((service) => serviceKeyFileOf(state, service)),
  );
  return { issuer, grantKeyFile, checkpointKeyFile, serviceJwksFile };
}

/** Passwords of a subgraph's two database roles. */
export interface RolePasswords {
  readonly ownerPassword: string;
  readonly appPassword: string;
}

/** The passwords of every subgraph's roles, made on first use; the file is for its owner only. */
export function preparePasswords(file: string, subgraphs: readonly string[]): Record<string, RolePasswords> {
  let kept: Record<string, RolePasswords> = {};
  try {
    kept = JSON.parse(readFileSync(file, 'utf8')) as Record<string, RolePasswords>;
  } catch {
    // First use.
  }
  const missing = subgraphs.filter((name) => kept[name] === undefined);
  if (missing.length === 0) return kept;
  const secret = (): string => randomBytes(24).toString('base64url');
  for (const name of missing) kept[name] = { ownerPassword: secret(), appPassword: secret() };
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
  return kept;
}
