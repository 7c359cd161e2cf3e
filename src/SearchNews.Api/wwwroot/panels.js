// Story, similar articles and why: links to pages of their own that open below the hit instead.
import { fetchPage } from "./pages.js";

export function startPanels() {
  document.addEventListener("click", event => {
    const link = event.target.closest?.("a[data-part]");
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    toggle(link);
  });

  new MutationObserver(markLinks).observe(document.getElementById("main"), { childList: true, subtree: true });
  markLinks();
}

function markLinks() {
  for (const link of document.querySelectorAll("a[data-part]:not([aria-expanded])")) {
    link.setAttribute("aria-expanded", "false");
    link.setAttribute("aria-controls", link.dataset.panel);
  }
}

async function toggle(link) {
  const panel = document.getElementById(link.dataset.panel);
  const wasOpen = link.getAttribute("aria-expanded") === "true";
  for (const other of panel.closest("article").querySelectorAll("a[data-part]")) other.setAttribute("aria-expanded", "false");
  if (wasOpen) {
    panel.hidden = true;
    return;
  }

  link.setAttribute("aria-expanded", "true");
  link.setAttribute("aria-busy", "true");
  try {
    const page = await fetchPage(link.href);
    if (link.getAttribute("aria-expanded") !== "true") return;
    const part = page.getElementById("part") ?? page.getElementById("problem");
    panel.replaceChildren(...[...document.importNode(part, true).childNodes]);
  } catch {
    showFailure(panel, link);
  } finally {
    link.removeAttribute("aria-busy");
  }

  panel.hidden = false;
  panel.setAttribute("role", "group");
  panel.setAttribute("aria-labelledby", link.id);
}

function showFailure(panel, link) {
  const words = document.createElement("p");
  words.className = "notice notice-offline";
  words.setAttribute("role", "alert");
  const text = document.createElement("span");
  text.textContent = "This could not be loaded.";
  const again = document.createElement("button");
  again.type = "button";
  again.textContent = "Try again";
  again.addEventListener("click", () => {
    link.setAttribute("aria-expanded", "false");
    toggle(link);
    link.focus();
  });
  words.append(text, again);
  panel.replaceChildren(words);
}
