// Builds dist/ when it is missing or older than any source: `npm run reports` on an unchanged project starts at once.
import {spawnSync} from "node:child_process";
import {existsSync, readdirSync, statSync} from "node:fs";
import {join, resolve} from "node:path";

const root = resolve(import.meta.dirname, "../../..");
const built = join(root, "dist/tables/danfo.cjs");
const sources = [
  "package-lock.json",
  "tsconfig.json",
  ...readdirSync(join(root, "src"), {recursive: true, encoding: "utf8"}).map((file) => join("src", file)),
];
const isStale =
  !existsSync(built) || sources.some((file) => statSync(join(root, file)).mtimeMs > statSync(built).mtimeMs);
if (isStale)
  process.exitCode =
    spawnSync("npm", ["run", "--silent", "build"], {cwd: root, stdio: "inherit", shell: process.platform === "win32"})
      .status ?? 1;
