import { useCoordination } from './support/coordination.js';
import { openCase, type OpenCase } from './support/acts.js';

const house = useCoordination('0657');
/** Another, where all ten places are free. */
const free = useCoordination('0661');
const select = (of: OpenCase, said: object = {}) => ({
  citizenId: of.citizenId,
  caseId: of.caseId,
  version: of.version,
  reason: 'Mange indsatser, der ikke hænger sammen',
  ...said,
});

describe('the ten most complex cases of a municipality', () => {
  it('are ten: the eleventh is refused, and a place that is given up is taken again with its history kept', async () => {
    const cases: OpenCase[] = [];
    for (let number = 0; number < 11; number += 1) cases.push(await openCase(house));
    const ranks: number[] = [];
    for (const of of cases.slice(0, 10)) {
      const wanted = ranks.length === 0 ? { rank: 3, complexityScore: 80 } : {};
      const fields = 'cohortPlace { rank complexityScore reason }';
      const { cohortPlace } = await house.write(of.keyManager, 'selectCase', select(of, wanted), fields);
      ranks.push(cohortPlace.rank);
    }
    expect(ranks[0]).toBe(3);
    expect(ranks.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const eleventh = cases[10]!;
    expect(await house.refusal(eleventh.keyManager, 'selectCase', select(eleventh))).toEqual({ code: 'COHORT_FULL' });

    const leaver = cases[4]!;
    const { citizenId, caseId } = leaver;
    await house.write(
      leaver.keyManager,
      'closeCase',
      { citizenId, caseId, version: 2, reason: 'Flyttet' },
      '__typename',
    );
    const taken = await house.write(eleventh.keyManager, 'selectCase', select(eleventh), 'cohortPlace { rank }');
    expect(taken.cohortPlace.rank).toBe(ranks[4]);
    const history = await house.sql(
      `SELECT citizen_id, released_at IS NOT NULL AS released FROM cohort_place
       WHERE organisation_id = $1 AND rank = $2 ORDER BY taken_at`,
      [house.municipalityId, ranks[4]],
    );
    expect(history).toEqual([
      { citizen_id: citizenId, released: true },
      { citizen_id: eleventh.citizenId, released: false },
    ]);
  });

  it('do not share a place, and there is no eleventh in the database either', async () => {
    const other = free.municipalityId;
    const [one, two] = [await openCase(free), await openCase(free)];
    await free.write(one.keyManager, 'selectCase', select(one, { rank: 7 }));
    expect(await free.refusal(two.keyManager, 'selectCase', select(two, { rank: 7 }))).toEqual({
      code: 'COHORT_RANK_TAKEN',
      field: 'input.rank',
    });
    expect((await free.refusal(two.keyManager, 'selectCase', select(two, { rank: 11 }))).code).toBe('INVALID_INPUT');
    const eleventh = free.sql(
      `INSERT INTO cohort_place (citizen_id, id, case_id, organisation_id, rank, taken_at, taken_by, reason)
       VALUES ($1, gen_random_uuid(), $2, $3, 11, now(), 'x', 'x')`,
      [two.citizenId, two.caseId, other],
    );
    await expect(eleventh).rejects.toMatchObject({ constraint: 'cohort_of_ten' });
  });
});
