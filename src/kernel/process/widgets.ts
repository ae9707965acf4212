import type {Widget, WidgetState} from "../../markup/widget.ts";
import type {Comm, Comms} from "./comms.ts";

/** The version of the widget protocol, and of anywidget, whose part of the page runs our scripts. */
const PROTOCOL = "2.1.0";
const ANYWIDGET = "~0.11.*";

/** Opens widgets in the page, each once however often it is shown, and lets them answer. */
export class Widgets {
  readonly #comms: Comms;
  readonly #open = new WeakMap<Widget, string>();

  constructor(comms: Comms) {
    this.#comms = comms;
    // The page asks for all widgets when it is loaded again; told that nobody is there, it asks each of them.
    comms.register("jupyter.widget.control", (comm) => comm.close());
  }

  /** The id under which the page knows the widget's model. */
  open(widget: Widget): string {
    const known = this.#open.get(widget);
    if (known !== undefined) return known;
    const data = {state: {...describeModel(widget), ...widget.state}, buffer_paths: []};
    const comm = this.#comms.open("jupyter.widget", data, {metadata: {version: PROTOCOL}});
    this.#open.set(widget, comm.id);
    comm.onMessage = (message) => answer(comm, widget, message);
    comm.onClose = () => this.#open.delete(widget);
    return comm.id;
  }
}

const describeModel = ({script}: Widget): WidgetState => ({
  _model_module: "anywidget",
  _model_module_version: ANYWIDGET,
  _model_name: "AnyModel",
  _view_module: "anywidget",
  _view_module_version: ANYWIDGET,
  _view_name: "AnyView",
  _view_count: null,
  _esm: script,
});

function answer(comm: Comm, widget: Widget, message: unknown): void {
  if (typeof message !== "object" || message === null) return;
  const {method, state} = message as {method?: unknown; state?: unknown};
  const send = (changed: WidgetState) => comm.send({method: "update", state: changed, buffer_paths: []});
  if (method === "request_state") send({...describeModel(widget), ...widget.state});
  if (method === "update" && typeof state === "object" && state !== null) send(widget.change(state as WidgetState));
}
