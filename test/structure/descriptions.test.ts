/** Every type, field, argument and value of the graph is described, because the schema is what front-end teams read. */
import { type DefinitionNode, parse } from 'graphql';
import { FILES, read } from './support/repository';

const SCHEMAS = FILES.filter((file) => /^subgraphs\/[^/]+\/schema\.graphql$/.test(file));
const ROOTS = ['Query', 'Mutation'];

interface Described {
  readonly description?: { readonly value: string };
  readonly name: { readonly value: string };
}

/** Of federation's own making: not ours to describe. */
const isTheirs = (name: string): boolean => name.startsWith('_') || name.includes('__');

function undescribed(definition: DefinitionNode): string[] {
  if (!('name' in definition) || definition.name === undefined || isTheirs(definition.name.value)) return [];
  const type = definition.name.value;
  const missing: string[] = [];
  const check = (coordinate: string, node: Described): void => {
    if (!isTheirs(node.name.value) && !node.description?.value.trim()) missing.push(coordinate);
  };
  if (!ROOTS.includes(type) && definition.kind.endsWith('TypeDefinition')) check(type, definition as Described);
  const members = definition as { fields?: readonly Described[]; values?: readonly Described[] };
  for (const member of [...(members.fields ?? []), ...(members.values ?? [])]) {
    const coordinate = `${type}.${member.name.value}`;
    check(coordinate, member);
    // A mutation's one argument is described by its input type.
    const given = ((member as { arguments?: readonly Described[] }).arguments ?? []).filter(
      ({ name }) => name.value !== 'input',
    );
    for (const argument of given) check(`${coordinate}(${argument.name.value}:)`, argument);
  }
  return missing;
}

it('every subgraph has its schema committed', () => {
  const subgraphs = new Set(FILES.flatMap((file) => /^subgraphs\/[^/]+(?=\/src\/subgraph\.ts$)/.exec(file)?.[0] ?? []));
  expect(SCHEMAS).toEqual([...subgraphs].map((folder) => `${folder}/schema.graphql`));
});

it.each(SCHEMAS)('%s describes everything', (file) => {
  expect(parse(read(file)).definitions.flatMap(undescribed)).toEqual([]);
});
