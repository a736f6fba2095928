/** Named questions are files: whoever puts one into the folder has it in the explorer at the next load. */
import { readdir, readFile, stat } from 'node:fs/promises';

/** The folder of the questions that come with the project; teams add theirs. */
export const QUESTIONS = new URL('../../explorer/questions/', import.meta.url);

const MOST_FILES = 200;
const MOST_BYTES = 64 * 1024;

/** A file as it is. What it says, the explorer reads, and says so where it cannot. */
export interface QuestionFile {
  readonly file: string;
  /** Null when the file is too long to be a question. */
  readonly text: string | null;
}

/** All `.graphql` files of the folder by name, at most 200; none when there is no folder. Rejects when one cannot be read. */
export async function readQuestions(folder: URL = QUESTIONS): Promise<readonly QuestionFile[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [] as string[];
    throw error;
  });
  const files = names.filter((name) => name.endsWith('.graphql')).toSorted();
  return Promise.all(files.slice(0, MOST_FILES).map((file) => readQuestion(folder, file)));
}

async function readQuestion(folder: URL, file: string): Promise<QuestionFile> {
  const path = new URL(encodeURIComponent(file), folder);
  const { size } = await stat(path);
  return { file, text: size > MOST_BYTES ? null : await readFile(path, 'utf8') };
}
