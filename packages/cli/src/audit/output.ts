/** Where personal data goes: a new file for its owner only, or standard output when somebody asked for that. */
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { cliError } from '../errors.js';

/** Something to write to, one piece after another. */
export interface Output {
  write(text: string): Promise<void>;
  close(): Promise<void>;
}

/** @param out a path, or `-` for standard output. @throws OUTPUT_REFUSED when the file is there or cannot be made */
export async function openOutput(out: string, stdout: NodeJS.WriteStream): Promise<Output> {
  if (out === '-') {
    return {
      async write(text) {
        if (!stdout.write(text)) await once(stdout, 'drain');
      },
      async close() {},
    };
  }
  try {
    const file = await open(out, 'wx', 0o600);
    return { write: async (text) => void (await file.write(text)), close: () => file.close() };
  } catch (cause) {
    const exists = (cause as { code?: unknown }).code === 'EEXIST';
    throw cliError('OUTPUT_REFUSED', {
      message: exists ? 'The file (--out) is there already.' : 'The file (--out) cannot be written.',
      cause,
    });
  }
}
