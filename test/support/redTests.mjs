/** What a run of Jest proves about a defence that was switched off: red counts only when a test's own expectation failed. */
import { stripVTControlCharacters } from 'node:util';

/**
 * @param {import('@jest/test-result').FormattedTestResults | null} results what `--json` wrote; null when it wrote nothing
 * @returns {import('./redTests.mjs').Outcome}
 */
export function readOutcome(results) {
  if (results === null) return broken('the test run wrote no result');
  const suites = results.testResults;
  const unable = suites.find(({ assertionResults }) => assertionResults.length === 0);
  if (suites.length === 0 || unable) return broken(firstLine(unable?.message ?? 'no test file was run'));
  const all = suites.flatMap(({ assertionResults }) => assertionResults);
  const failed = all.filter(({ status }) => status === 'failed');
  if (failed.length === 0) return { verdict: 'GREEN', tests: [], detail: 'no test noticed' };
  const red = failed.filter(isExpectation);
  // A system that does not start, a crash or a deadline fails every test, and proves nothing.
  if (red.length === 0) return broken(firstLine(failed[0].failureMessages[0] ?? 'it failed without a message'));
  return { verdict: 'RED', tests: red.map(({ fullName }) => fullName), detail: '' };
}

const isExpectation = ({ failureDetails, failureMessages }) =>
  failureDetails.some((detail) => typeof detail === 'object' && detail !== null && 'matcherResult' in detail) ||
  failureMessages.some((message) => /\bexpect\(.*\)(\.\w+)+\(/.test(message.split('\n')[0]));

const broken = (detail) => ({ verdict: 'BROKEN', tests: [], detail });
const firstLine = (text) => stripVTControlCharacters(text).trim().split('\n')[0].slice(0, 200);
