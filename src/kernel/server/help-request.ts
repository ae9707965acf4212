/** What a cell like `name?` or `?name` asks for; two question marks ask for more. */
export type HelpRequest = {name: string; detail: 0 | 1};

const HELP = /^\s*(\?{0,2})\s*([\p{ID_Start}$_][\p{ID_Continue}$.]*)\s*(\?{0,2})\s*$/u;

/**
 * Reads a cell that asks for help on a name instead of running anything; null for all other cells.
 *
 * @example readHelpRequest("JSON.stringify??") // => {"name": "JSON.stringify", "detail": 1}
 */
export function readHelpRequest(code: string): HelpRequest | null {
  if (!code.includes("?")) return null;
  const [, before, name, after] = HELP.exec(code) ?? [];
  if (!name || (!before && !after)) return null;
  return {name, detail: (before || after) === "??" ? 1 : 0};
}
