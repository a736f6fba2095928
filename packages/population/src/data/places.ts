/** A municipality of the population: how many of its people are in it, and a postal town for addresses. */
export interface Place {
  readonly code: string;
  /** Relative number of citizens in the larger population. */
  readonly weight: number;
  readonly postalCode: string;
  readonly city: string;
}

/**
 * Region Syddanmark (22) and Region Midtjylland (19); weights are inhabitants in thousands, except Odense, which is raised to 17 % of all on purpose
 * (a skewed municipality is what a distributed database must bear).
 * Source: approximate public population figures and postal codes, 2026-11. Licence: public facts.
 */
export const PLACES: readonly Place[] = `
  0561 116 6700 Esbjerg
  0410 40 5500 Middelfart
  0420 41 5610 Assens
  0430 52 5600 Faaborg
  0440 24 5300 Kerteminde
  0450 32 5800 Nyborg
  0461 490 5000 Odense C
  0479 60 5700 Svendborg
  0480 30 5400 Bogense
  0482 12 5900 Rudkøbing
  0492 6 5970 Ærøskøbing
  0510 56 6100 Haderslev
  0530 27 7190 Billund
  0540 74 6400 Sønderborg
  0550 37 6270 Tønder
  0563 3.5 6720 Fanø
  0573 50 6800 Varde
  0575 43 6600 Vejen
  0580 59 6200 Aabenraa
  0607 52 7000 Fredericia
  0621 95 6000 Kolding
  0630 121 7100 Vejle
  0615 97 8700 Horsens
  0657 90 7400 Herning
  0661 59 7500 Holstebro
  0665 19 7620 Lemvig
  0671 20 7600 Struer
  0706 45 8400 Ebeltoft
  0707 37 8500 Grenaa
  0710 50 8382 Hinnerup
  0727 24 8300 Odder
  0730 100 8900 Randers C
  0740 101 8600 Silkeborg
  0741 4 8305 Samsø
  0746 66 8660 Skanderborg
  0751 367 8000 Aarhus C
  0756 42 7430 Ikast
  0760 56 6950 Ringkøbing
  0766 48 8722 Hedensted
  0779 44 7800 Skive
  0791 97 8800 Viborg
`
  .trim()
  .split('\n')
  .map((line) => {
    const [code = '', weight = '', postalCode = '', ...city] = line.trim().split(' ');
    return { code, weight: Number(weight), postalCode, city: city.join(' ') };
  });

/** The 22 municipalities of the programme, the lead (Esbjerg) first: citizen i of the first 220 lives in number ⌊i / 10⌋. */
export const PROGRAMME_MUNICIPALITIES: readonly string[] = PLACES.slice(0, 22).map((each) => each.code);

const ELSEWHERE: Place = { code: '0330', weight: 0, postalCode: '4200', city: 'Slagelse' };
const byCode = new Map([...PLACES, ELSEWHERE].map((each) => [each.code, each]));

/** The place of a municipality code used in the population. */
export function placeOf(code: string): Place {
  const place = byCode.get(code);
  if (place === undefined) throw new RangeError(`no place for municipality ${code}`);
  return place;
}

const total = PLACES.reduce((sum, each) => sum + each.weight, 0);
const cumulative = PLACES.reduce<number[]>((sums, each) => [...sums, (sums.at(-1) ?? 0) + each.weight / total], []);

/** The municipality at a point in [0, 1) of the larger population. */
export function municipalityAt(point: number): string {
  const at = cumulative.findIndex((edge) => point < edge);
  return (PLACES[at === -1 ? PLACES.length - 1 : at] as Place).code;
}
