// Shortcuts of one key, on every page: they can be switched off, are silent while somebody types, and a page remembers.
"use strict";

const keys = {
  off: false,
  place: "shortcuts-off",

  // Call `act` with the event of every key that may be a shortcut.
  whenPressed(act) {
    document.addEventListener("keydown", (event) => {
      if (this.off || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.target.closest("input, textarea, select, [contenteditable], dialog")) return;
      act(event);
    });
  },

  // Put the switch into the foot of the page, unless it is there.
  offerSwitch(whenOn, whenOff) {
    const foot = document.getElementById("keys");
    if (!foot || foot.childElementCount) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    const show = () => {
      button.textContent = this.off ? whenOff : whenOn;
      button.setAttribute("aria-pressed", String(!this.off));
    };
    button.addEventListener("click", () => {
      this.off = !this.off;
      this.remember();
      show();
    });
    show();
    foot.append(button);
  },

  // Storage may be forbidden; then the shortcuts stay as they are on this page.
  recall() {
    try {
      this.off = localStorage.getItem(this.place) === "1";
    } catch {
      this.off = false;
    }
  },

  remember() {
    try {
      localStorage.setItem(this.place, this.off ? "1" : "0");
    } catch {
      // only this page remembers
    }
  },
};

keys.recall();
