/**
 * Finds every document in sources: calls of `graphql` and `gql`, whatever they are called where they are imported, their
 * tagged templates, templates behind the comment GraphQL, and files of GraphQL. One that is not written out is refused:
 * nobody could list it.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@babel/parser';
import { clientError } from '../dist/index.js';

const CODE = /\.([mc]?[jt]s|[jt]sx)$/;
const GRAPHQL = /\.(graphql|gql)$/;
const SKIPPED = new Set(['node_modules', 'dist', '.git']);
const MAKERS = new Set(['graphql', 'gql']);

/** @param {readonly string[]} paths files and folders @returns {{ place: string, text: string }[]} */
export function readSources(paths) {
  return paths
    .flatMap((path) => (statSync(path).isDirectory() ? filesIn(path) : [path]))
    .flatMap((file) => {
      if (GRAPHQL.test(file)) return [{ place: file, text: readFileSync(file, 'utf8') }];
      return CODE.test(file) && !file.endsWith('.d.ts') ? documentsIn(file, readFileSync(file, 'utf8')) : [];
    });
}

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !SKIPPED.has(name))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)]));
}

function documentsIn(file, code) {
  if (!/graphql|gql/i.test(code)) return [];
  const plugins = /\.[mc]?ts$/.test(file) ? ['typescript', 'decorators'] : ['typescript', 'jsx', 'decorators'];
  const { program } = parse(code, { sourceType: 'module', plugins, attachComment: true });
  const makers = makersIn(program);
  const found = [];
  walk(program, (node) => {
    const place = `${file}:${node.loc.start.line}`;
    if (node.type === 'CallExpression' && makers.has(node.callee.name) && node.arguments.length > 0) {
      found.push({ place, text: literal(node.arguments[0], place) });
    } else if (node.type === 'TaggedTemplateExpression' && makers.has(node.tag.name)) {
      found.push({ place, text: literal(node.quasi, place) });
    } else if (node.type === 'TemplateLiteral' && isMarked(node)) {
      found.push({ place, text: literal(node, place) });
    }
  });
  // A marked template within a call is found twice.
  return [...new Map(found.map((one) => [one.text, one])).values()];
}

/** Local names of `graphql` and `gql`; graphql-js has a function of that name, which runs documents. */
function makersIn(program) {
  const makers = new Set(MAKERS);
  for (const { type, source, specifiers } of program.body) {
    if (type !== 'ImportDeclaration') continue;
    for (const { imported, local } of specifiers) {
      const isMaker = imported && MAKERS.has(imported.name) && source.value !== 'graphql';
      if (isMaker) makers.add(local.name);
      else makers.delete(local.name);
    }
  }
  return makers;
}

const isMarked = ({ leadingComments = [] }) =>
  leadingComments?.some(({ value }) => value.trim().toLowerCase() === 'graphql') ?? false;

function literal(node, place) {
  if (node.type === 'StringLiteral') return node.value;
  if (node.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis[0].value.cooked;
  const message = `There is no list of documents: ${place} holds one that is not written out.`;
  throw clientError('MANIFEST_REFUSED', { message });
}

function walk(node, look) {
  if (Array.isArray(node)) return node.forEach((one) => walk(one, look));
  if (typeof node?.type !== 'string') return undefined;
  look(node);
  for (const [key, value] of Object.entries(node)) {
    if (typeof value === 'object' && value !== null && !/comments$|^loc$/i.test(key)) walk(value, look);
  }
  return undefined;
}
