/** Our executor answers every operation of the feature suites as expected; so does the stock one, or the case says why not. */
import { SUITES } from './suites';
import { load, type Given, type LoadedSuite } from './support/load';

describe.each(SUITES)('$feature', (suite) => {
  let loaded: LoadedSuite;
  beforeAll(async () => {
    loaded = await load(suite);
  });

  it.each(suite.cases)('$name', async ({ query, variables, expected: wanted, stock, calls }) => {
    const made: string[] = [];
    const expected = typeof wanted === 'string' ? { refused: wanted } : { errors: [], ...wanted };
    expect(await refusing(loaded.ours(query, variables, made))).toEqual(expected);
    if (calls) expect(made.sort()).toEqual(calls);
    // A reason for a difference that is none any more has to go.
    const other = await refusing(loaded.stock(query, variables));
    if (stock === undefined) expect(other).toEqual(expected);
    else expect(other).not.toEqual(expected);
  });
});

async function refusing(given: Promise<Given>): Promise<Given | { refused: string }> {
  try {
    return await given;
  } catch (error) {
    return { refused: (error as { code?: string }).code ?? String(error) };
  }
}
