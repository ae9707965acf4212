import type {Browser, Page} from "playwright-core";
import type {Lab} from "./jupyter-lab.ts";

/** What the notebook in front shows for one code cell. */
export type ShownCell = {
  source: string;
  kinds: string[];
  types: string[];
  tables: number;
  /** Charts whose canvas holds more than one colour, or whose SVG has marks. */
  charts: number;
  /** Whether a chart is wider than the place for it. */
  overflows: boolean;
  text: string;
};

const FRONT = "jupyterapp.shell.currentWidget";

/** Drives a JupyterLab as a user does; what cannot be clicked without guessing at pixels goes through its commands. */
export class Driver {
  readonly page: Page;
  readonly complaints: string[] = [];
  #runs = 0;

  constructor(page: Page) {
    this.page = page;
    page.on("pageerror", (error) => this.complaints.push(error.message));
  }

  static async open(browser: Browser, lab: Lab, notebook: string): Promise<Driver> {
    const context = await browser.newContext({viewport: {width: 1400, height: 1000}});
    const driver = new Driver(await context.newPage());
    await driver.page.goto(`${lab.url}/lab/tree/notebooks/${notebook}?token=${lab.token}`);
    await driver.#waitForKernel(notebook);
    return driver;
  }

  async openNotebook(name: string): Promise<void> {
    await this.command("docmanager:open", {path: `notebooks/${name}`});
    await this.#waitForKernel(name);
  }

  async #waitForKernel(name: string): Promise<void> {
    const ready = `globalThis.jupyterapp?.shell?.currentWidget?.context?.path === "notebooks/${name}" &&
      ${FRONT}.sessionContext?.session?.kernel?.status === "idle" && ${FRONT}.content.widgets.length > 0`;
    await this.page.waitForFunction(ready, null, {timeout: 60_000});
  }

  /** A command of JupyterLab; what it gives is left in the page. */
  async command(id: string, args: Record<string, unknown> = {}): Promise<void> {
    await this.page.evaluate(
      `jupyterapp.commands.execute(${JSON.stringify(id)}, ${JSON.stringify(args)}).then(() => 0)`,
    );
  }

  /** "Restart Kernel and Run All Cells", its question answered with yes; until the last cell is done. */
  async restartAndRunAll(): Promise<void> {
    const run = ++this.#runs;
    await this.page.evaluate(
      `(jupyterapp.commands.execute("notebook:restart-run-all").then(() => { globalThis.ranAll = ${run}; }), 0)`,
    );
    await this.page.locator(".jp-Dialog .jp-mod-accept").click();
    await this.page.waitForFunction(`globalThis.ranAll === ${run}`, null, {timeout: 60_000});
  }

  /** What each code cell of the notebook in front shows, once every chart in it is drawn. */
  async shownCells(): Promise<ShownCell[]> {
    await this.page
      .waitForFunction(
        `${CELLS}.every(({types, charts}) =>
      charts >= types.filter((type) => type.includes("vega")).length)`,
        null,
        {timeout: 20_000},
      )
      .catch(() => undefined);
    return this.page.evaluate<ShownCell[]>(CELLS);
  }

  /** Puts a cell with this source at the end and makes it the one that is edited. */
  async addCell(source: string): Promise<void> {
    await this.page.evaluate(`${FRONT}.content.activeCellIndex = ${FRONT}.content.widgets.length - 1, 0`);
    await this.command("notebook:insert-cell-below");
    await this.page.evaluate(`${FRONT}.content.activeCell.model.sharedModel.setSource(${JSON.stringify(source)}), 0`);
    await this.command("notebook:enter-edit-mode");
  }

  /** Starts the cell that is edited; its end is not waited for. */
  async startCell(): Promise<void> {
    await this.page.evaluate(`(jupyterapp.commands.execute("notebook:run-cell"), 0)`);
  }

  /** Adds a cell, runs it, and gives what it shows when the kernel is idle again. */
  async runCell(source: string): Promise<ShownCell> {
    await this.addCell(source);
    await this.command("notebook:run-cell");
    return this.lastCell();
  }

  async lastCell(): Promise<ShownCell> {
    return this.page.evaluate<ShownCell>(`${CELLS}.at(-1)`);
  }

  waitFor(condition: string, timeout = 20_000) {
    return this.page.waitForFunction(condition, null, {timeout});
  }
}

/** Evaluated in the page: the code cells of the notebook in front. */
const CELLS = `${FRONT}.content.widgets.filter((cell) => cell.model.type === "code").map((cell) => {
  const outputs = cell.model.outputs.toJSON();
  const drawn = (canvas) => {
    const {width, height} = canvas;
    if (width === 0 || height === 0) return false;
    const pixels = new Uint32Array(canvas.getContext("2d").getImageData(0, 0, width, height).data.buffer);
    return new Set(pixels).size > 2;
  };
  const node = cell.outputArea.node;
  const canvases = [...node.querySelectorAll(".vega-embed canvas")].filter(drawn);
  const drawings = [...node.querySelectorAll(".vega-embed svg")].filter((svg) => svg.querySelectorAll(".mark-group path").length > 2);
  return {
    source: cell.model.sharedModel.getSource(),
    kinds: outputs.map((output) => output.output_type),
    types: outputs.flatMap((output) => Object.keys(output.data ?? {})),
    tables: node.querySelectorAll("table").length,
    charts: canvases.length + drawings.length,
    overflows: [...node.querySelectorAll(".vega-embed")].some((box) => box.scrollWidth > node.clientWidth),
    text: outputs.map((output) => [output.text, output.data?.["text/plain"], output.evalue].flat().join("")).join(""),
  };
})`;
