interface Props<Value extends string> {
  readonly title: string;
  readonly all: readonly Value[];
  readonly chosen: readonly Value[];
  readonly words: Readonly<Record<Value, string>>;
  onChange(chosen: readonly Value[]): void;
}

/** Some of several. */
export function Checks<Value extends string>({ title, all, chosen, words, onChange }: Props<Value>) {
  const withOrWithout = (value: Value, isChosen: boolean) =>
    all.filter((each) => (each === value ? isChosen : chosen.includes(each)));
  return (
    <fieldset className="choices">
      <legend>{title}</legend>
      {all.map((value) => (
        <label key={value}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={({ target }) => onChange(withOrWithout(value, target.checked))}
          />
          {words[value]}
        </label>
      ))}
    </fieldset>
  );
}
