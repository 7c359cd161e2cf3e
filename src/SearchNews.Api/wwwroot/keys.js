// "/" goes to the search box, arrows go through the results. Can be switched off, because single keys get in the way of some ways to type.

const setting = "searchnews.keys";

export function startKeys() {
  showSetting();
  document.addEventListener("keydown", event => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !isOn()) return;
    if (event.key === "/" && !isTyping(event.target)) {
      event.preventDefault();
      const box = document.getElementById("q");
      box.focus();
      box.select();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && mayMove(event.target)) {
      if (move(event.key === "ArrowDown" ? 1 : -1)) event.preventDefault();
    }
  });

  document.addEventListener("focusin", event => {
    for (const hit of document.querySelectorAll(".hit.at")) hit.classList.remove("at");
    event.target.closest?.(".hit")?.classList.add("at");
  });
}

function isTyping(element) {
  return element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
}

// Arrows scroll, unless one is in the search box or among the results.
function mayMove(element) {
  return element.id === "q" || (element.closest?.("#results") && !isTyping(element) && element.id !== "results");
}

function move(by) {
  const links = [...document.querySelectorAll(".hit h2 a")];
  const hit = document.activeElement.closest?.(".hit");
  const at = hit ? links.findIndex(link => hit.contains(link)) : -1;
  const next = at + by;
  if (at < 0 && by < 0) return false;
  if (next < 0) document.getElementById("q").focus();
  else if (next < links.length) focusHit(links[next]);
  else return false;
  return true;
}

function focusHit(link) {
  link.focus({ preventScroll: true });
  link.closest(".hit").scrollIntoView({ block: "nearest" });
}

function isOn() {
  try {
    return localStorage.getItem(setting) !== "off";
  } catch {
    return true;
  }
}

function showSetting() {
  const button = document.getElementById("shortcuts-toggle");
  const show = () => {
    button.setAttribute("aria-pressed", String(isOn()));
    button.textContent = isOn() ? "Keys on" : "Keys off";
  };
  button.addEventListener("click", () => {
    try {
      localStorage.setItem(setting, isOn() ? "off" : "on");
    } catch {
      // Nothing may be kept here; the keys stay on.
    }

    show();
  });
  document.getElementById("shortcuts").hidden = false;
  show();
}
