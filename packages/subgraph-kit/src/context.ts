import type { Actor, DataCategory, Purpose } from '@sammen/consent';
import type { DataSource } from 'typeorm';
import type { Permits } from './guard/permits.js';
import type { WithheldList } from './guard/withheld.js';
import type { RelationReporter } from './relations/relationReporter.js';
import type { Writer } from './write/writer.js';

/**
 * The operation of a request, known once its document is parsed. The server copies the context of each request, so
 * this object is shared and filled, never replaced.
 */
export interface RunningOperation {
  name: string | null;
  /** SHA-256 of the document, hex. */
  hash: string;
  /** Every category that the operation touches, here and, when it came through a gateway, elsewhere. */
  categories: ReadonlySet<DataCategory>;
}

/** What every resolver gets: who asks and why, what they may see, and the batches to read through. */
export interface SubgraphContext<Loaders = unknown> {
  readonly actor: Actor;
  /** Why; stands for nothing without {@link hasPurpose}. */
  readonly purpose: Purpose;
  /** False for a role that sees no citizen (an analyst); it reaches only root fields that name it in `@roles`. */
  readonly hasPurpose: boolean;
  readonly requestId: string;
  readonly permits: Permits;
  readonly withheld: WithheldList;
  readonly database: DataSource;
  loaders: Loaders;
  /** Fresh batches that remember nothing read so far; the guard calls it after every mutation. */
  renewLoaders(): void;
  readonly writer: Writer;
  readonly relations: RelationReporter;
  readonly operation: RunningOperation;
  /** Categories of the whole operation as the gateway announced them, signed; null without it. */
  readonly announced: ReadonlySet<DataCategory> | null;
}
