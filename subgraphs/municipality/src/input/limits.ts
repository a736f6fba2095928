/** Bounds of what may be typed in; the tables hold the same ones. */

/** Characters of a name or place. */
export const NAME_LENGTH = 200;

/** Characters of a reason, goal or purpose. */
export const TEXT_LENGTH = 1000;

/** Hours of a week: an effort can be there day and night. */
export const HOURS_OF_A_WEEK = 168;

/** Hours of a full-time week, the most that a measure of the employment act can take. */
export const FULL_TIME_HOURS = 37;

/** One million kroner in øre: more than any of these amounts, and far below what an Int holds. */
export const LARGEST_AMOUNT_OERE = 100_000_000;

/** Square metres of a dwelling. */
export const LARGEST_AREA = 1000;
