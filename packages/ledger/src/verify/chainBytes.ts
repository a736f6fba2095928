/** The chain computed anew, outside the database: a database that lies about its own functions is found out. */
import { createHash } from 'node:crypto';

/** An event as read for verification; numbers as decimal text, because they are 64 bits wide. */
export interface ChainEvent {
  readonly citizen_id: string;
  readonly seq: string;
  readonly id: string;
  readonly position: string;
  readonly at_us: string;
  readonly request_id: string;
  readonly emergency: boolean;
  readonly prev_hash: Buffer;
  readonly hash: Buffer;
  readonly commitment: Buffer;
}

/** What a citizen's first event links back to. */
export function genesisHash(citizenId: string): Buffer {
  return sha256('sammen:ledger:genesis:1\n', uuid(citizenId));
}

/** What an event's hash has to be, given the hash before it. */
export function eventHash(event: ChainEvent, previous: Buffer): Buffer {
  return sha256(
    'sammen:ledger:event:1\n',
    previous,
    uuid(event.citizen_id),
    int8(event.seq),
    uuid(event.id),
    int8(event.position),
    int8(event.at_us),
    Buffer.from([event.emergency ? 1 : 0]),
    event.commitment,
    Buffer.from(event.request_id),
  );
}

/** What an event commits to; `body` is the payload as PostgreSQL prints jsonb. */
export function payloadCommitment(salt: Buffer, body: string): Buffer {
  return sha256('sammen:ledger:payload:1\n', salt, Buffer.from(body));
}

function sha256(domain: string, ...parts: Buffer[]): Buffer {
  return createHash('sha256')
    .update(Buffer.concat([Buffer.from(domain), ...parts]))
    .digest();
}

function uuid(text: string): Buffer {
  return Buffer.from(text.replaceAll('-', ''), 'hex');
}

function int8(decimal: string): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(BigInt(decimal));
  return bytes;
}
