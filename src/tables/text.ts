import {type Column, cellOf, formatCell, type TableSchema} from "./table.ts";

/** Rows that are measured for the widths of the columns; later rows are cut to them. */
export const MEASURED_ROWS = 1000;
const GAP = "  ";
const MIN_TEXT_WIDTH = 16;
/** Offsets other than the row's own are for programs; on a terminal they take what room the rest leaves. */
const BACKGROUND = /(?:Start|End)$/;

interface Placed extends Column {
  width: number;
  right: boolean;
}

/** The columns that fit, with their widths in terminal cells, and the names of those that do not. */
export interface TextLayout {
  columns: Placed[];
  leftOut: string[];
}

/**
 * Lays columns out on `width` terminal cells by the first rows: each gets what its values need, long text columns share what is left;
 * columns for which not even a narrow strip is left, and those that are empty in all measured rows, are left out.
 */
export function layOutText(schema: Pick<TableSchema, "columns">, rows: readonly object[], width: number): TextLayout {
  const placed = new Map<Column, Placed>();
  let used = -GAP.length;
  for (const column of [...schema.columns].sort((a, b) => rank(a) - rank(b))) {
    const texts = rows.map((row) => toLine(formatCell(cellOf(row, column.name))));
    if (rows.length > 0 && texts.every((text) => text === "")) continue;
    const natural = texts.reduce((widest, text) => Math.max(widest, widthOf(text)), widthOf(column.name));
    const least = isNumeric(column) ? natural : Math.min(natural, Math.max(MIN_TEXT_WIDTH, widthOf(column.name)));
    const needed = GAP.length + least;
    if (used + needed > width && placed.size > 0) continue;
    used += needed;
    placed.set(column, {...column, width: natural, right: isNumeric(column)});
  }
  const columns = schema.columns.flatMap((column) => placed.get(column) ?? []);
  shrink(columns, width - GAP.length * (columns.length - 1));
  return {columns, leftOut: schema.columns.filter((column) => !placed.has(column)).map(({name}) => name)};
}

const rank = ({name}: Column) => Number(BACKGROUND.test(name));
const isNumeric = ({type}: Column) => type === "integer" || type === "number";

/** Takes cells from the widest text column until all fit. */
function shrink(columns: Placed[], width: number): void {
  const texts = columns.filter((column) => !column.right);
  const fixed = columns.filter((column) => column.right).reduce((sum, column) => sum + column.width, 0);
  let room = Math.max(width - fixed, 0);
  const byWidth = texts.sort((a, b) => a.width - b.width);
  byWidth.forEach((column, i) => {
    const share = Math.floor(room / (byWidth.length - i));
    column.width = Math.max(Math.min(column.width, share), 1);
    room -= column.width;
  });
}

/** The header line and the rule under it. */
export function formatTextHeader({columns}: TextLayout): string {
  const names = columns.map((column) => pad(column.name, column)).join(GAP);
  const rule = columns.map((column) => "─".repeat(column.width)).join(GAP);
  return `${names.trimEnd()}\n${rule}\n`;
}

/** One row as one line, numbers at the right of their column, what is too long cut with an ellipsis. */
export function formatTextRow({columns}: TextLayout, row: object): string {
  const cells = columns.map((column) => pad(toLine(formatCell(cellOf(row, column.name))), column));
  return `${cells.join(GAP).trimEnd()}\n`;
}

function pad(text: string, {width, right}: Placed): string {
  const cut = cutTo(text, width);
  const space = " ".repeat(Math.max(width - widthOf(cut), 0));
  return right ? space + cut : cut + space;
}

const CLEAN = /^[\x21-\x7e]*(?: [\x21-\x7e]+)*$/;

/** White space as one blank, control and direction characters gone: foreign text must not steer the terminal. */
function toLine(text: string): string {
  if (CLEAN.test(text)) return text;
  return text
    .replace(/\s+/g, " ")
    .replace(/[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, "")
    .trim();
}

const graphemes = new Intl.Segmenter(undefined, {granularity: "grapheme"});
const PLAIN = /^[\x20-\x7e]*$/;
/** East Asian wide and full-width letters, and what is drawn as a picture, take two cells. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\ufe0f/u;
const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

function graphemeWidth(grapheme: string): number {
  if (NO_WIDTH.test(grapheme)) return 0;
  return WIDE.test(grapheme) ? 2 : 1;
}

/**
 * Terminal cells that a text takes.
 *
 * @example widthOf("Київ 東京") // => 9
 */
export function widthOf(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const {segment} of graphemes.segment(text)) width += graphemeWidth(segment);
  return width;
}

function cutTo(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  if (PLAIN.test(text)) return `${text.slice(0, width - 1).trimEnd()}…`;
  let cut = "";
  let used = 1;
  for (const {segment} of graphemes.segment(text)) {
    used += graphemeWidth(segment);
    if (used > width) break;
    cut += segment;
  }
  return `${cut.trimEnd()}…`;
}
