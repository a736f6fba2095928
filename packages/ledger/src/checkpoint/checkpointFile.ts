/**
 * A checkpoint outside the database, where somebody keeps it who does not own the database: the only thing that tells
 * when the whole database was put back to an earlier state.
 */
import { ledgerError } from '../errors.js';
import { type ChainEnd } from './chainEnd.js';
import { type Checkpoint } from './checkpoint.js';
import { microsecondsAsText } from './microseconds.js';

/** A kept checkpoint, with the ends of all chains if they were kept too, and those that were kept before it. */
export interface KeptCheckpoint {
  readonly checkpoint: Checkpoint;
  readonly chains: readonly ChainEnd[] | null;
  readonly earlier: readonly Checkpoint[];
}

/** As one line of JSON. */
export function writeCheckpoint(checkpoint: Checkpoint, chains: readonly ChainEnd[] | null = null): string {
  const { number, atUs, treeSize, position, keyId } = checkpoint;
  return JSON.stringify({
    kind: 'sammen-ledger-checkpoint',
    version: 1,
    number,
    at: microsecondsAsText(atUs),
    treeSize,
    position,
    root: checkpoint.root.toString('hex'),
    ends: checkpoint.ends.toString('hex'),
    previous: checkpoint.previous.toString('hex'),
    keyId,
    signature: checkpoint.signature.toString('base64url'),
    ...(chains === null
      ? {}
      : { chains: chains.map(({ citizenId, seq, hash }) => [citizenId, seq, hash.toString('hex')]) }),
  });
}

/**
 * Reads what {@link writeCheckpoint} wrote, one or several lines; the last is what counts, and the others have to be
 * there as well. Says nothing about signatures.
 * @throws CHECKPOINT_UNREADABLE
 */
export function readCheckpoint(text: string): KeptCheckpoint {
  const lines = text.trim().split('\n').map(readLine);
  return { ...lines.at(-1)!, earlier: lines.slice(0, -1).map(({ checkpoint }) => checkpoint) };
}

function readLine(line: string): Omit<KeptCheckpoint, 'earlier'> {
  const unreadable = () => ledgerError('CHECKPOINT_UNREADABLE');
  let found: Record<string, unknown>;
  try {
    found = JSON.parse(line) as Record<string, unknown>;
  } catch {
    throw unreadable();
  }
  const bytes = (field: string, length: number, encoding: BufferEncoding = 'hex'): Buffer => {
    const value = found[field];
    const read = typeof value === 'string' ? Buffer.from(value, encoding) : Buffer.alloc(0);
    if (read.length !== length || read.toString(encoding) !== value) throw unreadable();
    return read;
  };
  const whole = (field: string): number => {
    const value = found[field];
    if (!Number.isSafeInteger(value) || Number(value) < 0) throw unreadable();
    return Number(value);
  };
  const { at, keyId } = found ?? {};
  const time = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\.(\d{6})Z$/.exec(String(at));
  if (found?.['kind'] !== 'sammen-ledger-checkpoint' || found['version'] !== 1 || !time || typeof keyId !== 'string') {
    throw unreadable();
  }
  return {
    checkpoint: {
      number: whole('number'),
      atUs: String(BigInt(Date.parse(`${time[1]}Z`)) * 1000n + BigInt(time[2]!)),
      treeSize: whole('treeSize'),
      position: whole('position'),
      root: bytes('root', 32),
      ends: bytes('ends', 32),
      previous: bytes('previous', 32),
      keyId,
      signature: bytes('signature', 64, 'base64url'),
    },
    chains: found['chains'] === undefined ? null : chainsOf(found['chains'], unreadable),
  };
}

function chainsOf(value: unknown, unreadable: () => Error): ChainEnd[] {
  if (!Array.isArray(value)) throw unreadable();
  return (value as unknown[]).map((row) => {
    const [citizenId, seq, hash] = Array.isArray(row) ? (row as unknown[]) : [];
    const read = { citizenId: String(citizenId), seq: Number(seq), hash: Buffer.from(String(hash), 'hex') };
    if (!/^[0-9a-f-]{36}$/.test(read.citizenId) || !Number.isSafeInteger(read.seq) || read.hash.length !== 32) {
      throw unreadable();
    }
    return read;
  });
}
