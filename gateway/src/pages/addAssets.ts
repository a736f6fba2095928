/** The hashed files of a page over HTTP: small on the way, and kept for good by browsers. */
import type { FastifyInstance } from 'fastify';
import { createAssetFiles, encodingFor } from './assetFiles.js';

/** How long a browser may keep a file whose name changes with its content. */
const FOR_GOOD = 'public, max-age=31536000, immutable';

/** Adds `GET` (and `HEAD`) of the files of a folder below an address; `headers` go with each of them. */
export function addAssets(
  app: FastifyInstance,
  { address, folder, headers }: { readonly address: string; readonly folder: URL; readonly headers: object },
): void {
  const read = createAssetFiles(folder);
  app.get<{ Params: { file: string } }>(`${address}:file`, async (request, reply) => {
    const file = await read(request.params.file, encodingFor(request.headers['accept-encoding']));
    if (file === null) return reply.callNotFound();
    const varies = [reply.getHeader('vary'), 'accept-encoding'].filter(Boolean).join(', ');
    void reply.headers({ ...headers, 'cache-control': FOR_GOOD, vary: varies, etag: file.etag });
    if (request.headers['if-none-match']?.includes(file.etag)) return reply.code(304).send();
    if (file.encoding !== 'identity') void reply.header('content-encoding', file.encoding);
    return reply.type(file.type).send(file.bytes);
  });
}
