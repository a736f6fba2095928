/** docs/attacks.md, made of the list of attacks, their defences and what was proved of them. */
import type { Attack } from '../../attacks/attackList';
import type { Defence } from '../../support/defence';

/** Titles of the tests that turned red, by what a defence does. */
export type Proved = Readonly<Record<string, { readonly off: string; readonly tests: readonly string[] }>>;

const HEAD = `# Attacks

Each attack below is carried out over HTTP against a running system by a file of [test/attacks](../test/attacks), and each of these tests was seen to fail when its defence is switched off. \`npm run prove:attacks\` shows it again: it makes a copy of the project, takes one defence out of the source, builds, runs the tests of that attack and demands that one of them fails by an expectation of its own; \`-- names\` chooses attacks, \`-- --missing\` takes those that are not proved yet, \`-- --keep\` leaves the copy for looking, \`-- --record\` keeps the result. A test of the structure holds this page, the list ([attackList.ts](../test/attacks/attackList.ts)), the defences ([defences](../test/attacks/defences)) and the files against each other, and demands that every defence was proved as it stands. What an owner of the database could do to the access log is tried in [tampering.test.ts](../packages/ledger/test/tampering.test.ts).

Written by \`UPDATE_DOCS=1 npx jest test/structure/attacks\`.
`;

/** The page. */
export function attacksPage(
  attacks: readonly Attack[],
  defences: ReadonlyMap<string, readonly Defence[]>,
  proved: ReadonlyMap<string, Proved>,
): string {
  const cell = (text: string): string => text.replaceAll('|', '\\|');
  const rows = attacks.map(({ attack, proof, note }) => {
    const said = note === undefined ? '' : ` (${note})`;
    return `| ${cell(attack)}${said} | ${proof === null ? '–' : `\`${proof}\``} |`;
  });
  const parts = [...defences].map(([name, all]) => {
    const lines = all.map(({ what, why, off }) => {
      const files = [...new Set(off.map(({ file }) => file))].map((file) => `[${file.split('/').at(-1)}](../${file})`);
      const tests = proved.get(name)?.[what]?.tests ?? [];
      const red = tests.length === 0 ? 'not proved yet' : `“${tests[0]}”${more(tests.length - 1)}`;
      return `- Without “${what}” (${files.join(', ')}) ${why}. Red: ${red}`;
    });
    return `### ${name}\n\n${lines.join('\n')}\n`;
  });
  const table = ['| Attack | File in test/attacks |', '| --- | --- |', ...rows].join('\n');
  return `${HEAD}\n## The list\n\n${table}\n\n## Defences that were switched off\n\n${parts.join('\n')}`;
}

const more = (count: number): string => (count > 0 ? ` and ${count} more` : '');
