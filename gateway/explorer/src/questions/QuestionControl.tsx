/** The control of one variable. */
import { useLanguage } from '../app/language.js';
import { choiceInWords } from './choiceInWords.js';
import type { VariableField } from './variableFields.js';

interface QuestionControlProps {
  readonly id: string;
  readonly 'aria-describedby'?: string | undefined;
  readonly field: VariableField;
  readonly value: string;
  readonly isWrong: boolean;
  readonly onChange: (value: string) => void;
}

/** Draws it. What is typed stays text; `valueOf` reads it. */
export function QuestionControl({ field, value, isWrong, onChange, ...ids }: QuestionControlProps) {
  const { language } = useLanguage();
  const shared = { ...ids, 'aria-invalid': isWrong, 'aria-required': field.isRequired };
  switch (field.kind) {
    case 'CHECK':
      return (
        <input
          {...ids}
          type="checkbox"
          checked={value === 'true'}
          onChange={(event) => onChange(String(event.target.checked))}
        />
      );
    case 'CHOICE':
      return (
        <select {...shared} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">–</option>
          {field.choices.map((choice) => (
            <option key={choice} value={choice}>
              {choiceInWords(choice, field.descriptions[choice], language)}
            </option>
          ))}
        </select>
      );
    case 'JSON':
      return (
        <textarea
          {...shared}
          rows={3}
          value={value}
          spellCheck={false}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    default:
      return (
        <input
          {...shared}
          type={field.kind === 'DATE' ? 'date' : 'text'}
          inputMode={field.kind === 'NUMBER' ? 'decimal' : undefined}
          autoComplete="off"
          spellCheck={false}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}
