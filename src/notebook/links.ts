import {analyseProgram} from "../kernel/session/references.ts";
import {nodeIn, nodesIn, parseJavaScript, stripTypes} from "../kernel/session/syntax.ts";

/** The names that a cell declares, those of them that a package gives it, and all that it uses. */
type CellNames = {declared: Set<string>; fromPackages: Set<string>; used: Set<string>};

/** Objects that every cell can change without declaring anything. */
const SHARED = new Set(["globalThis", "process"]);

/**
 * For each cell, the earlier cells that its outcome may rest on. A cell can change any object that it can name, so one that uses a
 * name rests on all earlier cells that declare or use it, and on theirs; only what packages export is taken not to change. A cell
 * that cannot be read, or that imports a module for its effect alone, is linked with all.
 *
 * @example linkCells(["let a = 1", "let b = 2", "a + 1", "b"]) // => [[], [], [0], [1]]
 */
export function linkCells(sources: readonly string[]): number[][] {
  const cells = sources.map(readNames);
  const own = new Set(cells.flatMap((cell) => [...(cell?.declared ?? [])]));
  for (const cell of cells) for (const name of cell?.fromPackages ?? []) own.delete(name);
  const changing = (name: string) => own.has(name) || SHARED.has(name);
  return cells.map((cell, index) => {
    const earlier = cells.slice(0, index);
    if (!cell) return [...earlier.keys()];
    const names = new Set([...cell.declared, ...cell.used]);
    const links = new Set<number>();
    for (let before = -1; before < links.size; ) {
      before = links.size;
      for (const [at, other] of earlier.entries()) {
        if (links.has(at) || (other && !sharesName(other, names, changing))) continue;
        links.add(at);
        for (const name of [...(other?.declared ?? []), ...(other?.used ?? [])]) names.add(name);
      }
    }
    return [...links].sort((a, b) => a - b);
  });
}

function sharesName({declared, used}: CellNames, names: ReadonlySet<string>, changing: (name: string) => boolean) {
  return [...declared].some((name) => names.has(name)) || [...used].some((name) => names.has(name) && changing(name));
}

/** Null for what cannot be told: all cells may be concerned. */
function readNames(source: string): CellNames | null {
  try {
    const {declared, references, imports} = analyseProgram(parseJavaScript(stripTypes("cell.ts", source).code));
    if (imports.some((node) => nodesIn(node, "specifiers").length === 0)) return null;
    const packages = imports.filter((node) => !/^[./]|^file:/.test(String(nodeIn(node, "source")?.["value"])));
    const locals = packages.flatMap((node) => nodesIn(node, "specifiers").map((s) => nodeIn(s, "local")?.["name"]));
    return {
      declared: new Set([...declared.keys()].filter((name) => name !== "")),
      fromPackages: new Set(locals.map(String)),
      used: new Set(references.map(({name}) => name)),
    };
  } catch {
    return null;
  }
}
