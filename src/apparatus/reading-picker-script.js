// Runs in a notebook's page, as anywidget runs it. What it shows was escaped where it was made.
export default {
  render({model, el}) {
    const chart = document.createElement("div");
    const controls = document.createElement("div");
    controls.innerHTML = model.get("controls");
    const form = controls.querySelector("form");
    form.hidden = false;
    const boxes = [...form.querySelectorAll("[name=outlet]")];
    const layer = form.querySelector("[name=layer]");
    const follow = () => {
      for (const box of boxes) box.checked = model.get("outlets").includes(box.value);
      layer.value = model.get("layer");
    };
    const show = () => {
      chart.innerHTML = model.get("chart");
      form.querySelector("output").textContent = model.get("count");
    };
    form.addEventListener("change", () => {
      model.set(
        "outlets",
        boxes.filter((box) => box.checked).map((box) => box.value),
      );
      model.set("layer", layer.value);
      model.save_changes();
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    model.on("change:outlets change:layer", follow);
    model.on("change:chart change:count", show);
    el.classList.add("variorum-readings");
    el.append(controls, chart);
    follow();
    show();
  },
};
