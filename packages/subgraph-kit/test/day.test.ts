import { dayOf, inputDay, startOfDay } from '@sammen/subgraph-kit';

describe('a day', () => {
  it.each([
    ['in winter', '2026-01-15', '2026-01-14T23:00:00.000Z'],
    ['in summer', '2026-07-15', '2026-07-14T22:00:00.000Z'],
    ['on which the clocks go forward', '2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['after the clocks went forward', '2026-03-30', '2026-03-29T22:00:00.000Z'],
    ['on which the clocks go back', '2026-10-25', '2026-10-24T22:00:00.000Z'],
    ['after the clocks went back', '2026-10-26', '2026-10-25T23:00:00.000Z'],
  ])('%s begins at midnight in Denmark', (_, day, start) => {
    expect(new Date(startOfDay(day)).toISOString()).toBe(start);
    expect(dayOf(new Date(startOfDay(day)))).toBe(day);
    expect(dayOf(new Date(startOfDay(day) - 1))).not.toBe(day);
  });

  it('given as input is the day that was written', () => {
    expect(inputDay(new Date('2026-11-22T00:00:00Z'))).toBe('2026-11-22');
  });
});
