/**
 * A doubt about the data that travels with it and is shown in the report. It is no exception: reading goes on.
 *
 * `rule` names the good state that does not hold, e.g. `published-found`, `quantity-has-unit`. Offsets are half-open, in UTF-16
 * code units of the article's untouched text; both are null when the doubt is about the article as a whole.
 */
export interface Issue {
  rule: string;
  message: string;
  start: number | null;
  end: number | null;
  /** Readings that were considered and not chosen, in words. */
  alternatives?: readonly string[];
}
