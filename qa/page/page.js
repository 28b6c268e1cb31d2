// What the page does in the browser alone: its language and light, the waiting state, the source panel, downloads.
// Loaded before Gradio, so that Gradio finds the chosen language.
"use strict";

const dayanak = (() => {
  const root = document.documentElement;
  const remembered = (key) => {
    try { return localStorage.getItem(`dayanak.${key}`); } catch { return null; }
  };
  const remember = (key, value) => {
    try { localStorage.setItem(`dayanak.${key}`, value); } catch { /* private windows forget */ }
  };

  // Language: the switch's choice, else the browser's. Gradio reads `navigator.language`.
  const spoken = (navigator.languages?.[0] || navigator.language || "tr").toLowerCase();
  const chosen = remembered("language");
  const language = chosen === "tr" || chosen === "en" ? chosen : spoken.startsWith("tr") ? "tr" : "en";
  for (const name of ["language", "languages"]) {
    Object.defineProperty(navigator, name, { get: () => (name === "language" ? language : [language]), configurable: true });
  }
  root.lang = language;

  // Light: the switch's choice, else the system's. Gradio puts the class `dark` on the body.
  const system = matchMedia("(prefers-color-scheme: dark)");
  const applyTheme = () => {
    const theme = remembered("theme") || (system.matches ? "dark" : "light");
    root.dataset.theme = theme;
    document.body?.classList.toggle("dark", theme === "dark");
  };
  applyTheme();
  system.addEventListener("change", applyTheme);
  addEventListener("DOMContentLoaded", () => {
    applyTheme();
    new MutationObserver(() => {
      if (document.body.classList.contains("dark") !== (root.dataset.theme === "dark")) applyTheme();
    }).observe(document.body, { attributeFilter: ["class"] });
  });

  // Words for what the browser says by itself come with the masthead.
  const word = (name) => document.querySelector("#words")?.dataset[name] || "";

  // Asking: the question moves from the box into the conversation at once; the answer joins it there.
  let asked = "";
  const questionBox = () => document.querySelector("#question textarea, #question input");
  const write = (box, text) => {
    box.value = text;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const pending = (question) => {
    const turns = document.querySelector("#conversation .turns");
    if (!turns || !question.trim()) return question;
    document.querySelector("#conversation .welcome")?.setAttribute("hidden", "");
    const box = questionBox();
    asked = question;
    if (box?.value === question) write(box, ""); // what is written while waiting stays
    box?.focus({ preventScroll: true });
    turns.querySelector(".pending")?.remove();
    const item = document.createElement("li");
    item.className = "turn pending";
    const said = document.createElement("p");
    said.className = "question";
    said.textContent = question;
    const waiting = document.createElement("p");
    waiting.className = "searching";
    waiting.textContent = word("searching");
    item.append(said, waiting);
    turns.append(item);
    item.scrollIntoView({ block: "start" });
    announce(word("searching"));
    return question;
  };

  const failed = () => {
    const waiting = document.querySelector("#conversation .pending .searching");
    if (waiting) waiting.textContent = word("failed");
    waiting?.classList.add("failed");
    announce(word("failed"));
    const box = questionBox();
    if (box && !box.value) write(box, asked); // to be sent again
  };

  const announce = (text) => {
    document.getElementById("announcer").textContent = text;
  };
  addEventListener("DOMContentLoaded", () => { // screen readers speak what changes in a region that was there before
    const region = document.createElement("div");
    region.id = "announcer";
    region.className = "unseen";
    region.setAttribute("role", "status");
    region.setAttribute("aria-live", "polite");
    document.body.append(region);
  });

  // Gradio's own notice of a lost server is always in English.
  const rewriteNotice = () => {
    for (const notice of document.querySelectorAll(".toast-body")) {
      const [title, text] = [".toast-title", "[data-testid=toast-text]"].map((part) => notice.querySelector(part)?.firstChild);
      if (!title || !text?.data?.startsWith("Connection to the server was lost")) continue;
      [title.data, text.data] = [word("lostTitle"), word("lost")];
    }
  };
  addEventListener("DOMContentLoaded", () => new MutationObserver(rewriteNotice).observe(document.body, { childList: true, subtree: true }));

  // The source panel: beside the chat, or over it on a narrow screen.
  let opener = null;
  const narrow = () => matchMedia("(max-width: 899px)").matches;
  const isOpen = () => document.body.classList.contains("panel-open");
  const openPanel = (from) => {
    opener = from;
    if (!narrow() || isOpen()) return;
    document.body.classList.add("panel-open");
    history.pushState({ panel: true }, ""); // the phone's back button closes the panel
    focusClose(20);
  };
  const focusClose = (tries) => { // until the panel has become visible
    const close = document.querySelector("#panel .close");
    close?.focus({ preventScroll: true });
    if (isOpen() && tries && document.activeElement !== close) setTimeout(focusClose, 50, tries - 1);
  };
  const closePanel = () => {
    if (history.state?.panel) history.back();
    else hidePanel();
  };
  const hidePanel = () => {
    document.body.classList.remove("panel-open");
    if (opener?.isConnected) opener.focus({ preventScroll: true });
    opener = null;
  };
  addEventListener("popstate", hidePanel);
  const sourceText = () => document.querySelector("#panel .source-text");
  const placeOf = (text) => `${text.dataset.article}:${text.querySelector(".cited")?.dataset.at || ""}`;
  const reading = { place: "", top: 0 }; // so that a panel that is drawn anew stays where it was read
  const showCited = () => {
    const text = sourceText();
    if (!text) return;
    const cited = text.querySelector(".cited");
    const offset = cited ? cited.getBoundingClientRect().top - text.getBoundingClientRect().top : 0;
    const top = cited ? text.scrollTop + offset - text.clientHeight / 3 : 0;
    text.scrollTo({ top: placeOf(text) === reading.place ? reading.top : top });
    reading.place = placeOf(text);
  };
  const showAgain = (at) => {
    const text = sourceText();
    reading.place = "";
    if (text && placeOf(text) === `${at.article}:${at.start}-${at.end}`) showCited(); // nothing will be drawn
  };

  // Texts come and go in other windows too: what is shown of them is drawn anew when they have.
  const drawings = new Set();
  let seen = null;
  const look = async () => {
    if (document.hidden) return;
    try {
      const answer = await fetch("page/changes");
      const { changes } = answer.ok ? await answer.json() : { changes: seen };
      if (seen !== null && changes !== seen) drawings.forEach((draw) => draw());
      seen = changes;
    } catch { // the server is away, and what was asked of it is lost
      if (document.querySelector("#conversation .pending .searching:not(.failed)")) failed();
    }
  };
  setInterval(look, 2000);
  addEventListener("visibilitychange", look);

  // The keyboard goes on where it was when what it was at has been replaced.
  let back = "";
  const places = {
    open: () => "#panel select",
    remove: () => "#sources caption",
    rate: (at) => `#conversation .turn[data-place="${at.dataset.place}"] .feedback`,
  };
  const refocus = () => {
    const at = back && (!document.activeElement || document.activeElement === document.body) && document.querySelector(back);
    if (!at) return;
    back = "";
    if (at.tabIndex < 0) at.tabIndex = -1;
    at.focus({ preventScroll: true });
  };

  const local = {
    close: closePanel,
    skip: (at, event) => {
      event.preventDefault();
      questionBox()?.focus();
    },
    language: () => {
      remember("language", language === "tr" ? "en" : "tr");
      location.reload();
    },
    theme: () => {
      remember("theme", root.dataset.theme === "dark" ? "light" : "dark");
      applyTheme();
    },
    doubt: (at) => {
      const correction = at.closest(".feedback").querySelector(".correction");
      correction.hidden = !correction.hidden;
      at.setAttribute("aria-expanded", String(!correction.hidden));
      if (!correction.hidden) correction.querySelector("input").focus();
    },
  };

  const listen = (element, trigger, names) => {
    const act = (at, event, extra = {}) => {
      const name = at.dataset.act;
      if (local[name]) return local[name](at, event);
      if (!names.includes(name)) return;
      if (name === "ask") pending(at.dataset.question);
      if (name === "cite" || name === "show") openPanel(at);
      if (name === "cite") showAgain(at.dataset);
      back = places[name]?.(at) || "";
      const field = at.closest(".correction")?.querySelector("input");
      trigger(name, { ...at.dataset, ...(field ? { correction: field.value } : {}), ...extra });
    };
    element.addEventListener("click", (event) => {
      const at = event.target.closest("button[data-act], a[data-act]");
      if (at && element.contains(at)) act(at, event);
    });
    element.addEventListener("change", (event) => {
      if (event.target.matches("select[data-act]") && event.target.value) act(event.target, event, { article: event.target.value });
    });
    element.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.target.matches(".correction input")) {
        event.preventDefault();
        event.target.closest(".correction").querySelector("button").click();
      }
    });
    new MutationObserver(refocus).observe(element, { childList: true, subtree: true });
    if (element.closest("#sources")) drawings.add(() => trigger("renew", {}));
    if (element.closest("#status")) {
      new MutationObserver(() => {
        const said = [...element.querySelectorAll(".outcomes li, .note")].map((one) => one.innerText).join(" ");
        if (said) announce(said);
      }).observe(element, { childList: true, subtree: true });
    }
    if (element.closest("#panel")) {
      drawings.add(() => {
        const { article } = sourceText()?.dataset || {};
        const { at, spans } = element.querySelector(".cited")?.dataset || {};
        const [start, end] = at?.split("-") || [];
        trigger("renew", { article, start, end, spans });
      });
      element.addEventListener("scroll", (event) => {
        if (event.target === sourceText()) reading.top = event.target.scrollTop;
      }, true);
      new MutationObserver(showCited).observe(element, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ["data-at", "data-article"] });
    }
    if (element.closest("#suggestions")) { // they take room: what was answered stays in view
      new MutationObserver(() => {
        document.querySelector("#conversation .turn:last-child")?.scrollIntoView({ block: "nearest" });
      }).observe(element, { childList: true, subtree: true });
    }
    if (element.closest("#conversation")) {
      let shown = "";
      new MutationObserver(() => {
        const last = element.querySelector(".turn:last-child");
        if (!last || last.matches(".pending")) return;
        const said = last.querySelector(".answer-text, .answer-list, .refusal-text, .reply")?.innerText || "";
        const key = `${last.dataset.place}:${said}`;
        if (key === shown) return;
        shown = key;
        announce(said);
        last.scrollIntoView({ block: "start" });
      }).observe(element, { childList: true, subtree: true });
    }
  };

  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && isOpen()) closePanel();
  });

  const save = (name, text) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/x-ndjson" }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  return { failed, language, listen, pending, save, word };
})();
window.dayanak = dayanak;
