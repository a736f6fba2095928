/** docs/caps.md is the tables of the policy, readable; whoever changes a table changes the page: UPDATE_DOCS=1 npx jest test/structure/caps. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CATEGORY_DESCRIPTIONS,
  CONTROLLED_CATEGORIES,
  DATA_CATEGORIES,
  type DataCategory,
  EMERGENCY_RULES,
  ENTRUSTED_WRITES,
  EVIDENCE_OF_RELATION,
  RELATION_MAKING_WRITES,
  ROLES,
  ROLE_CAPS,
  STATUTORY_BASES,
  WRITE_RIGHTS,
} from '@sammen/consent';
import { root } from '../support/testFolders.js';

const FILE = join(root, 'docs/caps.md');

/** Aligned as the formatter aligns it. */
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map((row) => row[column]!.length)));
  const line = (row: readonly string[]) => `| ${row.map((cell, n) => cell.padEnd(widths[n]!)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
};
const listed = (categories: readonly DataCategory[] = []): string =>
  categories.length === DATA_CATEGORIES.length
    ? 'all'
    : DATA_CATEGORIES.filter((category) => categories.includes(category)).join(', ') || '–';
const day = (instant: number | null): string => (instant === null ? '' : new Date(instant).toISOString().slice(0, 10));

const page = (): string => `# Who can be shown and write what

Written from the tables of [packages/consent](../packages/consent/README.md); a test holds it to them. A cap is the most that a role can ever be shown for a purpose, whatever consent, law or emergency there is (I-5). Within it, a citizen's own choices and relations decide.

## Categories

${table(
  ['Category', 'What it is'],
  DATA_CATEGORIES.map((category) => [category, CATEGORY_DESCRIPTIONS[category]]),
)}

## Caps: role × purpose

${table(
  ['Role', 'Purpose', 'Can be shown'],
  ROLES.flatMap((role) =>
    Object.entries(ROLE_CAPS[role]).map(([purpose, categories]) => [role, purpose, listed(categories)]),
  ),
)}

A role that is not listed is shown no citizen at all.

## Writing

It takes a relation with the citizen and an organisation that controls the data; some writes make the relation; some relations entrust a role with data of others.

${table(
  ['Role', 'May write', 'Also as the beginning of a relation', 'Entrusted by a relation'],
  ROLES.map((role) => [
    role,
    listed(WRITE_RIGHTS[role]),
    listed(RELATION_MAKING_WRITES[role]),
    Object.entries(ENTRUSTED_WRITES[role] ?? {})
      .map(([kind, categories]) => `${kind}: ${listed(categories)}`)
      .join('; ') || '–',
  ]),
)}

## Whose data it is

${table(
  ['Organisation', 'Controls'],
  Object.entries(CONTROLLED_CATEGORIES).map(([kind, categories]) => [kind, listed(categories)]),
)}

${table(
  ['Relation', 'Is evidence for'],
  Object.entries(EVIDENCE_OF_RELATION).map(([kind, categories]) => [kind, listed(categories)]),
)}

## Laws that open data without a consent

${table(
  ['Code', 'Law', 'Roles', 'Relations', 'Purposes', 'Categories', 'Since', 'Can be declined'],
  STATUTORY_BASES.map((basis) => [
    basis.code,
    basis.law,
    basis.roles.join(', '),
    basis.relations.join(', '),
    basis.purposes.join(', '),
    listed(basis.categories),
    day(basis.validFrom),
    basis.citizenMayDecline ? 'yes' : 'no',
  ]),
)}

## Emergency access

${EMERGENCY_RULES.roles.join(' and ')} for ${EMERGENCY_RULES.purposes.join(', ')}, at most ${EMERGENCY_RULES.longestMs / 60_000} minutes, within the cap.
`;

it('docs/caps.md says what the tables of the policy say', () => {
  const written = page();
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(FILE, written);
  expect(readFileSync(FILE, 'utf8')).toBe(written);
});
