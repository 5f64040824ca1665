(() => {
  "use strict";
  const form = document.getElementById("filters");
  const shown = document.getElementById("shown");
  const items = [...document.querySelectorAll("details.item")];
  const sections = [...document.querySelectorAll("section.category")];
  const homes = new Map(items.map((item) => [item, item.parentElement]));
  const order = document.getElementById("f-order");
  const roles = ["lead", "named", "covered", "possible"];
  const words = (text) => (text || "").split(" ");
  // Width and case made equal, as sulist --search does; printed cells and reports are searched, labels are not.
  const equal = (text) => text.normalize("NFKC").toLowerCase();
  const keys = new Map();

  function key(item) {
    if (!keys.has(item)) {
      const cells = item.querySelectorAll(".id, .text, .facts bdi, .cells .printed, .cells .date, .state, .said time, .said bdi, .told");
      const texts = [...cells].map((cell) => {
        const label = cell.matches(".told") ? cell.firstChild.textContent.length : 0;
        return cell.textContent.slice(label);
      });
      keys.set(item, equal([item.dataset.ids, ...texts].join(" ")));
    }
    return keys.get(item);
  }

  function touches(item, unit, role) {
    return (role ? [role] : roles).some((one) => words(item.dataset[one]).includes(unit));
  }

  function matches(item, asked) {
    return (!asked.unit || touches(item, asked.unit, asked.role))
      && (!asked.category || item.dataset.category === asked.category)
      && (!asked.state || item.dataset.state === asked.state)
      && (!asked.light || item.dataset.light === asked.light)
      && (!asked.month || words(item.dataset.month).includes(asked.month))
      && equal(asked.q || "").split(/\s+/).every((word) => key(item).includes(word));
  }

  function filter() {
    const asked = Object.fromEntries(new FormData(form));
    form.elements.role.disabled = !asked.unit;
    let number = 0;
    for (const item of items) {
      item.hidden = !matches(item, asked);
      number += !item.hidden;
    }
    for (const section of sections) section.hidden = !section.querySelector("details.item:not([hidden])");
    const text = number === items.length ? shown.dataset.all : number ? shown.dataset.some : shown.dataset.none;
    const by = order.value ? shown.dataset.sorted.replace("{order}", order.selectedOptions[0].text) : "";
    shown.textContent = text.replace("{shown}", number).replace("{all}", items.length) + by;
    shown.parentElement.classList.toggle("some", number !== items.length || by !== "");
  }

  function place(item, values) {
    return values ? values.indexOf(item.dataset[order.value]) : order.value === "lead" ? Number(item.dataset.firstLead) : 0;
  }

  // By what was chosen, then by date, then as printed; sorted items stand together, printed ones in their categories.
  function sort() {
    const values = order.selectedOptions[0].dataset.values?.split(" ");
    const places = new Map(items.map((item) => [item, place(item, values)]));
    const sorted = order.value === "" ? items : [...items].sort((one, other) => places.get(one) - places.get(other)
      || (one.dataset.when < other.dataset.when ? -1 : Number(one.dataset.when > other.dataset.when)));
    const together = document.getElementById("sorted");
    for (const item of sorted) (order.value === "" ? homes.get(item) : together).append(item);
    filter();
  }

  function setAll(open) {
    for (const item of items) if (!item.hidden) item.open = open;
  }

  function printHistory() {
    const box = document.getElementById("with-history");
    document.body.classList.toggle("without-history", box !== null && !box.checked);
  }

  function showTarget() {
    const item = document.getElementById(location.hash.slice(1));
    if (!item || !item.matches("details.item")) return;
    if (item.hidden) {
      form.reset();
      filter();
    }
    item.open = true;
    item.scrollIntoView();
    item.querySelector("summary").focus();
  }

  let waiting = 0;
  let closed = [];
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, items.length > 500 ? 200 : 0);
  });
  form.addEventListener("reset", () => setTimeout(() => {
    filter();
    printHistory();
  }));
  form.addEventListener("change", printHistory);
  document.getElementById("open-all").addEventListener("click", () => setAll(true));
  document.getElementById("close-all").addEventListener("click", () => setAll(false));
  document.getElementById("print").addEventListener("click", () => print());
  addEventListener("hashchange", showTarget);
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open])")];
    for (const one of closed) one.open = true;
  });
  addEventListener("afterprint", () => {
    for (const one of closed) one.open = false;
  });
  order.addEventListener("change", sort);
  form.hidden = false;
  order.parentElement.hidden = false;
  if (order.value === "") filter();
  else sort();
  printHistory();
  showTarget();
})();
