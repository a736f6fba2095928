import { Kind, type ConstDirectiveNode, type ConstValueNode, type GraphQLSchema } from 'graphql';
import { directivesNamed } from '../label.js';
import { CONSENT_DIRECTIVE, CONSENT_FEATURE, PUBLIC_DIRECTIVE } from '../sdl.js';
import type { Report } from './violation.js';

const FEDERATION_FEATURE = 'https://specs.apollo.dev/federation/';
const OURS = [`@${CONSENT_DIRECTIVE}`, `@${PUBLIC_DIRECTIVE}`];

/** NOT_LINKED, RENAMED: labels are found by name, here and in the supergraph, so names are part of the law. */
export function checkLinks(schema: GraphQLSchema, report: Report): void {
  const links = directivesNamed(schema, 'link').map((link) => ({ url: text(argument(link, 'url')) ?? '', link }));
  const ours = links.find(({ url }) => url.startsWith(CONSENT_FEATURE));
  if (!ours) return report('NOT_LINKED', 'schema', `Add CONSENT_SDL: there is no @link to ${CONSENT_FEATURE}.`);

  for (const { url, link } of links) {
    if (!url.startsWith(CONSENT_FEATURE) && !url.startsWith(FEDERATION_FEATURE)) continue;
    for (const [name, as] of importsOf(link))
      if (as !== name) report('RENAMED', 'schema', `Import ${name} of ${url} without "as": "${as}".`);
    if (argument(link, 'as')) report('RENAMED', 'schema', `Link ${url} without "as".`);
  }
  const imported = importsOf(ours.link).map(([name]) => name);
  const composed = directivesNamed(schema, 'composeDirective').map((node) => text(argument(node, 'name')));
  for (const name of OURS) {
    if (!imported.includes(name)) report('NOT_LINKED', 'schema', `Import ${name} of ${CONSENT_FEATURE}.`);
    if (!composed.includes(name)) report('NOT_LINKED', 'schema', `Add @composeDirective(name: "${name}").`);
    if (!schema.getDirective(name.slice(1))) report('NOT_LINKED', 'schema', `Define directive ${name}.`);
  }
}

/** Name and local name of everything a link imports. */
function importsOf(link: ConstDirectiveNode): readonly (readonly [string, string])[] {
  const list = argument(link, 'import');
  if (list?.kind !== Kind.LIST) return [];
  return list.values.map((item) => {
    if (item.kind !== Kind.OBJECT) return [text(item) ?? '', text(item) ?? ''];
    const part = (key: string) => text(item.fields.find((field) => field.name.value === key)?.value);
    const name = part('name') ?? '';
    return [name, part('as') ?? name];
  });
}

function argument(directive: ConstDirectiveNode, name: string): ConstValueNode | undefined {
  return directive.arguments?.find((node) => node.name.value === name)?.value;
}

function text(value: ConstValueNode | undefined): string | undefined {
  return value?.kind === Kind.STRING ? value.value : undefined;
}
