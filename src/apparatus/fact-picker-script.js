// Runs in a notebook's page, as anywidget runs it. What it shows was escaped where it was made.
export default {
  render({model, el}) {
    const select = document.createElement("select");
    select.setAttribute("aria-label", "Fact");
    const card = document.createElement("div");
    const list = () => {
      const options = model.get("choices").map(([fact, label]) => new Option(label, fact));
      select.replaceChildren(...options);
      select.value = model.get("fact");
    };
    const show = () => {
      card.innerHTML = model.get("card");
    };
    select.addEventListener("change", () => {
      model.set("fact", select.value);
      model.save_changes();
    });
    model.on("change:choices", list);
    model.on("change:card", show);
    el.classList.add("variorum-picker");
    el.append(select, card);
    list();
    show();
  },
};
