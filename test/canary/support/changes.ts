/** Mutations with valid inputs, drawn by chance. */
import { type Change, type ChangeKind, type Ground } from './changeKind.js';
import { CHOICE_CHANGES } from './choiceChanges.js';
import { SECTOR_CHANGES } from './sectorChanges.js';

const DRAWN: readonly ChangeKind[] = [...CHOICE_CHANGES, ...SECTOR_CHANGES].flatMap((kind) =>
  Array.from({ length: kind.weight }, () => kind),
);

/** Draws a change for a citizen; tries until one is possible. */
export function drawChange(ground: Ground): Change {
  for (;;) {
    const { mutation, returns, groups, draw } = ground.random.pick(DRAWN);
    const drawn = draw(ground);
    if (drawn !== undefined) return { mutation, returns, groups, ...drawn };
  }
}
