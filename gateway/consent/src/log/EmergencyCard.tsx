import type { Emergency } from '../graph/types.js';
import { useSpeech } from '../words/speaking.js';

/** An emergency access: who, when, why, what was opened, how often it was used, and what its review found. */
export function EmergencyCard({ emergency }: { readonly emergency: Emergency }) {
  const { words, moment, kinds } = useSpeech();
  const { actorRole, openedAt, kind, reason, categories, looks, reviews, organisation } = emergency;
  const review = reviews?.at(-1);
  const reviewer = review?.organisation?.name ?? '';
  return (
    <article className="card emergency">
      <h4>
        {actorRole !== null && words.someone[actorRole]} · {organisation?.name} ·{' '}
        {openedAt !== null && moment(openedAt)}
      </h4>
      <p>
        {kind !== null && words.values[kind]}. {kinds(categories)}
      </p>
      <p>
        {words.log.reason}: “{reason}”
      </p>
      <p>{words.log.looks(looks ?? 0)}</p>
      <p>
        {review === undefined
          ? words.log.notReviewed
          : review.outcome === 'OBJECTED'
            ? words.log.objected(reviewer)
            : words.log.accepted(reviewer)}{' '}
        {review?.note}
      </p>
    </article>
  );
}
