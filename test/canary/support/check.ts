/** Holds one answer against what the oracle permits: by value (no canary too many) and by place (nothing else, nothing less). */
import type { DataCategory } from '@sammen/consent';
import type { Answer } from './canarySystem.js';
import { expectedOf, type Permits, type Question, type World } from './expected.js';
import type { Marks } from './marks.js';
import type { Reference } from './truth.js';

/** What can go wrong. */
export type Fault = 'LEAK' | 'MISSING' | 'DIFFERENT' | 'WITHHELD' | 'ERROR' | 'LEDGER' | 'RECEIVED' | 'LOGGED';

/** Something that went wrong; names places and categories, for whoever looks into it. */
export interface Finding {
  readonly fault: Fault;
  readonly detail: string;
}

/** What an answer turned out to be. */
export interface Verdict {
  readonly findings: readonly Finding[];
  /** Citizens and what of them was delivered, by place. */
  readonly delivered: ReadonlyMap<string, ReadonlySet<DataCategory>>;
  readonly canaries: number;
  readonly withheld: number;
  readonly refused: boolean;
}

/** Marks in a text that nobody may be shown and the asker did not send. */
export function leaksIn(text: string, sent: string, marks: Marks, permits: Permits): Finding[] {
  const own = marks.find(sent);
  return [...marks.find(text)]
    .filter(([mark, tags]) => {
      if (own.has(mark)) return false;
      return !tags.some((tag) => {
        const [index, category] = tag.split(':') as [string, DataCategory];
        return permits(marks.citizenIds[Number(index)]!, category);
      });
    })
    .map(([, tags]) => ({ fault: 'LEAK' as const, detail: `by value: ${tags.join(' or ')}` }));
}

/** Checks an answer. `mayFail`: codes that it may be refused with. */
export function check(
  question: Question,
  answer: Answer,
  world: World & { readonly marks: Marks },
  permits: Permits,
  mayFail: (code: string) => boolean,
  written?: Reference & { readonly owner: string },
): Verdict {
  const { marks } = world;
  const sent = `${question.document} ${JSON.stringify(question.variables)}`;
  const findings: Finding[] = leaksIn(answer.text, sent, marks, permits);
  const errors = (answer.body.errors ?? []).map(({ extensions }) => String(extensions?.code));
  const nothing = { delivered: new Map(), canaries: 0, withheld: 0, refused: true };
  if (errors.length > 0) {
    const unexpected = errors.filter((code) => !mayFail(code));
    if (unexpected.length > 0) findings.push({ fault: 'ERROR', detail: unexpected.join(' ') });
    return { findings, ...nothing };
  }
  const expected = expectedOf(question, world, permits, answer.body.data, written);
  compare(expected.data, answer.body.data, [], expected.unknowable, findings);
  const said: string[] = (answer.body.extensions?.consent?.withheld ?? [])
    .map((entry: any) => `${entry.path.join('.')} ${entry.coordinate} ${entry.category}`)
    .sort();
  const unsaid = expected.withheld.filter((entry) => !said.includes(entry));
  const oversaid = said.filter((entry) => !expected.withheld.includes(entry));
  if (unsaid.length > 0) findings.push({ fault: 'WITHHELD', detail: `not said: ${unsaid.join('; ')}` });
  if (oversaid.length > 0) findings.push({ fault: 'WITHHELD', detail: `said too much: ${oversaid.join('; ')}` });
  return {
    findings,
    delivered: expected.delivered,
    canaries: marks.find(answer.text).size,
    withheld: said.length,
    refused: false,
  };
}

function compare(due: any, came: any, path: string[], unknowable: ReadonlySet<string>, findings: Finding[]): void {
  const place = path.join('.');
  if (unknowable.has(place)) return;
  if (due === null || due === undefined) {
    if (came !== null && came !== undefined)
      findings.push({ fault: 'LEAK', detail: `by place: ${place} = ${JSON.stringify(came).slice(0, 80)}` });
    return;
  }
  // Apollo's gateway leaves an object out of which every field is skipped; nothing is lost with it.
  if ((came === null || came === undefined) && typeof due === 'object' && Object.keys(due).length === 0) return;
  if (came === null || came === undefined) return void findings.push({ fault: 'MISSING', detail: place });
  if (typeof due !== 'object' || typeof came !== 'object') {
    if (due !== came) findings.push({ fault: 'DIFFERENT', detail: `${place}: ${came} instead of ${due}` });
    return;
  }
  if (Array.isArray(due) && due.length !== came.length) {
    const fault = came.length > due.length ? 'LEAK' : 'MISSING';
    findings.push({ fault, detail: `${place}: ${came.length} instead of ${due.length}` });
    return;
  }
  for (const key of new Set([...Object.keys(due), ...Object.keys(came)]))
    compare(due[key], came[key], [...path, key], unknowable, findings);
}
