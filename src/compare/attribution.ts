import type {QuantityMention} from "../quantities/quantity.ts";

/** A quantity with who says so. */
export interface AttributedQuantity extends QuantityMention {
  /** Name or description in its fullest form in the article; null when the narrator says it. */
  speaker: string | null;
  speakerStart: number | null;
  speakerEnd: number | null;
  speakerCue: string | null;
}
