import { fieldState } from '@sammen/client';
import { useState } from 'react';
import { WHO } from './graph/questions.js';
import type { Person } from './graph/types.js';
import { useAnswer } from './graph/useAnswer.js';
import { Choose } from './parts/Choose.js';
import { Waiting } from './parts/Waiting.js';
import { Views } from './Views.js';
import { useSpeech } from './words/speaking.js';

const NOBODY = {};

/** Whose page it is: a citizen's own, or one of those whom a representative acts for. Everybody else is told that it is not theirs. */
export function PersonPage() {
  const { page, session } = useSpeech().words;
  const asked = useAnswer(WHO, NOBODY);
  const [chosen, setChosen] = useState('');
  const notForYou = <p className="notice withheld">{session.notForYou}</p>;
  if (asked.refused?.startsWith('PURPOSE_')) return notForYou;
  return (
    <Waiting asked={asked}>
      {(answer) => {
        const me = fieldState(answer, ['me']);
        const others = fieldState(answer, ['citizens', 'nodes']);
        const people: readonly Person[] =
          me.state === 'value' ? [me.value] : others.state === 'value' ? (others.value as readonly Person[]) : [];
        const current = people.find(({ id }) => id === chosen) ?? people[0];
        if (current === undefined) return answer.errors.length > 0 ? null : notForYou;
        const options = people.map(({ id, name }, place) => [id, name ?? page.unnamed(place + 1)] as const);
        return (
          <>
            {people.length > 1 && (
              <Choose label={page.whose} value={current.id} options={options} onChange={setChosen} />
            )}
            <Views key={current.id} citizenId={current.id} />
          </>
        );
      }}
    </Waiting>
  );
}
