// Files are looked at before they are sent, so that one that cannot be read does not keep the others out.
"use strict";

(() => {
  const { word } = dayanak;
  const sift = (files) => {
    const good = [], problems = [];
    const refuse = (file, reason) => problems.push(word("unreadable").replace("{name}", () => file.name).replace("{reason}", () => reason));
    for (const file of files) {
      if (!/\.(txt|md)$/i.test(file.name)) refuse(file, word("reasonType"));
      else if (file.size > Number(word("maxBytes"))) refuse(file, word("reasonLarge"));
      else good.push(file);
    }
    if (files.length > Number(word("maxFiles"))) return { good: [], problems: [word("tooMany")] };
    return { good, problems };
  };
  const choose = (event, files) => {
    const { good, problems } = sift([...files]);
    if (!problems.length) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const list = document.createElement("ul");
    list.className = "outcomes";
    list.append(...problems.map((problem) => Object.assign(document.createElement("li"), { className: "unreadable", textContent: problem })));
    document.querySelector("#status .html-container > div")?.replaceChildren(list);
    const input = document.querySelector("#files input[type=file]");
    const chosen = new DataTransfer();
    good.forEach((file) => chosen.items.add(file));
    input.files = chosen.files;
    if (good.length) input.dispatchEvent(new Event("change", { bubbles: true }));
  };
  addEventListener("change", (event) => {
    if (event.target.matches?.("#files input[type=file]")) choose(event, event.target.files);
  }, true);
  addEventListener("drop", (event) => {
    if (event.target.closest?.("#files")) choose(event, event.dataTransfer.files);
  }, true);
})();
