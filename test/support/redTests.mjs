/** What a run of Jest proves about a defence that was switched off: red counts only when a test's own expectation failed. */

/**
 * @typedef {{ verdict: 'RED' | 'GREEN' | 'BROKEN', tests: string[], detail: string }} Outcome
 * @param {import('@jest/test-result').FormattedTestResults | null} results what `--json` wrote; null when it wrote nothing
 * @returns {Outcome} RED with the titles that failed by an expectation; BROKEN when something else went wrong instead
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
// eslint-disable-next-line no-control-regex
const firstLine = (text) => text.replace(/\u001b\[\d+m/g, '').trim().split('\n')[0].slice(0, 200);
