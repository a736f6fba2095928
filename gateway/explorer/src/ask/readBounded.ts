/** Reads an answer as it comes, and never more than it is told: a page that takes whatever is sent can be made to stop. */

/** What was read. */
export interface BoundedRead {
  readonly chunks: readonly Uint8Array<ArrayBuffer>[];
  readonly bytes: number;
  /** Whether there was more than the bound; the rest was not read. */
  readonly isCut: boolean;
}

/** Reads at most `most` bytes; `onProgress` is told how much there is. Rejects when the connection breaks or is given up. */
export async function readBounded(
  stream: ReadableStream<Uint8Array<ArrayBuffer>> | null,
  most: number,
  onProgress: (bytes: number) => void,
): Promise<BoundedRead> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const reader = stream?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    bytes += next.value.byteLength;
    if (bytes > most) {
      await reader?.cancel();
      return { chunks: [], bytes, isCut: true };
    }
    chunks.push(next.value);
    onProgress(bytes);
  }
  return { chunks, bytes, isCut: false };
}
