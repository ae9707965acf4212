// Part of `npm run build`: what stands beside the TypeScript and is read at run time (style sheets, page scripts, pictures) goes along to
// dist/. The folders of src/tables are not read at run time: danfo-bundle makes one file of them.
import {chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync} from "node:fs";
import {dirname, extname, join, resolve} from "node:path";

const root = resolve(import.meta.dirname, "../../..");
const ASSETS = new Set([".css", ".js", ".json", ".png", ".py", ".svg", ".txt"]);

for (const file of readdirSync(join(root, "src"), {recursive: true, encoding: "utf8"})) {
  if (!ASSETS.has(extname(file)) || file.startsWith("tables")) continue;
  if (existsSync(join(root, "src", `${file.replace(/\.js$/, "")}.ts`)))
    throw new Error(`${file} would replace the compiled ${file}`);
  const target = join(root, "dist", file);
  mkdirSync(dirname(target), {recursive: true});
  copyFileSync(join(root, "src", file), target);
}

// npx in the project itself makes the command executable when it first sees it, and not when it was compiled anew.
chmodSync(join(root, "dist/cli/main.js"), 0o755);
