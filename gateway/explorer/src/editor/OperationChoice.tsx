/** Which of several queries in the editor is asked. */
import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useTexts } from '../app/language.js';
import { Choice } from '../parts/Choice.js';

/** Draws the choice; nothing when there is only one. */
export function OperationChoice() {
  const { write } = useTexts();
  const operations = useGraphiQL((state) => state.operations);
  const operationName = useGraphiQL((state) => state.operationName);
  const { setOperationName } = useGraphiQLActions();
  const names = (operations ?? []).flatMap(({ name }) => (name ? [name.value] : []));
  if (names.length < 2) return null;
  return (
    <Choice
      label={write.operation}
      value={operationName ?? names[0]!}
      onChange={setOperationName}
      options={names.map((value) => ({ value, label: value }))}
    />
  );
}
