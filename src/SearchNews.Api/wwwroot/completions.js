// Completions below the search box. A combobox with a list, by the pattern of the ARIA Authoring Practices; the text is put in as text.
import { searchNow } from "./search.js";

const pause = 90;

export function startCompletions() {
  const box = document.getElementById("q");
  const source = box?.dataset.suggest;
  if (!source) return;

  const list = document.createElement("ul");
  list.id = "suggestions";
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Completions");
  box.form.append(list);
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-controls", list.id);
  box.setAttribute("aria-expanded", "false");

  let timer = 0;
  let running = null;
  let typedText = "";

  const isOpen = () => !list.hidden;
  const options = () => [...list.children];
  const chosen = () => options().findIndex(option => option.getAttribute("aria-selected") === "true");

  function close() {
    clearTimeout(timer);
    running?.abort();
    list.hidden = true;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  }

  function choose(index) {
    // What is still to be asked or answered would take the choice for something typed.
    clearTimeout(timer);
    running?.abort();
    options().forEach((option, i) => option.setAttribute("aria-selected", String(i === index)));
    const option = options()[index];
    if (option) {
      box.setAttribute("aria-activedescendant", option.id);
      box.value = option.dataset.text;
      option.scrollIntoView({ block: "nearest" });
    } else {
      box.removeAttribute("aria-activedescendant");
      box.value = typedText;
    }
  }

  function take(option) {
    box.value = option.dataset.text;
    close();
    searchNow();
  }

  function show(suggestions) {
    list.replaceChildren(...suggestions.map(toOption));
    list.hidden = suggestions.length === 0;
    box.setAttribute("aria-expanded", String(!list.hidden));
    box.removeAttribute("aria-activedescendant");
  }

  async function ask() {
    running?.abort();
    running = new AbortController();
    const { signal } = running;
    typedText = box.value;
    if (typedText.trim() === "") return close();
    try {
      const response = await fetch(`${source}?${new URLSearchParams({ q: typedText, size: "8" })}`, { signal, headers: { Accept: "application/json" } });
      if (!response.ok) return close();
      const { suggestions } = await response.json();
      if (!signal.aborted && document.activeElement === box) show(suggestions.filter(s => s.text !== typedText.trim()));
    } catch {
      // Completions are a help; without them one types on.
      if (!signal.aborted) close();
    }
  }

  box.addEventListener("input", event => {
    if (event.isComposing) return;
    clearTimeout(timer);
    timer = setTimeout(ask, pause);
  });

  // Before the keys of the page, which go on to the results when no completion takes the arrow.
  box.addEventListener("keydown", event => {
    if (event.isComposing) return;
    const count = options().length;
    if (event.key === "Escape" && isOpen()) {
      box.value = typedText;
      close();
    } else if (event.key === "Enter") {
      close();
      return;
    } else if (isOpen() && event.key === "ArrowDown") {
      choose(chosen() + 1 < count ? chosen() + 1 : -1);
    } else if (isOpen() && event.key === "ArrowUp") {
      choose(chosen() < 0 ? count - 1 : chosen() - 1);
    } else {
      return;
    }

    event.preventDefault();
  });

  list.addEventListener("mousedown", event => event.preventDefault());
  list.addEventListener("click", event => {
    const option = event.target.closest("li");
    if (option) take(option);
  });
  box.addEventListener("blur", close);
  box.form.addEventListener("submit", close);
}

function toOption(suggestion, index) {
  const option = document.createElement("li");
  option.id = `suggestion-${index}`;
  option.dataset.text = suggestion.text;
  option.setAttribute("role", "option");
  option.setAttribute("aria-selected", "false");
  const text = document.createElement("span");
  text.dir = "auto";
  text.textContent = suggestion.text;
  option.append(text);
  if (suggestion.kind === "headline") option.className = "headline";
  if (suggestion.kind === "term" && suggestion.count) {
    const count = document.createElement("span");
    count.className = "n";
    count.textContent = suggestion.count.toLocaleString("en");
    option.append(count);
  }

  return option;
}
