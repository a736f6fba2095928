/** The few things that a browser may remember: how the page looks and speaks. Nothing of what was asked or answered. */

/** A word that is kept in the browser. */
export interface Preference<Word extends string> {
  read(): Word;
  write(word: Word): void;
}

/** A preference under a name; an unknown word, or a browser that keeps nothing, means `otherwise`. */
export function preference<Word extends string>(
  name: string,
  words: readonly Word[],
  otherwise: Word,
): Preference<Word> {
  return {
    read() {
      try {
        const kept = localStorage.getItem(name);
        return words.find((word) => word === kept) ?? otherwise;
      } catch {
        return otherwise;
      }
    },
    write(word) {
      try {
        localStorage.setItem(name, word);
      } catch {
        // A browser may refuse to keep anything; the choice then lasts as long as the page.
      }
    },
  };
}
