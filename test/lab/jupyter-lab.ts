import {type ChildProcess, spawn} from "node:child_process";
import {randomBytes} from "node:crypto";
import {cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {createServer} from "node:net";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {jupyterEnvironment, ROOT} from "../kernel/jupyter.ts";

/**
 * `variorum lab` in a project that has installed this package, with copies of notebooks/ and seeds/: what a test saves reaches no
 * committed file.
 */
export type Lab = {url: string; token: string; folder: string; notebooks: string[]; stop: () => Promise<void>};

/** What a user would set by hand, and a test has no use for: news, and cells that are drawn only when they are scrolled to. */
const SETTINGS = {
  "@jupyterlab/apputils-extension:notification": {fetchNews: "false", checkForUpdates: false},
  "@jupyterlab/notebook-extension:tracker": {windowingMode: "none"},
  "@jupyterlab/docmanager-extension:plugin": {autosave: false},
};

export async function startLab(python: string): Promise<Lab> {
  const env = jupyterEnvironment();
  const folder = mkdtempSync(join(tmpdir(), "variorum-lab-"));
  for (const name of ["notebooks", "seeds"]) cpSync(join(ROOT, name), join(folder, name), {recursive: true});
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(ROOT, join(folder, "node_modules/variorum"));
  const settings = join(env["JUPYTER_CONFIG_DIR"] ?? folder, "labconfig");
  mkdirSync(settings, {recursive: true});
  writeFileSync(join(settings, "default_setting_overrides.json"), JSON.stringify(SETTINGS));
  const [port, token] = [await freePort(), randomBytes(16).toString("hex")];
  const options = {
    "ServerApp.ip": "127.0.0.1",
    "ServerApp.port": port,
    "ServerApp.port_retries": 0,
    "ServerApp.root_dir": folder,
    "IdentityProvider.token": token,
    "LabApp.expose_app_in_browser": "True",
    "LabApp.workspaces_dir": join(folder, ".workspaces"),
    "LabApp.user_settings_dir": join(folder, ".settings"),
  };
  const args = ["--no-browser", ...Object.entries(options).map(([k, v]) => `--${k}=${v}`)];
  // As root (a container), Jupyter wants to be told that this is meant.
  if (process.getuid?.() === 0) args.push("--allow-root");
  const command = [join(ROOT, "dist/cli/main.js"), "lab", ...args];
  const inEnvironment = {...env, VIRTUAL_ENV: dirname(dirname(python))};
  const server = spawn(process.execPath, command, {
    cwd: folder,
    env: inEnvironment,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const url = `http://127.0.0.1:${port}`;
  try {
    await waitUntilUp(server, `${url}/api/status?token=${token}`);
  } catch (error) {
    server.kill();
    throw error;
  }
  const notebooks = readdirSync(join(folder, "notebooks")).filter((name) => name.endsWith(".ipynb"));
  const stop = async () => {
    const ended = new Promise((done) => server.once("close", done));
    server.kill("SIGTERM");
    await ended;
    rmSync(folder, {recursive: true, force: true});
  };
  return {url, token, folder, notebooks, stop};
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === "string") throw new Error("no port was free");
  return address.port;
}

async function waitUntilUp(server: ChildProcess, url: string): Promise<void> {
  let said = "";
  server.stderr?.on("data", (text: Buffer) => (said += text.toString()));
  for (let tries = 0; tries < 300; tries++) {
    if (server.exitCode !== null) break;
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error(`JupyterLab did not start:\n${said.slice(-2000)}`);
}
