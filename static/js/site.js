// What a page does besides its links and forms: says that a list is on its way, and that it did not come.
"use strict";

const list = () => document.getElementById("list");
const failed = () => document.getElementById("failed");

document.addEventListener("htmx:beforeRequest", () => list()?.setAttribute("aria-busy", "true"));

document.addEventListener("htmx:afterRequest", (event) => {
  list()?.removeAttribute("aria-busy");
  if (event.detail.successful) failed()?.replaceChildren();
});

function tell(event) {
  const place = failed();
  if (!place) return;
  const again = document.createElement("a");
  again.href = event.detail.pathInfo?.finalRequestPath || location.href;
  again.textContent = "Try it as a plain page";
  place.replaceChildren("The list could not be changed; below is the one before. ", again, ".");
}

document.addEventListener("htmx:sendError", tell);
document.addEventListener("htmx:responseError", tell);
document.addEventListener("htmx:timeout", tell);
