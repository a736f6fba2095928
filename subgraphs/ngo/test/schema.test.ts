import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ObjectTypeDefinitionNode, type TypeNode, parse } from 'graphql';

/** What can be said of the NGOs' schema by reading it. */

const document = parse(readFileSync(join(__dirname, '../schema.graphql'), 'utf8'));
const types = new Map<string, ObjectTypeDefinitionNode>();
for (const node of document.definitions) {
  if (node.kind === 'ObjectTypeDefinition') types.set(node.name.value, node);
}
const nameOf = (type: TypeNode): string => (type.kind === 'NamedType' ? type.name.value : nameOf(type.type));
const fieldsOf = (type: string) => types.get(type)?.fields ?? [];

function reachableFrom(start: string): Set<string> {
  const reached = new Set<string>();
  const waiting = [start];
  for (let type = waiting.pop(); type !== undefined; type = waiting.pop()) {
    if (reached.has(type)) continue;
    reached.add(type);
    waiting.push(...fieldsOf(type).map((field) => nameOf(field.type)));
  }
  return reached;
}

it('no path leads from a citizen to a mentor, nor to what a mentor has lived through', () => {
  const reached = reachableFrom('Citizen');
  expect([...reached]).toContain('Mentorship');
  for (const type of ['Mentor', 'MentorExperience', 'Volunteer', 'TeamAssignment']) {
    expect(types.has(type)).toBe(true);
    expect(reached.has(type)).toBe(false);
  }
});

it('every mutation names the roles that may use it, beside what it writes', () => {
  const mutations = fieldsOf('Mutation');
  expect(mutations.length).toBeGreaterThan(10);
  const without = mutations.filter(({ directives }) => !directives?.some(({ name }) => name.value === 'roles'));
  expect(without.map(({ name }) => name.value)).toEqual([]);
});

it('everything is described', () => {
  const bare = document.definitions.flatMap((node) => {
    if (node.kind === 'SchemaExtension' || node.kind === 'DirectiveDefinition') return [];
    const own = 'description' in node && node.description ? [] : ['name' in node ? node.name?.value : node.kind];
    const parts = 'fields' in node ? (node.fields ?? []) : 'values' in node ? (node.values ?? []) : [];
    // Root types are the federation's; they have no description of their own.
    const isRoot = own[0] === 'Query' || own[0] === 'Mutation';
    return [...(isRoot ? [] : own), ...parts.filter((part) => !part.description).map((part) => part.name.value)];
  });
  expect(bare).toEqual([]);
});

it('nothing in it has the name of a CPR number', () => {
  const names = [...types.values()].flatMap(({ fields }) => (fields ?? []).map(({ name }) => name.value));
  expect(names.filter((name) => /cpr/i.test(name))).toEqual([]);
});
