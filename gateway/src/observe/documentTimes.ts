/** Whether a document had to be parsed and validated, and how long that took; both are remembered by Apollo Server. */
import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from '../pipeline/requestState.js';
import { elapsed, type RequestRecord } from './requestRecord.js';

/** The plugin. Its hooks are called for documents that are new. */
export function documentTimes(): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      return {
        async parsingDidStart({ contextValue: { state } }) {
          state.record.known.document = false;
          return time(state.record, 'parse');
        },
        async validationDidStart({ contextValue: { state } }) {
          return time(state.record, 'validate');
        },
      };
    },
  };
}

function time(record: RequestRecord, stage: string): () => Promise<void> {
  const begunAt = elapsed(record);
  return async () => void record.stages?.push({ stage, moment: 'document', begunAt, ms: elapsed(record) - begunAt });
}
