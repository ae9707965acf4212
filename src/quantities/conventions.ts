/** What a vague word is taken to mean. `null` is open. */
export interface VagueMeaning {
  low: number | null;
  high: number | null;
}

/**
 * Readings of vague number words. `default` takes the smallest number that makes the plural true (two dozen, two hundred);
 * `acled` takes the words as the Armed Conflict Location & Event Data project codes them (one dozen, one hundred).
 */
export interface Conventions {
  name: string;
  dozens: VagueMeaning;
  scores: VagueMeaning;
  /** Multiplies the other plurals: 2 reads "hundreds" as 200, "tens of thousands" as 20,000. */
  plural: number;
  several: VagueMeaning;
}

const OPEN: VagueMeaning = {low: null, high: null};

export const DEFAULT_CONVENTIONS: Conventions = {
  name: "default",
  dozens: {low: 24, high: null},
  scores: {low: 40, high: null},
  plural: 2,
  several: OPEN,
};

export const ACLED_CONVENTIONS: Conventions = {
  name: "acled",
  dozens: {low: 12, high: null},
  scores: {low: 20, high: null},
  plural: 1,
  several: OPEN,
};
