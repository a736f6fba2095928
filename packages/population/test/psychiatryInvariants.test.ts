import { isKnownDiagnosis } from '@sammen/reference-data';
import { breaking, startOfDay } from './support/cohort.js';
import type { Records } from './support/everything.js';

const every = <Item>(items: readonly Item[], holds: (item: Item, at: number) => boolean) => items.every(holds);

describe('psychiatry', () => {
  it('discharge is not before admission, stays do not overlap, at most the last is open, none is in the future', () => {
    const holds = ({ person, psychiatry: { admissions } }: Records) =>
      every(admissions, (each, at) => {
        const next = admissions[at + 1];
        const ended = each.dischargedAt ?? (next === undefined ? '9' : '0');
        return (
          each.admittedAt <= ended &&
          (next === undefined || ended <= next.admittedAt) &&
          each.admittedAt <= startOfDay(person.referenceDate) &&
          (each.dischargedAt ?? '0') <= startOfDay(person.referenceDate)
        );
      });
    expect(breaking(holds)).toEqual([]);
  });

  it('leave lies inside the stay, and the history ends with the status', () => {
    const holds = ({ psychiatry: { admissions } }: Records) =>
      every(admissions, (each) => {
        const inside = every(
          each.leaves,
          (leave) =>
            leave.startedAt > each.admittedAt &&
            (leave.endedAt ?? '8') > leave.startedAt &&
            (leave.endedAt ?? each.dischargedAt ?? '8') <= (each.dischargedAt ?? '9'),
        );
        const ordered = every(
          each.statusHistory,
          (entry, at) => at === 0 || entry.at >= each.statusHistory[at - 1]!.at,
        );
        const open = each.status === 'ADMITTED' || each.status === 'ON_LEAVE';
        return (
          inside &&
          ordered &&
          each.statusHistory.at(-1)!.status === each.status &&
          open === (each.dischargedAt === null)
        );
      });
    expect(breaking(holds)).toEqual([]);
  });

  it('diagnoses are known codes, exactly one of them primary', () => {
    const holds = ({ person, psychiatry: { diagnoses } }: Records) =>
      every(
        diagnoses,
        (each) =>
          isKnownDiagnosis(each.code) &&
          each.firstDiagnosedOn <= person.referenceDate &&
          each.firstDiagnosedOn > person.birthDate,
      ) &&
      (diagnoses.length === 0 || diagnoses.filter((each) => each.kind === 'PRIMARY').length === 1);
    expect(breaking(holds)).toEqual([]);
  });

  it('assessments count 1, 2, 3 in the order of their days and name a theme once', () => {
    const holds = ({ psychiatry: { assessments } }: Records) =>
      every(
        assessments,
        (each, at) =>
          each.version === at + 1 &&
          (at === 0 || each.assessedOn > assessments[at - 1]!.assessedOn) &&
          new Set(each.domains.map((one) => one.theme)).size === each.domains.length,
      );
    expect(breaking(holds)).toEqual([]);
  });

  it('contacts lie inside their treatment and in order', () => {
    const holds = ({ person, psychiatry: { treatments } }: Records) =>
      every(
        treatments,
        (each) =>
          (each.endedOn ?? '9') > each.startedOn &&
          every(
            each.contacts,
            (contact, at) =>
              contact.at >= each.startedOn &&
              contact.at.slice(0, 10) <= (each.endedOn ?? person.referenceDate) &&
              (at === 0 || contact.at >= each.contacts[at - 1]!.at),
          ),
      );
    expect(breaking(holds)).toEqual([]);
  });
});
