import type {SessionEvent} from "../kernel/session/output.ts";
import type {Output} from "./notebook.ts";

/** What all cells of one notebook show under an id: any of them may show it anew. */
export type Displays = Map<string, {shown: Output & {output_type: "display_data"}; cell: OutputCollector}[]>;

/** Collects what one cell puts out into the outputs that nbformat keeps: streams joined, updates made in place. */
export class OutputCollector {
  outputs: Output[] = [];
  /** The cells that changed what this one shows. */
  readonly updatedBy = new Set<OutputCollector>();
  readonly #displays: Displays;
  #clearNext = false;

  constructor(displays: Displays) {
    this.#displays = displays;
  }

  add(event: SessionEvent, count: number): void {
    if ("displayId" in event && event.displayId !== undefined)
      for (const {shown, cell} of this.#displays.get(event.displayId) ?? []) {
        Object.assign(shown, {data: event.data, metadata: event.metadata});
        cell.updatedBy.add(this);
      }
    if (event.type === "update") return;
    if (event.type === "clear") {
      if (event.wait) this.#clearNext = true;
      else this.#clear();
      return;
    }
    if (this.#clearNext) this.#clear();
    if (event.type === "stream") this.#addText(event.name, event.text);
    else if (event.type === "error") {
      const {ename, evalue, traceback} = event;
      this.outputs.push({output_type: "error", ename, evalue, traceback});
    } else if (event.type === "result") {
      this.outputs.push({
        output_type: "execute_result",
        data: event.data,
        metadata: event.metadata,
        execution_count: count,
      });
    } else {
      const shown = {output_type: "display_data" as const, data: event.data, metadata: event.metadata};
      this.outputs.push(shown);
      if (event.displayId === undefined) return;
      this.#displays.set(event.displayId, [...(this.#displays.get(event.displayId) ?? []), {shown, cell: this}]);
    }
  }

  #clear(): void {
    this.outputs = [];
    this.#clearNext = false;
  }

  #addText(name: "stdout" | "stderr", text: string): void {
    const last = this.outputs.at(-1);
    if (last?.output_type === "stream" && last.name === name) last.text += text;
    else this.outputs.push({output_type: "stream", name, text});
  }
}
