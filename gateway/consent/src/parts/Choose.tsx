import { useId } from 'react';

interface Props<Value extends string> {
  readonly label: string;
  readonly value: Value;
  /** What can be chosen, and how it is said. */
  readonly options: readonly (readonly [Value, string])[];
  onChange(value: Value): void;
}

/** One of several. */
export function Choose<Value extends string>({ label, value, options, onChange }: Props<Value>) {
  const id = useId();
  return (
    <p className="choose">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onChange(target.value as Value)}>
        {options.map(([each, said]) => (
          <option key={each} value={each}>
            {said}
          </option>
        ))}
      </select>
    </p>
  );
}
