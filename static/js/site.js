// What a page does besides its links and forms: says that a list is on its way, or that it did not come; puts the
// next rows under the headings that are there; and shortcuts of one key, which can be switched off in the foot.
"use strict";

const byId = (id) => document.getElementById(id);

// A list on its way

let waiting = 0;

// What comes at once is not dimmed before: that would be a second drawing of the whole list.
document.addEventListener("htmx:beforeRequest", (event) => {
  const busy = byId(event.detail.target.id === "more" ? "more" : "list");
  busy?.setAttribute("aria-busy", "true");
  clearTimeout(waiting);
  waiting = setTimeout(() => busy?.classList.add("waiting"), 150);
});

document.addEventListener("htmx:afterRequest", (event) => {
  clearTimeout(waiting);
  for (const busy of document.querySelectorAll("[aria-busy]")) {
    busy.removeAttribute("aria-busy");
    busy.classList.remove("waiting");
  }
  if (event.detail.successful) byId("failed")?.replaceChildren();
});

// On a phone the form is shown by its address, #filters. Once it has been sent off, the answer is what counts.
document.addEventListener("htmx:afterSettle", (event) => {
  const sentOff = event.detail.requestConfig?.triggeringEvent?.type === "submit";
  if (sentOff && !matchMedia("(min-width: 60rem)").matches) location.replace("#view-name");
});

// The next rows

const MOST_ROWS = 500;

// Rows of a year and month whose headings are there already go under these; those that are vague go to the head.
function join(part, whole) {
  for (const piece of [...part.children]) {
    const same = piece.dataset.key && whole.querySelector(`:scope > [data-key="${piece.dataset.key}"]`);
    if (piece.tagName === "H2" || piece.tagName === "H3") continue;
    if (same) join(piece, same);
    else if (piece.className === "vaguely") joinVague(piece, whole);
    else if (piece.tagName === "OL" && whole.lastElementChild.tagName === "OL") whole.lastElementChild.append(...piece.children);
    else if (piece.dataset.key?.endsWith("-00")) whole.firstElementChild.after(piece);
    else whole.append(piece);
  }
}

function joinVague(part, whole) {
  const there = whole.querySelector(":scope > .vaguely > ol");
  if (there) there.append(...part.querySelector("ol").children);
  else whole.firstElementChild.after(part);
}

// The address says how many rows the page has, so that "back" finds them all again, and the place among them.
function keepPlace(list) {
  const rows = list.querySelectorAll(".row").length;
  const address = new URL(location);
  address.hash = "";
  address.searchParams.set("rows", Math.min(rows, MOST_ROWS));
  address.searchParams.sort();
  history.replaceState(history.state, "", address);
  const more = list.querySelector("#more a");
  if (more && rows >= MOST_ROWS) more.replaceWith(plainly(more));
}

// A link that htmx does not know of.
function plainly(link) {
  const plain = link.cloneNode(true);
  for (const name of plain.getAttributeNames()) if (name.startsWith("hx-")) plain.removeAttribute(name);
  return plain;
}

document.addEventListener("htmx:afterSettle", (event) => {
  const part = event.target;
  const whole = part.matches(".chunk") && part.parentElement.closest(".chunk");
  if (!whole) return;
  const first = part.querySelector(".row h4 a");
  part.remove();
  join(part, whole);
  keepPlace(whole);
  first.focus({ preventScroll: true });
});

// The picture is wider than a phone: begin where its first mark is, if that would be out of sight.
function showFirstMark() {
  const drawing = document.querySelector(".drawing");
  // a mark may be pressed all along its bar, which in the picture of one day is all of it; its sign or number is seen
  const seen = [...(drawing?.querySelectorAll(".mark use, .mark .many") ?? [])];
  const starts = seen.map((sign) => sign.getBBox().x);
  const first = Math.min(...starts);
  if (drawing && starts.length && first > drawing.clientWidth - 40) drawing.scrollLeft = first - 40;
}

showFirstMark();
document.addEventListener("htmx:afterSettle", showFirstMark);

function tellOfFailure(event) {
  const place = byId("failed");
  if (!place) return;
  const again = document.createElement("a");
  again.href = event.detail.pathInfo?.finalRequestPath || location.href;
  again.textContent = "Try it as a plain page";
  place.replaceChildren("The list could not be changed; below is the one before. ", again, ".");
}

for (const failure of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
  document.addEventListener(failure, tellOfFailure);
}

// Shortcuts

const KEYS = {
  "/": ["search", () => byId("q")?.focus()],
  j: ["next event", () => step(".row h4 a", 1)],
  k: ["event before", () => step(".row h4 a", -1)],
  "]": ["next month", () => step(".year h3", 1)],
  "[": ["month before", () => step(".year h3", -1)],
  o: ["open the event", () => inRow("h4 a")?.click()],
  s: ["open its source", () => inRow(".quote footer a")?.click()],
  "?": ["this list", () => showKeys()],
};

const inRow = (selector) => document.activeElement?.closest(".row")?.querySelector(selector);

function step(selector, way) {
  const stops = [...document.querySelectorAll(selector)];
  const here = document.activeElement;
  const at = stops.indexOf(here.closest(".row")?.querySelector(selector) ?? here);
  let next = stops[at + way];
  if (at < 0) {
    const after = stops.findIndex((stop) => here.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING);
    next = stops[way > 0 ? after : (after < 0 ? stops.length : after) - 1];
  }
  if (!next) return;
  if (next.tabIndex < 0) next.tabIndex = -1;
  next.focus();
}

function showKeys() {
  let dialog = byId("key-list");
  if (!dialog) {
    dialog = document.createElement("dialog");
    dialog.id = "key-list";
    dialog.setAttribute("aria-label", "Keyboard shortcuts");
    const list = document.createElement("dl");
    for (const [key, [meaning]] of Object.entries(KEYS)) {
      const term = document.createElement("dt");
      const what = document.createElement("dd");
      term.textContent = key;
      what.textContent = meaning;
      list.append(term, what);
    }
    const close = document.createElement("button");
    close.textContent = "Close";
    close.addEventListener("click", () => dialog.close());
    dialog.append(list, close);
    document.body.append(dialog);
  }
  dialog.showModal();
}

keys.whenPressed((event) => {
  const shortcut = Object.hasOwn(KEYS, event.key) && KEYS[event.key];
  if (!shortcut) return;
  event.preventDefault();
  shortcut[1]();
});

const offerSwitch = () => keys.offerSwitch("Keyboard shortcuts are on (?)", "Keyboard shortcuts are off");
offerSwitch();
document.addEventListener("htmx:historyRestore", offerSwitch);
