/** Which kinds of data somebody asks for; all are ticked at first. */
import { useTexts } from '../app/language.js';
import { wordFor } from '../texts/texts.js';

/** Draws them as checkboxes named `category`. */
export function CategoryChecks({ categories }: { readonly categories: readonly string[] }) {
  const { withheld, words } = useTexts();
  return (
    <fieldset>
      <legend>{withheld.categories}</legend>
      {categories.map((category) => (
        <label key={category} className="check">
          <input type="checkbox" name="category" value={category} defaultChecked />
          {wordFor(words.categories, category)}
        </label>
      ))}
    </fieldset>
  );
}
