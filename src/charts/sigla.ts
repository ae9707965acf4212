import {RELATION_TONES, WITNESS_SHAPES, WITNESS_TONES} from "./theme.ts";

/** The short sign of one article: its letter, shape and colour are the same in every chart, row and text of a report. */
export interface Siglum {
  article: string;
  letter: string;
  /** Place among the eight colours and shapes, from 0; null after the eighth article, which has its letter alone. */
  tone: number | null;
  /** What the article is called: its outlet, or the short name of its file. */
  name: string;
}

export type Sigla = ReadonlyMap<string, Siglum>;

/**
 * Letters A, B, C ... for articles in the order given, AA after Z.
 *
 * @example [...assignSigla([{article: "1.txt", name: "KSL"}]).values()] // => [{"article": "1.txt", "letter": "A", "tone": 0, "name": "KSL"}]
 */
export function assignSigla(articles: readonly {article: string; name: string}[]): Sigla {
  const tones = Math.min(WITNESS_SHAPES.length, WITNESS_TONES.length);
  return new Map(
    articles.map(({article, name}, index) => [
      article,
      {article, letter: letterOf(index), tone: index < tones ? index : null, name},
    ]),
  );
}

function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}

/** Colour and shape of a mark by its field `siglum`, as an encoding has them; grey dots after the eighth article. */
export function siglumChannels(sigla: Sigla): {color: object; shape: object} {
  const all = [...sigla.values()];
  const channel = (range: string[]) => ({
    field: "siglum",
    type: "nominal",
    scale: {domain: all.map(({letter}) => letter), range},
    legend: null,
  });
  const {same} = RELATION_TONES;
  return {
    color: channel(all.map(({tone}) => (WITNESS_TONES[tone ?? -1] ?? same).light)),
    shape: channel(all.map(({tone}) => WITNESS_SHAPES[tone ?? -1] ?? "circle")),
  };
}

/**
 * What the letters stand for, for a picture that may be shown by itself.
 *
 * @example siglaKey(assignSigla([{article: "1.txt", name: "KSL"}, {article: "2.txt", name: "CBS News"}])) // => "A KSL, B CBS News."
 */
export function siglaKey(sigla: Sigla): string {
  return `${[...sigla.values()].map(({letter, name}) => `${letter} ${name}`).join(", ")}.`;
}
