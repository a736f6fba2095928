/** What there is about a citizen, as they themselves see it: read once in plain queries, kept row by row. */
import { fieldOf, fieldsOf, type FieldInfo, isRow } from './graph.js';

/** A row, or an object inside of one; values by field, `field:VARIANT` where an argument makes another order of it. */
export type Stored = Record<string, any> & { readonly __typename: string };

/** All rows that were read, by `Type:id`. */
export type Truth = Map<string, Stored>;

/** Points at a row. */
export interface Reference {
  readonly __typename: string;
  readonly ref: string;
}

/** Fields that change with every question, or with who asks; the canaries are checked there, the rest is not compared. */
export const NOT_KEPT: ReadonlySet<string> = new Set([
  'Citizen.accessLog',
  'Citizen.viewerAccess',
  'Citizen.notifications',
  'EmergencyAccess.looks',
]);

const RANKINGS = ['PROFESSIONALS', 'CITIZEN'];

/** Ways to rows that are read elsewhere: here only which. */
const ONLY_WHICH: ReadonlySet<string> = new Set([
  'Meeting.plan',
  'Meeting.case',
  'MeetingDecision.decidedBy',
  'MeetingReadiness.unconfirmed',
  'MeetingReadiness.newcomers',
  'AgendaItem.agreement',
  'Agreement.challenge',
  'WhoDoesWhat.agreements',
  'CoordinationCase.map',
  'SectorResponsible.member',
  'SocialService.restsOn',
]);

/** Fields of a citizen that are asked for together: those of one subgraph, as far as the gateway takes them at once. */
export const GROUPS: Readonly<Record<string, readonly string[]>> = groups();

function groups(): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const { name, graph } of fieldsOf('Citizen')) {
    if (graph === null || NOT_KEPT.has(`Citizen.${name}`)) continue;
    (found[name === 'plans' ? 'plans' : graph] ??= []).push(name);
  }
  return found;
}

/** A query for everything of one citizen that a group holds. */
export function queryFor(group: string): string {
  const fields = GROUPS[group]!.map((name) => selection(fieldOf('Citizen', name), ['Citizen'])).join(' ');
  return `query Truth($id: ID!) { citizen(id: $id) { __typename id ${fields} } }`;
}

function selection(field: FieldInfo, above: readonly string[]): string {
  if (field.isLeaf) return field.name;
  const onlyWhich = ONLY_WHICH.has(`${field.owner}.${field.name}`);
  if (field.arguments.includes('first')) return `${field.name}(first: 100) { ${page(field, above)} }`;
  if (field.arguments.includes('rankedBy')) {
    const [first, second] = RANKINGS;
    const all = `${field.name}_${first}: ${field.name}(rankedBy: ${first}) { ${body(field.type, above)} }`;
    return `${all} ${field.name}_${second}: ${field.name}(rankedBy: ${second}) { __typename id }`;
  }
  return `${field.name} { ${onlyWhich ? '__typename id' : body(field.type, above)} }`;
}

function page({ type }: FieldInfo, above: readonly string[]): string {
  return `totalCount pageInfo { hasNextPage } edges { cursor node { ${body(fieldOf(type, 'nodes').type, above)} } }`;
}

function body(type: string, above: readonly string[]): string {
  if (isRow(type) && above.includes(type)) return '__typename id';
  const inner = fieldsOf(type).filter((each) => !NOT_KEPT.has(`${type}.${each.name}`));
  return ['__typename', ...inner.map((each) => selection(each, [...above, type]))].join(' ');
}

/** Takes the answer to a {@link queryFor} apart into rows. */
export function keep(truth: Truth, value: any, field?: FieldInfo): any {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => keep(truth, item, field));
  if ('edges' in value) {
    if (value.pageInfo.hasNextPage) throw new Error(`A citizen has more than a page of ${field?.name}.`);
    const edges = value.edges.map((edge: any) => ({ cursor: edge.cursor, node: keep(truth, edge.node, field) }));
    return { connection: field!.type, edges };
  }
  const type: string = value.__typename;
  const stored: Stored = { __typename: type };
  for (const [key, item] of Object.entries(value)) {
    if (key === '__typename') continue;
    const [name, variant] = splitVariant(key);
    stored[variant === undefined ? name : `${name}:${variant}`] = keep(truth, item, fieldOf(type, name));
  }
  if (!isRow(type)) return stored;
  const ref = `${type}:${value.id}`;
  truth.set(ref, Object.assign(truth.get(ref) ?? { __typename: type }, stored));
  return { __typename: type, ref };
}

function splitVariant(key: string): [string, string?] {
  const variant = RANKINGS.find((by) => key.endsWith(`_${by}`));
  return variant === undefined ? [key] : [key.slice(0, -variant.length - 1), variant];
}

/** Rows of which some field was never read, as `Type.field`. */
export function incomplete(truth: Truth): string[] {
  const missing = new Set<string>();
  for (const row of truth.values()) {
    for (const { owner, name } of fieldsOf(row.__typename)) {
      if (NOT_KEPT.has(`${owner}.${name}`) || name in row || `${name}:CITIZEN` in row) continue;
      missing.add(`${owner}.${name}`);
    }
  }
  return [...missing];
}
