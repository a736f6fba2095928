import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GATEWAY_ERRORS } from '../src/index.js';
import { createPipeline } from '../src/pipeline/index.js';

const page = readFileSync(join(__dirname, '../../docs/lifecycle.md'), 'utf8');

describe('docs/lifecycle.md', () => {
  it('names the stages in the order in which they run', () => {
    const stages = createPipeline({ supergraph: {} } as Parameters<typeof createPipeline>[0]).map(({ name }) => name);
    expect([...page.matchAll(/^## \d+\. (\w+)$/gm)].map(([, name]) => name)).toEqual(stages);
  });

  it('names every code that a request can be answered with', () => {
    const ofTheStart = [
      'CONFIG_MISSING',
      'PORT_TAKEN',
      'SUPERGRAPH_UNREADABLE',
      'SUPERGRAPH_BROKEN',
      'PERSISTED_DOCUMENTS_UNREADABLE',
      'PERSISTED_DOCUMENTS_BROKEN',
    ];
    const codes = Object.keys(GATEWAY_ERRORS).filter((code) => !ofTheStart.includes(code));
    expect(codes.filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
  });
});
