// Fetches pages of this service and puts their regions in place of those that are shown. The server is the only one that renders; nothing is made from
// text here.

// The one policy of the page: HTML comes from this service alone, and only into a document of its own, where no script runs.
const policy = window.trustedTypes?.createPolicy("searchnews", { createHTML: html => html }) ?? { createHTML: html => html };

const kept = new Map();
const keepAtMost = 30;

/** Fetches a page as a document. An error of the service is a page too; only a failed connection throws. */
export async function fetchPage(url, signal) {
  const response = await fetch(url, { signal, headers: { Accept: "text/html" } });
  if (!response.headers.get("Content-Type")?.startsWith("text/html")) throw new TypeError("not a page");
  const text = await response.text();
  if (response.ok) keep(url, text);
  return parse(text);
}

/** A page that was shown before, as a document; null when it is not kept. */
export function recallPage(url) {
  const text = kept.get(url);
  return text === undefined ? null : parse(text);
}

function parse(text) {
  return new DOMParser().parseFromString(policy.createHTML(text), "text/html");
}

function keep(url, text) {
  kept.delete(url);
  kept.set(url, text);
  if (kept.size > keepAtMost) kept.delete(kept.keys().next().value);
}

/** Puts the regions of a page in place of those that are shown; what had the focus keeps it when the new page has it too. */
export function showPage(page) {
  const focus = describe(document.activeElement);
  const open = new Set([...document.querySelectorAll("#filters details[open]")].map(details => details.id));
  const columns = document.querySelector(".columns");
  const newColumns = page.querySelector(".columns");
  if (columns && newColumns && columns.className !== newColumns.className) {
    columns.replaceWith(document.importNode(newColumns, true));
    swap(document.querySelector("#kept"), page);
  } else {
    for (const region of document.querySelectorAll("[data-swap]")) swap(region, page);
    for (const region of newColumns?.querySelectorAll("[data-swap]") ?? []) {
      if (!document.getElementById(region.id)) columns.append(document.importNode(region, true));
    }
  }

  for (const details of document.querySelectorAll("#filters details")) if (open.has(details.id)) details.open = true;
  document.title = page.title;
  swapHead(page);
  find(focus)?.focus({ preventScroll: true });
}

function swap(region, page) {
  if (!region) return;
  const fresh = page.getElementById(region.id);
  if (fresh) region.replaceWith(document.importNode(fresh, true));
  else region.remove();
}

function swapHead(page) {
  const changing = "link[rel=canonical], link[rel=alternate], meta[name=robots]";
  for (const node of document.head.querySelectorAll(changing)) node.remove();
  for (const node of page.head.querySelectorAll(changing)) document.head.append(document.importNode(node, true));
}

// An element by its id, or a box to tick by its name and value: its place in the list changes with the counts.
function describe(element) {
  if (!element || element === document.body) return null;
  if (element.type === "checkbox") return { name: element.name, value: element.value };
  if (element.id) return { id: element.id };
  return element.getAttribute("href") ? { href: element.getAttribute("href") } : null;
}

function find(focus) {
  if (!focus) return null;
  if (focus.id) return document.getElementById(focus.id);
  if (focus.href) return [...document.querySelectorAll("a[href]")].find(a => a.getAttribute("href") === focus.href);
  return [...document.querySelectorAll("input[type=checkbox]")].find(box => box.name === focus.name && box.value === focus.value);
}

/** Where the focus is, for a later visit. */
export function focusPlace() {
  return describe(document.activeElement);
}

/** Puts the focus where it was. */
export function restoreFocus(place) {
  const element = find(place);
  if (element) element.focus({ preventScroll: true });
  return Boolean(element);
}
