/**
 * Somebody who has every published cell and a solver: writes down all that must hold (each published count, every sum
 * over a line, no count below zero, whole numbers, what everybody knows of sums) and asks for the least and the most
 * that a cell can be. Knows nothing of how cells were chosen, and imports nothing of it.
 */
import loadHighs, { type Highs, type Model } from 'highs';
import { textOfKey, type CellKey, type Measure, type Publication } from '@sammen/statistics';

/** What a cell can be, by all that is published. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

export interface Attacker {
  /** @throws when what is published contradicts itself */
  rangeOf(key: CellKey): Range;
  dispose(): void;
}

let solver: Promise<Highs> | undefined;

interface Column {
  readonly lower: number;
  readonly upper: number;
}
type Row = {
  readonly terms: readonly (readonly [column: number, factor: number])[];
  readonly lower: number;
  readonly upper: number;
};

/** Sits down with a publication. */
export async function createAttacker(measure: Measure, { cells }: Publication): Promise<Attacker> {
  const highs = await (solver ??= loadHighs());
  const columns: Column[] = [];
  const rows: Row[] = [];
  const column = (lower = 0, upper = Infinity): number => columns.push({ lower, upper }) - 1;
  const row = (terms: Row['terms'], lower: number, upper: number): void => void rows.push({ terms, lower, upper });

  // The finest cells that tables share: each pair with municipalities, and each dimension that is in no pair.
  const inPairs = new Set(measure.pairs.flat());
  const lone = measure.dimensions.filter(({ name }) => !inPairs.has(name)).map(({ name }) => [name]);
  const shared: (readonly string[])[] = [...measure.pairs, ...lone];
  const cliques = shared.length > 0 ? shared : [[]];
  const valuesOf = (name: string): readonly string[] => measure.dimensions.find((each) => each.name === name)!.values;
  const atoms = cliques.map((names) =>
    measure.areas.flatMap((area) =>
      names
        .reduce<Record<string, string>[]>(
          (keys, name) => keys.flatMap((key) => valuesOf(name).map((value) => ({ ...key, [name]: value }))),
          [{}],
        )
        .map((key) => ({
          key: { ...key, ...area } as Record<string, string>,
          count: column(),
          sums: measure.sums.map(() => column()),
        })),
    ),
  );
  const everything = cells.find(({ key }) => textOfKey(key) === '')!;
  for (const { count, sums } of atoms.flat())
    measure.sums.forEach(({ name, least, most }, n) => {
      row(
        [
          [sums[n]!, 1],
          [count, -least],
        ],
        0,
        Infinity,
      );
      row(
        [
          [sums[n]!, 1],
          [count, -Math.min(most, everything.sums[name] ?? 1e6)],
        ],
        -Infinity,
        0,
      );
    });
  for (const { municipality } of measure.areas)
    for (const other of atoms.slice(1)) {
      const [here, there] = [atoms[0]!, other].map((list) =>
        list.filter(({ key }) => key['municipality'] === municipality),
      );
      const same = (read: (atom: (typeof atoms)[0][0]) => number): void =>
        row(
          [...here!.map((atom) => [read(atom), 1] as const), ...there!.map((atom) => [read(atom), -1] as const)],
          0,
          0,
        );
      same(({ count }) => count);
      measure.sums.forEach((_, n) => same(({ sums }) => sums[n]!));
    }

  const inside = (key: CellKey): (typeof atoms)[0] => {
    const names = Object.keys(key).filter((name) => name !== 'region' && name !== 'municipality');
    const clique = cliques.findIndex((each) => names.every((name) => (each as readonly string[]).includes(name)));
    return atoms[clique]!.filter((atom) => Object.entries(key).every(([name, value]) => atom.key[name] === value));
  };
  const columnOf = new Map<string, number>();
  const cellColumn = (key: CellKey, count: number | null): void => {
    const own = column(count ?? 0, count ?? Infinity);
    columnOf.set(textOfKey(key), own);
    row([...inside(key).map((atom) => [atom.count, 1] as const), [own, -1]], 0, 0);
  };
  for (const { key, count, sums } of cells) {
    cellColumn(key, count);
    measure.sums.forEach(({ name }, n) => {
      const sum = sums[name] ?? null;
      if (sum !== null)
        row(
          inside(key).map((atom) => [atom.sums[n]!, 1]),
          sum,
          sum,
        );
    });
  }
  for (const atom of atoms.flat()) {
    const { region: _, ...key } = atom.key;
    if (!columnOf.has(textOfKey(key))) cellColumn(key, null);
  }
  // Whole numbers are asked for only where the best of all numbers are none: the same answer, sooner.
  const models = [false, true].map((isWhole) => modelOf(highs, columns, rows, isWhole)) as [Model, Model];
  const best = (own: number, sense: 'minimize' | 'maximize', model: Model): number => {
    model.changeColCost(own, 1);
    model.changeObjectiveSense(highs.constants.objectiveSense[sense]);
    model.run();
    const status = model.getModelStatus();
    const found = model.getSolution().colValue;
    model.changeColCost(own, 0);
    const { optimal, unbounded, unboundedOrInfeasible } = highs.constants.modelStatus;
    // Where not even the country's total is told, nothing bounds it.
    if (sense === 'maximize' && (status === unbounded || status === unboundedOrInfeasible)) return Infinity;
    if (status !== optimal) throw new Error(`No world fits: ${status}`);
    const isFine = model === models[1] || found.every((value) => Math.abs(value - Math.round(value)) < 1e-6);
    return isFine ? Math.round(found[own]!) : best(own, sense, models[1]);
  };
  return {
    rangeOf(key) {
      const own = columnOf.get(textOfKey(key))!;
      return { least: best(own, 'minimize', models[0]), most: best(own, 'maximize', models[0]) };
    },
    dispose: () => models.forEach((model) => model.dispose()),
  };
}

function modelOf(highs: Highs, columns: readonly Column[], rows: readonly Row[], isWhole: boolean): Model {
  const model = highs.createModel({
    numCols: columns.length,
    numRows: rows.length,
    colCost: columns.map(() => 0),
    colLower: columns.map(({ lower }) => lower),
    colUpper: columns.map(({ upper }) => upper),
    rowLower: rows.map(({ lower }) => lower),
    rowUpper: rows.map(({ upper }) => upper),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: columns.length,
      starts: rows.reduce<number[]>((starts, { terms }) => [...starts, starts.at(-1)! + terms.length], [0]),
      indices: rows.flatMap(({ terms }) => terms.map(([index]) => index)),
      values: rows.flatMap(({ terms }) => terms.map(([, factor]) => factor)),
    },
    integrality: columns.map(() => (isWhole ? 1 : 0)),
  });
  model.options.set('output_flag', false);
  return model;
}
