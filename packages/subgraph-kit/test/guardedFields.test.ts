/** What deciding 5,000 fields of one response takes: one look each, and no promise. How long that is, the bench measures. */
import type { ExecutionResult } from 'graphql';
import {
  createGuardedResponse,
  GUARDED_LISTS,
  GUARDED_VALUES,
  permitsOfOneRequest,
} from '../src/bench/guardedResponse.js';

const response = createGuardedResponse();

it('I-12: 5,000 guarded fields of decided citizens are decided by one look each, without asking anybody', () => {
  const permits = permitsOfOneRequest();
  const [look, load] = [jest.spyOn(permits, 'look'), jest.spyOn(permits, 'load')];
  expect(response.guarded(permits)).toEqual(response.plain());
  expect(GUARDED_VALUES).toBe(5_000);
  expect(look).toHaveBeenCalledTimes(GUARDED_VALUES + GUARDED_LISTS);
  expect(load).not.toHaveBeenCalled();
});

it('a decided field waits for nothing: the whole response is there in the same turn of the event loop', () => {
  const answer = response.guarded();
  expect(answer).not.toBeInstanceOf(Promise);
  expect((answer as ExecutionResult).errors).toBeUndefined();
});
