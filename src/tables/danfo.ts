// The one file that touches danfojs-node. It is loaded when the first DataFrame is made, not before.
import {createRequire} from "node:module";
import type * as Danfo from "danfojs-node";
import {repairDanfo} from "./danfo-repairs.ts";

export type DataFrame = Danfo.DataFrame;

let loaded: typeof Danfo | undefined;

/**
 * danfojs-node 1.2.0 in float64 and with its silent wrong answers repaired (danfo-repairs.ts lists them). The built project carries
 * it as one file, danfo.cjs, because an installed one could not get it from the registry; the source uses the package.
 */
export function loadDanfo(): typeof Danfo {
  if (loaded) return loaded;
  const require = createRequire(import.meta.url);
  loaded = require(import.meta.url.endsWith(".ts") ? "danfojs-node" : "./danfo.cjs") as typeof Danfo;
  repairDanfo(loaded);
  return loaded;
}
