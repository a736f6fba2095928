import { fieldState } from '@sammen/client';
import { useId, useState } from 'react';
import { WHO } from './graph/questions.js';
import type { Person } from './graph/types.js';
import { useAnswer } from './graph/useAnswer.js';
import { Waiting } from './parts/Waiting.js';
import { Views } from './Views.js';
import { useSpeech } from './words/speaking.js';

const NOBODY = {};

/** Whose page it is: a citizen's own, or one of those whom a representative acts for. Everybody else is told that it is not theirs. */
export function PersonPage() {
  const { words } = useSpeech();
  const asked = useAnswer(WHO, NOBODY);
  const [chosen, setChosen] = useState<string | null>(null);
  const label = useId();
  if (asked.refused?.startsWith('PURPOSE_')) return <p className="notice withheld">{words.session.notForYou}</p>;
  return (
    <Waiting asked={asked}>
      {(answer) => {
        const me = fieldState(answer, ['me']);
        const others = fieldState(answer, ['citizens', 'nodes']);
        const people: readonly Person[] =
          me.state === 'value' ? [me.value] : others.state === 'value' ? (others.value as readonly Person[]) : [];
        if (people.length === 0)
          return answer.errors.length > 0 ? null : <p className="notice withheld">{words.session.notForYou}</p>;
        const current = people.find(({ id }) => id === chosen) ?? people[0]!;
        return (
          <>
            {people.length > 1 && (
              <p>
                <label htmlFor={label}>{words.page.whose}</label>{' '}
                <select id={label} value={current.id} onChange={({ target }) => setChosen(target.value)}>
                  {people.map(({ id, name }, place) => (
                    <option key={id} value={id}>
                      {name ?? words.page.unnamed(place + 1)}
                    </option>
                  ))}
                </select>
              </p>
            )}
            <Views key={current.id} citizenId={current.id} />
          </>
        );
      }}
    </Waiting>
  );
}
