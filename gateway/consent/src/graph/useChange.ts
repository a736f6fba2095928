/** Something the citizen does: sent once, and then done or refused with a code. What it changed is asked for again. */
import { fieldState, type TypedDocument } from '@sammen/client';
import { useState } from 'react';
import { useCitizen } from './citizen.js';
import { useClient } from './client.js';
import { codeOf } from './useAnswer.js';

interface WhoseInput {
  readonly citizenId: string;
}
/** A mutation with one input, which says whose choice it is. */
export type Change<Input extends WhoseInput> = TypedDocument<unknown, { input: Input }>;
/** What such a mutation is told; whose it is, the page knows. */
export type InputOf<Input> = Omit<Input, 'citizenId'>;

/** How to send a change, and what came of it. `send` resolves with whether it was done. */
export function useChange<Input extends WhoseInput>(document: Change<Input>) {
  const client = useClient();
  const { id: citizenId, changed } = useCitizen();
  const [refused, setRefused] = useState<string | null>(null);
  const [isSending, setIsSending] = useState(false);

  async function codeFor(said: InputOf<Input>): Promise<string | null> {
    const answer = await client.ask(document, { input: { ...said, citizenId } as Input });
    const [name] = Object.keys(answer.data ?? {});
    const state = name === undefined ? null : fieldState(answer, [name]);
    if (state?.state === 'value') return null;
    return state?.state === 'failed' ? state.code : (answer.errors[0]?.code ?? 'NOT_ALLOWED');
  }
  async function send(said: InputOf<Input>): Promise<boolean> {
    setIsSending(true);
    const code = await codeFor(said).catch(codeOf);
    setIsSending(false);
    setRefused(code);
    if (code === null) changed();
    return code === null;
  }
  return { send, refused, isSending };
}
