// What the desk does besides its links and forms: one key for each decision in the review queue, dates shown as they
// are understood while they are typed, and words selected in an article.
"use strict";

// One key each

function keyed(key) {
  const all = [...document.querySelectorAll("[data-key]")].filter((element) => element.dataset.key === key);
  // what is in a list that is folded away has no key of its own
  return all.find((element) => !element.parentElement.closest("details:not([open])"));
}

function unfold(details) {
  details.open = true;
  details.querySelector("form input:not([type=hidden]), form button")?.focus();
}

keys.whenPressed((event) => {
  const element = keyed(event.key);
  if (!element) return;
  event.preventDefault();
  if (element instanceof HTMLDetailsElement) unfold(element);
  else element.click();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const details = event.target.closest("details[data-key][open]");
  if (!details) return;
  details.open = false;
  details.querySelector("summary").focus();
});

if (document.querySelector("[data-key]")) keys.offerSwitch("Keys are on", "Keys are off");

// Dates, as they are understood

for (const input of document.querySelectorAll("[data-date]")) {
  const said = document.createElement("output");
  said.className = "understood";
  said.htmlFor = input.id;
  input.parentElement.after(said);
  const understood = document.getElementById(input.dataset.understood);
  let waiting = 0;
  const ask = async () => {
    const words = input.value.trim();
    if (understood) understood.value = "";
    if (!words) {
      said.textContent = "";
      return;
    }
    let answer;
    try {
      answer = await (await fetch(`${input.dataset.date}?words=${encodeURIComponent(words)}`)).json();
    } catch {
      return; // the form itself asks, when it is sent
    }
    if (words !== input.value.trim()) return;
    said.textContent = answer.wrong ?? `Understood as ${answer.shown}`;
    said.classList.toggle("wrong", Boolean(answer.wrong));
    if (understood && answer.when) understood.value = answer.when;
  };
  input.addEventListener("input", () => {
    if (understood) understood.value = "";
    clearTimeout(waiting);
    waiting = setTimeout(ask, 250);
  });
  if (understood?.value === "" && input.value !== input.defaultValue) ask();
}

// Words selected in an article

for (const text of document.querySelectorAll("[data-select]")) {
  const quoted = document.getElementById(text.dataset.select);
  const start = document.getElementById("id_start");
  const paragraph = document.getElementById("id_paragraph");
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    const from = range.startContainer.parentElement?.closest(".words");
    if (!from || !text.contains(from) || !from.contains(range.endContainer)) return;
    const before = document.createRange();
    before.selectNodeContents(from);
    before.setEnd(range.startContainer, range.startOffset);
    const line = from.closest("[data-start]");
    // the server counts characters, JavaScript halves of some
    const characters = (words) => [...words].length;
    quoted.value = range.toString();
    start.value = Number(line.dataset.start) + characters(before.toString());
    paragraph.value = line.dataset.number;
  });
  quoted.addEventListener("input", () => {
    start.value = "";
  });
}
