// What a report does when scripts run: a panel beside the text, tooltips, filters. Without them every link still leads to its
// place in the text, every chart stands, every table unfolds. Nothing here knows what the page is about.
(() => {
  const panel = document.getElementById("panel");
  const panelBody = panel.querySelector(".panel-body");
  const tooltip = document.getElementById("tooltip");
  const templates = [...document.querySelectorAll("template")];
  const findSentence = (root, id) => root.querySelector(`[data-for~="${CSS.escape(id)}"]`);
  const plainAddress = () => location.pathname + location.search;
  let opener = null;

  // --- The panel. An id leads to a <template>, or to an element that names one in data-panel; where the text itself was left out, to
  // the template that has its sentence.
  const templateFor = (id) => {
    const target = id && document.getElementById(id);
    if (!target) return id ? (templates.find(({content}) => findSentence(content, id)) ?? null) : null;
    if (target.localName === "template") return target;
    return target.dataset.panel ? templateFor(target.dataset.panel) : null;
  };

  const showPanel = (id) => {
    const template = templateFor(id);
    if (!template) return false;
    panelBody.replaceChildren(template.content.cloneNode(true));
    findSentence(panelBody, id)?.setAttribute("aria-current", "true");
    panel.hidden = false;
    panel.scrollTop = 0;
    panel.focus({preventScroll: true});
    return true;
  };

  const hidePanel = () => {
    if (panel.hidden) return;
    panel.hidden = true;
    panelBody.replaceChildren();
    opener?.focus?.({preventScroll: true});
    opener = null;
  };

  const closePanel = () => {
    if (panel.hidden) return;
    history.pushState(null, "", plainAddress());
    hidePanel();
  };

  const fragment = () => {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return location.hash.slice(1);
    }
  };

  const followAddress = () => {
    if (!showPanel(fragment())) hidePanel();
  };

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.target.closest(".close")) return closePanel();
    hideTooltip();
    const link = event.target.closest("a, [data-panel]");
    if (!link || link.hasAttribute("data-jump")) return;
    const href = link.getAttribute("href") ?? link.getAttributeNS("http://www.w3.org/1999/xlink", "href");
    const id = href?.startsWith("#") ? decodeURIComponent(href.slice(1)) : href ? null : link.dataset.panel;
    if (!templateFor(id)) return;
    event.preventDefault();
    if (!panel.contains(link)) opener = link;
    if (fragment() !== id) history.pushState(null, "", `#${encodeURIComponent(id)}`);
    showPanel(id);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      hideTooltip();
      closePanel();
    } else if (event.key === "Enter" && event.target.matches("[data-panel]:not(a, button)")) {
      event.target.click();
    }
  });

  addEventListener("popstate", followAddress);
  if (location.hash) followAddress();

  // --- Tooltips: a mark says in its label what it is.
  const hideTooltip = () => {
    tooltip.hidden = true;
  };

  const showTooltip = (mark, x, y) => {
    tooltip.textContent = mark.getAttribute("aria-label").replaceAll("; ", "\n");
    tooltip.hidden = false;
    const {width, height} = tooltip.getBoundingClientRect();
    tooltip.style.left = `${Math.max(8, Math.min(x + 14, innerWidth - width - 8))}px`;
    tooltip.style.top = `${y + height + 24 > innerHeight ? y - height - 12 : y + 16}px`;
  };

  const markAt = (target) => target.closest?.('.chart svg [aria-label][role="graphics-symbol"]:not([class])');

  document.addEventListener("pointermove", (event) => {
    const mark = markAt(event.target);
    if (mark) showTooltip(mark, event.clientX, event.clientY);
    else hideTooltip();
  });

  document.addEventListener("focusin", (event) => {
    const mark = event.target.closest?.(".chart svg a")?.querySelector("[aria-label]");
    if (!mark) return hideTooltip();
    const {left, bottom} = mark.getBoundingClientRect();
    showTooltip(mark, left, bottom);
  });

  // --- Charts with selections or inputs are drawn anew by Vega; the picture stays if that fails, and on narrow screens.
  const reviveChart = async (data) => {
    const figure = data.closest(".chart");
    const still = figure.querySelector(".wide");
    const stage = document.createElement("div");
    const inputs = document.createElement("div");
    inputs.className = "inputs";
    const view = new vega.View(vega.parse(JSON.parse(data.textContent), null, {ast: true}), {
      expr: vegaInterpreter,
      renderer: "svg",
      container: stage,
      bind: inputs,
      hover: true,
      tooltip: () => {},
      loader: {
        ...vega.loader(),
        load: () => Promise.reject(new Error("a report fetches nothing")),
        sanitize: async (url) => ({href: /^(#|https?:\/\/)/i.test(url) ? url : null}),
      },
    });
    await view.runAsync();
    stage.className = "wide";
    still.replaceWith(inputs, stage);
  };

  if (globalThis.vega) {
    for (const data of document.querySelectorAll("script.live")) {
      reviveChart(data).catch((error) => console.warn("a chart stays a picture:", error));
    }
  }

  // --- Filters: a form names its list; a row stays while it has, under each name, a word that is asked for.
  for (const form of document.querySelectorAll("form[data-filter]")) {
    const list = document.getElementById(form.dataset.filter);
    const rows = [...list.querySelectorAll("[data-row]")];
    const count = form.querySelector("output");
    const names = new Set([...form.elements].map(({name}) => name).filter(Boolean));
    const apply = () => {
      const data = new FormData(form);
      const isAsked = (row) =>
        [...names].every((name) => {
          const own = (row.getAttribute(`data-${name}`) ?? "").split("|");
          return data.getAll(name).some((value) => value === "" || own.includes(value));
        });
      let shown = 0;
      for (const row of rows) {
        row.hidden = !isAsked(row);
        if (!row.hidden) shown++;
      }
      if (count) count.textContent = shown === rows.length ? `${shown}` : `${shown} of ${rows.length}`;
    };
    form.hidden = false;
    form.addEventListener("input", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
    apply();
  }

  // --- Print opens the tables, and closes what it opened.
  let unfolded = [];
  addEventListener("beforeprint", () => {
    unfolded = [...document.querySelectorAll("details.data:not([open])")];
    for (const details of unfolded) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of unfolded) details.open = false;
  });
})();
