import { Choose } from '../parts/Choose.js';
import { useSpeech } from '../words/speaking.js';

/** A year is the longest that health data may be passed on for another purpose than treatment. */
const MONTHS = [1, 3, 6, 12] as const;

/** The moment so many months from now; a year ends a day early, so that it is at most a year wherever the clocks stand. */
export function inMonths(months: number): string {
  const end = new Date();
  end.setMonth(end.getMonth() + months);
  if (months >= 12) end.setDate(end.getDate() - 1);
  return end.toISOString();
}

/** Chooses for how long a consent holds. */
export function HowLong({ months, onChange }: { readonly months: number; onChange(months: number): void }) {
  const { actions } = useSpeech().words;
  return (
    <Choose
      label={actions.howLong}
      value={String(months)}
      options={MONTHS.map((count) => [String(count), actions.months(count)])}
      onChange={(value) => onChange(Number(value))}
    />
  );
}
