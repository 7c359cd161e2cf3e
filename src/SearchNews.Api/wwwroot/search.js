// Search as you type, filters that work at once, and a history that goes back and forward through them.
import { fetchPage, focusPlace, recallPage, restoreFocus, showPage } from "./pages.js";

const typingPause = 180;

let running = null;
let typing = 0;
let typed = false;
let shownAddress = pageAddress();

export function startSearch() {
  const form = document.getElementById("search-form");
  if (!form || !document.getElementById("results")) return;
  history.scrollRestoration = "manual";
  addLiveRegion();

  // Elsewhere than on the search page the box leads there by itself.
  if (location.pathname === "/") {
    form.addEventListener("input", event => {
      if (event.target.id === "q" && !event.isComposing) later(() => go(addressOf(form), { typing: true }));
    });
  }

  form.addEventListener("submit", event => {
    if (location.pathname !== "/") return;
    event.preventDefault();
    go(addressOf(form), {});
    endTyping();
  });

  document.addEventListener("change", event => {
    const control = event.target;
    if (control.form !== form || control.id === "q") return;
    if (control.type === "date" && control.value) dropAges(form);
    go(addressOf(form), {});
    endTyping();
  });

  document.addEventListener("click", event => {
    const link = event.target.closest?.("a[href]");
    if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (link.hash && link.pathname === location.pathname) return;
    if (!link.closest("#results, #filters") || !isSamePage(link)) return rememberPlace();
    event.preventDefault();
    fillBox(new URL(link.href).searchParams.get("q") ?? "");
    go(link.href, { top: link.rel === "next" || link.rel === "prev" });
    endTyping();
  });

  window.addEventListener("popstate", event => {
    // A jump within the page, such as the link that skips to the results, changes nothing that is shown.
    if (pageAddress() === shownAddress) return;
    shownAddress = pageAddress();
    endTyping();
    const place = event.state;
    fillBox(new URLSearchParams(location.search).get("q") ?? "");
    load(location.href, () => {
      window.scrollTo(0, place?.y ?? 0);
      if (place?.focus) restoreFocus(place.focus);
    }, recallPage(location.href));
  });

  // The place was remembered when a link was followed: once another page is on its way, the history takes nothing any more.
  if (history.state?.y) window.scrollTo(0, history.state.y);
  if (history.state?.focus) restoreFocus(history.state.focus);
}

/** Runs what is typed without waiting longer. */
export function searchNow() {
  document.getElementById("search-form").requestSubmit();
}

function later(action) {
  clearTimeout(typing);
  typing = setTimeout(action, typingPause);
}

function endTyping() {
  clearTimeout(typing);
  typed = false;
}

// The first letter makes a new entry of the history, the next ones change it.
function go(url, { typing: isTyping = false, top = false }) {
  if (url === location.href && !isTyping) return load(url, () => {});
  if (url === location.href) return;
  if (isTyping && typed) {
    history.replaceState(history.state, "", url);
  } else {
    rememberPlace();
    history.pushState(null, "", url);
  }

  typed = isTyping;
  shownAddress = pageAddress();
  load(url, () => {
    if (top) {
      window.scrollTo(0, 0);
      document.getElementById("results")?.focus({ preventScroll: true });
    } else if (isTyping) {
      window.scrollTo(0, 0);
    }
  });
}

async function load(url, shown, recalled = null) {
  running?.abort();
  running = new AbortController();
  const { signal } = running;
  const results = document.getElementById("results");
  results.setAttribute("aria-busy", "true");
  removeOffline();
  try {
    const page = recalled ?? await fetchPage(url, signal);
    if (signal.aborted) return;
    showPage(page);
    announce();
    shown();
  } catch (error) {
    if (signal.aborted || error.name === "AbortError") return;
    results.removeAttribute("aria-busy");
    showOffline(() => load(url, shown));
  }
}

function addressOf(form) {
  const wanted = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string" && value.trim() !== "") wanted.append(name, value);
  const query = wanted.toString();
  return new URL(query === "" ? "/" : `/?${query}`, location.href).href;
}

function dropAges(form) {
  for (const field of form.querySelectorAll("input[type=hidden][name=since]")) field.remove();
}

function fillBox(text) {
  const box = document.getElementById("q");
  if (box && box.value !== text) box.value = text;
}

function isSamePage(link) {
  return link.origin === location.origin && link.pathname === location.pathname && (link.pathname === "/" || link.pathname === "/stories");
}

function pageAddress() {
  return location.pathname + location.search;
}

function rememberPlace() {
  history.replaceState({ y: window.scrollY, focus: focusPlace() }, "", location.href);
}

// A region of its own, outside of what is replaced: readers follow only regions that stay.
function addLiveRegion() {
  const region = document.createElement("p");
  region.id = "status";
  region.className = "unseen";
  region.setAttribute("role", "status");
  document.body.append(region);
}

function announce() {
  const said = document.getElementById("nothing-found") ?? document.getElementById("problem");
  const words = said?.querySelector("h1, h2") ?? document.getElementById("count") ?? document.querySelector(".lead");
  document.getElementById("status").textContent = words?.textContent.trim() ?? "";
}

function showOffline(retry) {
  const notice = document.createElement("div");
  notice.id = "offline";
  notice.className = "notice notice-offline";
  notice.setAttribute("role", "alert");
  const words = document.createElement("span");
  words.textContent = "The search service cannot be reached. What you see is from before.";
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Try again";
  button.addEventListener("click", retry);
  notice.append(words, button);
  document.getElementById("results").prepend(notice);
}

function removeOffline() {
  document.getElementById("offline")?.remove();
}
