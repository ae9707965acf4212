import {ESCAPED_TYPE, html} from "./html.ts";

/** The function of that name that every cell of a notebook has, as far as it is used here. */
type Display = (value: unknown) => {update(value: unknown): void};

/** Steps in between that nobody could see are not shown. */
const EYE_MS = 100;

/**
 * A bar that tells how far long work is, always in the same place of the notebook; it leaves when all is done, so that a report
 * shows nothing of it.
 *
 * @param display the cell's own function of that name
 * @returns a function for what is done and how much there is in all: `compareCorpus(corpus, {onProgress: showProgress(display)})`
 */
export function showProgress(display: Display): (done: number, total: number) => void {
  let bar: {update(value: unknown): void} | undefined;
  let shownMs = 0;
  return (done, total) => {
    const now = performance.now();
    if (bar && done < total && now - shownMs < EYE_MS) return;
    shownMs = now;
    const shown = renderProgress(done, total);
    if (bar) bar.update(shown);
    else bar = display(shown);
  };
}

/** As MIME types, which a kernel sends on at once: other values it puts into form first, when the loop at work is over. */
function renderProgress(done: number, total: number): Record<string, unknown> {
  const words = `${done.toLocaleString("en-US")} of ${total.toLocaleString("en-US")}`;
  const bar = html`<label><progress value="${done}" max="${total}"></progress> ${words}</label>`;
  return {"text/html": done < total ? bar.toString() : "", [ESCAPED_TYPE]: true, "text/plain": words};
}
