import {wrapText} from "./text-width.ts";

/** Titles are drawn at 16 px in bold, about 7% wider than the regular face, over plots that are some 750 px wide with their names. */
const TITLE_PX = 17;
const SUBTITLE_PX = 13;
const WIDTH_PX = 720;

/** A title and subtitle for a specification, cut into lines since Vega cuts none; a page joins them again. */
export function wrapTitle(text: string, subtitle: string): {text: string[]; subtitle: string[]} {
  return {text: wrapText(text, WIDTH_PX, TITLE_PX, 4), subtitle: wrapText(subtitle, WIDTH_PX, SUBTITLE_PX, 4)};
}
