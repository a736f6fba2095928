/**
 * The built files of a page by their names, compressed once each, when somebody first asks for one. Nothing outside the
 * folder has a name here. Answers of the graph are never compressed: their length would tell of what stands in them.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** How the bytes of a file can be written, the smallest first. */
const ENCODINGS = ['br', 'gzip', 'identity'] as const;
/** One of them. */
export type Encoding = (typeof ENCODINGS)[number];

/** A file, written in one way. */
export interface AssetFile {
  readonly type: string;
  readonly encoding: Encoding;
  readonly bytes: Buffer;
  /** Of these bytes: another encoding has another. */
  readonly etag: string;
}

/** No slash and no dot in front: a name leads nowhere else. */
const NAME = /^[\w-][\w.-]*$/;
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
};
/** What is compressed in itself. */
const DENSE = ['.woff2', '.png'];
/** Below this, headers weigh more than what is saved. */
const SMALLEST = 1024;
/** Near the best that Brotli can; the best takes ten times as long for a twentieth less. */
const BROTLI_QUALITY = 9;

const compress = {
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes, { level: 9 }),
} as const;

/** Reads files of a folder; null for a name that none has. What was read stays, since a name changes with its content. */
export function createAssetFiles(folder: URL): (name: string, encoding: Encoding) => Promise<AssetFile | null> {
  const kept = new Map<string, Promise<AssetFile | null>>();
  return async (name, encoding) => {
    if (!NAME.test(name)) return null;
    const key = `${encoding} ${name}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const reading = readAsset(new URL(name, folder), encoding);
    kept.set(key, reading);
    // Names that are not there are anybody's to make up: they are not kept.
    const forget = (): void => void kept.delete(key);
    void reading.then((file) => file ?? forget(), forget);
    return reading;
  };
}

async function readAsset(path: URL, asked: Encoding): Promise<AssetFile | null> {
  const plain = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (plain === null) return null;
  const extension = extname(path.pathname);
  const encoding = DENSE.includes(extension) || plain.length < SMALLEST ? 'identity' : asked;
  const bytes = encoding === 'identity' ? plain : await compress[encoding](plain);
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  return { type: TYPES[extension] ?? 'application/octet-stream', encoding, bytes, etag };
}

/** The best encoding that a request takes by its `accept-encoding` (RFC 9110, 12.5.3); one that it does not name, it does not get. */
export function encodingFor(accepted: string | undefined): Encoding {
  const named = (accepted ?? '').toLowerCase().split(',');
  const taken = named.flatMap((part) => {
    const [name, weight = '1'] = part.trim().split(/\s*;\s*q\s*=\s*/);
    return Number(weight) > 0 ? [name] : [];
  });
  return ENCODINGS.find((encoding) => taken.includes(encoding)) ?? 'identity';
}
