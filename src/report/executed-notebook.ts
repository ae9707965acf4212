/** What a report needs of a notebook that was run: nbformat 4.5, as far as it is read here. */
export interface ExecutedNotebook {
  cells: readonly ExecutedCell[];
  metadata?: Readonly<Record<string, unknown>>;
}

export interface ExecutedCell {
  cell_type: string;
  id?: string;
  source: string | readonly string[];
  metadata?: Readonly<Record<string, unknown>>;
  execution_count?: number | null;
  outputs?: readonly CellOutput[];
}

/** Fields by `output_type`: display_data and execute_result have data and metadata, stream name and text, error the rest. */
export interface CellOutput {
  output_type: string;
  data?: MimeBundle;
  metadata?: Readonly<Record<string, unknown>>;
  name?: string;
  text?: string | readonly string[];
  ename?: string;
  evalue?: string;
  traceback?: readonly string[];
}

/** One output in several formats; text may be cut into lines, JSON types are objects. */
export type MimeBundle = Readonly<Record<string, unknown>>;

/** nbformat allows text as one string or as lines that keep their ends. */
export function joinLines(text: unknown): string {
  return Array.isArray(text) ? text.join("") : String(text ?? "");
}
