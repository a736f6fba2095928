/** A plan for people: steps in their order, what each fetch asks whom, and where its answer goes. No values: variables stay variables. */
import { print } from 'graphql';
import type { FetchStep, Step } from '../execution/plan/steps.js';

/** A plan in words. */
export interface PrintedPlan {
  readonly text: string;
  /** The number of each fetch in the text, from 1. */
  readonly numbers: ReadonlyMap<FetchStep, number>;
}

/** Prints what a compiled plan does; nothing is fetched without one. */
export function printPlan(step: Step | undefined): PrintedPlan {
  const numbers = new Map<FetchStep, number>();
  const lines: string[] = [];

  function add(depth: number, text: string): void {
    for (const line of text.split('\n')) lines.push('  '.repeat(depth) + line);
  }

  function walk(one: Step, depth: number): void {
    if (one.kind === 'fetch') {
      numbers.set(one, numbers.size + 1);
      const at = one.path.length > 0 ? ` at ${one.path.join('.')}` : '';
      add(depth, `fetch ${numbers.size} from ${one.source}${at}`);
      add(depth + 1, print(one.document));
      return;
    }
    if (one.kind === 'condition') {
      add(depth, `if $${one.variable}`);
      if (one.yes) walk(one.yes, depth + 1);
      if (one.no) {
        add(depth, 'else');
        walk(one.no, depth + 1);
      }
      return;
    }
    add(depth, one.kind === 'sequence' ? 'one after another' : 'at the same time');
    for (const inner of one.steps) walk(inner, depth + 1);
  }

  if (step) walk(step, 0);
  else lines.push('nothing to fetch');
  return { text: lines.join('\n'), numbers };
}
