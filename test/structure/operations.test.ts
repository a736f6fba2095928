/** docs/operations.md explains every key of every process's environment, and none that nobody reads. */
import { composeWith, EXAMPLE, VARIABLES } from './support/compose';
import { FILES, read } from './support/repository';

const page = read('docs/operations.md');
const table = /## Configuration[^]*?\n(\|[^]*?)\n\n/.exec(page)![1]!;
const documented = [...table.matchAll(/^\| `([^`]+)`/gm)].map(([, key]) => key!);
const filled = Object.fromEntries(VARIABLES.map((name) => [name, EXAMPLE[name] || 'example']));
const { services } = composeWith(filled);

it('the table of configuration has exactly the keys that the processes of docker-compose.yml are told', () => {
  const subgraphs = FILES.flatMap((file) => /^subgraphs\/([^/]+)\/package\.json$/.exec(file)?.[1] ?? []);
  const told = [...subgraphs, 'gateway'].flatMap((name) =>
    Object.keys(services[name]!.environment!).map((key) => key.replace(`${name.toUpperCase()}_`, '<NAME>_')),
  );
  expect(documented.toSorted()).toEqual([...new Set(told)].toSorted());
});

it('the table of processes has every process at the port that docker-compose.yml gives it', () => {
  const rows = [...page.matchAll(/^\| (\w+) +\| `([^`]+main\.js)` +\| (\d+)/gm)].map(([, name, file, port]) => [
    name,
    file,
    port,
  ]);
  const running = Object.entries(services).filter(
    ([, { image, profiles }]) => image.startsWith('sammen:') && !profiles,
  );
  const expected = running.map(([name, { command, environment }]) => [name, command[1], environment!['PORT']]);
  expect(rows.toSorted()).toEqual(expected.toSorted());
});

it('every file that it names is there', () => {
  const named = [
    ...page.matchAll(/`((?:docker|packages|test|gateway|subgraphs)\/[\w./-]+\.(?:ts|sql|mjs|graphql))`/g),
  ].map(([, file]) => file!);
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((file) => !FILES.includes(file))).toEqual([]);
});
