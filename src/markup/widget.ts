import type {Html} from "./html.ts";

const IS_WIDGET = Symbol.for("variorum.widget");

/** What a widget is and knows; it must survive JSON. */
export type WidgetState = Record<string, unknown>;

export interface WidgetParts<State extends WidgetState> {
  /** A module as anywidget defines it: its default export has `render({model, el})`. */
  script: string;
  state: State;
  /** Stands for it where no kernel answers: in a report, in print, in a viewer. */
  still: Html;
  /** What else changes when the reader changed something. */
  answer?: (state: State) => Partial<State>;
}

/**
 * A part of a page that answers to its reader: by its script and a kernel in a notebook, by its still markup and the page's own
 * script in a report. `state` is always what the reader sees.
 */
export class Widget<State extends WidgetState = WidgetState> {
  readonly script: string;
  readonly [IS_WIDGET] = true;
  readonly #still: Html;
  readonly #answer: (state: State) => Partial<State>;
  #state: State;

  constructor({script, state, still, answer = () => ({})}: WidgetParts<State>) {
    this.script = script;
    this.#still = still;
    this.#answer = answer;
    this.#state = {...state, ...answer(state)};
  }

  get state(): Readonly<State> {
    return this.#state;
  }

  /** Takes what the reader changed, and gives what changes with it. */
  change(changes: Partial<State>): Partial<State> {
    const asked = {...this.#state, ...changes};
    const more = this.#answer(asked);
    this.#state = {...asked, ...more};
    return more;
  }

  [Symbol.for("Jupyter.display")](): Record<string, unknown> {
    const show: unknown = Reflect.get(this.#still, Symbol.for("Jupyter.display"));
    return typeof show === "function" ? (show.call(this.#still) as Record<string, unknown>) : {};
  }
}

/** Two copies of this module in one process (a kernel's and a notebook's) know each other's widgets. */
export const isWidget = (value: unknown): value is Widget =>
  typeof value === "object" && value !== null && IS_WIDGET in value;
