// Follows a source through the article, filters claims, shows what is known of one, and copies it.
// All that it shows stands in the list of claims: texts are copied as text, never as HTML.
"use strict";
(() => {
  const root = document.documentElement;
  const card = document.querySelector(".card");
  const stepper = document.querySelector(".stepper");
  const spoken = document.querySelector(".spoken");
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const made = (name, text, kind = "") => Object.assign(document.createElement(name), { textContent: text, className: kind });
  const plural = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;
  const say = (text) => { spoken.textContent = ""; requestAnimationFrame(() => { spoken.textContent = text; }); };
  root.classList.add("js");

  // One article: its claims by number, and which of them are shown and followed.
  class Article {
    constructor(element) {
      this.element = element;
      this.prefix = element.dataset.prefix;
      this.rows = new Map(all(".row", element).map((row) => [row.dataset.fact, row]));
      this.marks = all("[data-facts]", element);
      this.numbers = new Map(all(".number", element).map((link) => [link.dataset.fact, link]));
      this.source = null;
    }

    mark(fact) { return document.getElementById(`${this.prefix}f${fact}`); }
    isShown(fact) { return !this.rows.get(fact).classList.contains("off"); }
    ofSource() { return [...this.rows.values()].filter((row) => row.dataset.source === this.source && this.isShown(row.dataset.fact)).map((row) => row.dataset.fact); }

    // Put each class of `classes` on what belongs to a claim for which its test holds.
    paint(classes) {
      for (const [name, holds] of Object.entries(classes)) {
        for (const mark of this.marks) mark.classList.toggle(name, holds(mark.dataset.facts.split(" "), mark));
        for (const [fact, row] of this.rows) row.classList.toggle(name, holds([fact], row));
        for (const [fact, link] of this.numbers) link.classList.toggle(name, holds([fact], link));
      }
    }

    filter() {
      const chosen = (name) => all(`[data-filter="${name}"]:checked`, this.element).map((box) => box.value);
      const [kinds, flags] = [chosen("kind"), chosen("flag")];
      const slider = this.element.querySelector('[data-filter="confidence"]');
      const passes = ({ kind, flags: own, confidence }) =>
        (!kinds.length || kinds.includes(kind)) &&
        (!flags.length || flags.some((flag) => own.split(",").includes(flag))) &&
        Number(confidence) >= Number(slider.value);
      const passing = new Set([...this.rows].filter(([, row]) => passes(row.dataset)).map(([fact]) => fact));
      this.paint({ off: (facts) => !facts.some((fact) => passing.has(fact)) });
      this.element.querySelector("output").textContent = `${slider.value} % or more`;
      for (const button of all("button[data-source]", this.element)) {
        const own = [...passing].some((fact) => this.rows.get(fact).dataset.source === button.dataset.source);
        button.parentElement.hidden = !own && button.getAttribute("aria-pressed") !== "true";
      }
      const narrowed = passing.size < this.rows.size;
      const total = plural(this.rows.size, "claim");
      this.element.querySelector(".chosen span").textContent = narrowed ? `${passing.size} of ${total}` : total;
      this.element.querySelector('[data-do="reset"]').hidden = !(kinds.length || flags.length || slider.value !== slider.min);
      if (following === this && !this.ofSource().includes(now)) follow(this, this.source, this.ofSource()[0]);
      else if (following === this) place();
    }

    reset() {
      for (const box of all("[data-filter]:checked", this.element)) box.checked = false;
      const slider = this.element.querySelector('[data-filter="confidence"]');
      slider.value = slider.min;
      this.filter();
      slider.focus();
    }
  }

  const articles = all(".report").map((element) => new Article(element));
  const articleOf = (node) => articles.find((article) => article.element.contains(node));
  let following = null; // the article in which a source is followed
  let now = null; // the number of the claim that the stepper stands at

  function follow(article, source, fact, { focus = false, scroll = true } = {}) {
    if (following) unfollow();
    following = article;
    article.source = source;
    article.element.classList.add("following");
    for (const button of all("[data-source][aria-pressed]", article.element)) button.setAttribute("aria-pressed", String(button.dataset.source === source));
    const button = article.element.querySelector(`button[data-source="${source}"]`);
    stepper.className = `stepper ${[...button.classList].find((name) => /^v\d$/.test(name))}`;
    stepper.querySelector("b").textContent = button.querySelector("bdi").textContent;
    stepper.querySelector(".role").textContent = button.querySelector(".role")?.textContent.trim() ?? "";
    stepper.hidden = false;
    stand(fact ?? article.ofSource()[0], { focus, scroll });
  }

  function unfollow() {
    const { element } = following;
    element.classList.remove("following");
    following.paint({ lit: () => false, now: () => false });
    for (const button of all('[aria-pressed="true"]', element)) button.setAttribute("aria-pressed", "false");
    stepper.hidden = true;
    following = now = null;
    hide();
  }

  // Stand at a claim of the source that is followed.
  function stand(fact, { focus = false, scroll = true } = {}) {
    now = fact;
    const own = new Set(following.ofSource());
    following.paint({
      lit: (facts) => facts.some((each) => own.has(each)),
      now: (facts, node) => facts.includes(fact) && node.matches(".claim, .number"),
    });
    place();
    if (!fact) return;
    if (scroll) following.mark(fact)?.scrollIntoView({ block: "center" });
    if (focus) following.numbers.get(fact)?.focus({ preventScroll: true });
    history.replaceState(null, "", `#${following.prefix}f${fact}`);
    say(`${stepper.querySelector(".stepper-place").textContent}: ${following.rows.get(fact).querySelector("blockquote").textContent}`);
  }

  function place() {
    const own = following.ofSource();
    const at = own.indexOf(now) + 1;
    stepper.querySelector(".stepper-place").textContent = own.length ? `${at} of ${plural(own.length, "claim")}` : "no claim is shown";
    const { kind, confidence } = own.length ? following.rows.get(now).dataset : {};
    stepper.querySelector(".stepper-what").textContent = own.length ? `${kind}, confidence ${confidence} %` : "";
    for (const name of ["previous", "next", "copy", "link"]) stepper.querySelector(`[data-do="${name}"]`).disabled = !own.length;
  }

  function step(by, options) {
    const own = following.ofSource();
    if (own.length) stand(own[(own.indexOf(now) + by + own.length) % own.length], options);
  }

  // The card at a claim.
  function show(article, fact, at) {
    const row = article.rows.get(fact);
    if (!row || !article.isShown(fact)) return;
    const { kind, flags, confidence } = row.dataset;
    const quote = row.querySelector(".row-more span").textContent.split(", ")[1];
    const role = row.querySelector(".role");
    const bar = made("span", "", "card-bar");
    bar.append(made("i", ""));
    bar.firstChild.style.width = `${confidence}%`;
    const lines = [made("b", row.querySelector("b").textContent)];
    if (role) lines.push(made("div", role.textContent, "card-role"));
    lines.push(made("div", `${kind}, ${quote}`));
    if (flags) lines.push(made("div", flags.split(",").join(", "), "card-flags"));
    lines.push(made("div", `confidence ${confidence} %`));
    lines.at(-1).append(bar);
    card.replaceChildren(...lines);
    card.hidden = false;
    const { width, height } = card.getBoundingClientRect();
    const below = at.bottom + height + 12 < innerHeight;
    card.style.left = `${scrollX + Math.max(8, Math.min(at.left, root.clientWidth - width - 8))}px`;
    card.style.top = `${scrollY + (below ? at.bottom + 6 : at.top - height - 6)}px`;
  }
  function hide() { card.hidden = true; }

  // Where the card of a mark goes: beside all of it, but of a long one beside the line pointed at.
  function around(mark, { clientX, clientY }) {
    const whole = mark.getBoundingClientRect();
    const line = [...mark.getClientRects()].find((box) => clientY <= box.bottom) ?? whole;
    const { top, bottom } = whole.height < innerHeight / 4 ? whole : line;
    return { top, bottom, left: clientX - 20 };
  }

  // The claim at a node of the text: the innermost, or the first of a source or cue.
  function claimAt(node) {
    const mark = node.closest?.(".number, [data-facts]");
    const article = mark && articleOf(mark);
    if (!article || mark.classList.contains("off")) return null;
    const facts = (mark.dataset.fact ?? mark.dataset.facts).split(" ").filter((fact) => article.isShown(fact));
    return facts.length ? { article, mark, fact: facts.includes(now) ? now : facts[0] } : null;
  }

  async function copy(text, told) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = made("textarea", "", "hidden"); // where a page may not use the clipboard: not https
      area.value = text;
      const before = document.activeElement;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
      before?.focus();
    }
    say(told);
  }

  function copied(button, told) {
    const words = button.textContent;
    button.textContent = "Copied";
    button.disabled = false;
    setTimeout(() => { button.textContent = words; }, 1500);
    return told;
  }

  const actions = {
    previous: () => step(-1),
    next: () => step(1),
    close: () => { const back = following.numbers.get(now); unfollow(); back?.focus({ preventScroll: true }); },
    copy: (button) => {
      const source = button.dataset.copy === undefined ? following.rows.get(now).querySelector("[data-copy]") : button;
      if (button.textContent !== "Copied") copy(source.dataset.copy, copied(button, "Copied the quote"));
    },
    link: (button) => {
      if (button.textContent !== "Copied") copy(location.href.replace(/#.*/, "") + `#${following.prefix}f${now}`, copied(button, "Copied the link"));
    },
    reset: (button) => articleOf(button).reset(),
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.dataset.do) return actions[button.dataset.do](button);
    if (button?.dataset.source) {
      const article = articleOf(button);
      if (button.getAttribute("aria-pressed") === "true") return unfollow();
      return follow(article, button.dataset.source);
    }
    const back = event.target.closest(".row-number, .row-more a");
    if (back && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      return go(back.hash);
    }
    if (event.ctrlKey || event.metaKey || event.shiftKey || String(getSelection())) return;
    const found = claimAt(event.target);
    if (!found) return;
    if (event.target.closest(".number")) event.preventDefault();
    follow(found.article, found.article.rows.get(found.fact).dataset.source, found.fact, { focus: true, scroll: false });
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      if (!card.hidden) hide();
      else if (following) actions.close();
      return;
    }
    if (!following || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.target.matches("input")) return;
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!by) return;
    event.preventDefault();
    step(by, { focus: true });
  });

  document.addEventListener("input", (event) => {
    if (event.target.dataset.filter) articleOf(event.target).filter();
  });

  let pointer = ""; // where the mouse was: a page that scrolls below it is no movement
  let pointed = null; // the mark for which the mouse has opened the card
  document.addEventListener("pointermove", (event) => {
    const moved = pointer !== `${event.screenX} ${event.screenY}`;
    pointer = `${event.screenX} ${event.screenY}`;
    if (!moved || event.pointerType !== "mouse" || card.contains(event.target)) return;
    const found = claimAt(event.target);
    if (found && (found.mark !== pointed || card.hidden)) {
      show(found.article, found.fact, around(found.mark, event));
    } else if (!found && pointed) hide();
    pointed = found?.mark ?? null;
  });
  document.addEventListener("focusin", (event) => {
    const found = event.target.matches(".number") && claimAt(event.target);
    if (found) show(found.article, found.fact, found.mark.getBoundingClientRect());
    else hide();
    pointed = null;
  });

  // On a narrow screen the article comes first: sources and filters open at a touch.
  const narrow = matchMedia("screen and (max-width: 58rem)");
  const fold = () => { for (const panel of all("details.panel")) panel.open = !narrow.matches; };
  narrow.addEventListener("change", fold);
  addEventListener("beforeprint", () => { for (const panel of all("details.panel")) panel.open = true; });
  addEventListener("afterprint", fold);
  fold();

  // Go to the claim that an address names.
  function go(hash) {
    const [, prefix, fact] = /^#(a\d+-)?f(\d+)$/.exec(hash) ?? [];
    const article = fact && articles.find((each) => each.prefix === (prefix ?? ""));
    const row = article && article.rows.get(fact);
    if (!row) return;
    if (!article.isShown(fact)) article.reset();
    follow(article, row.dataset.source, fact, { focus: true });
  }
  addEventListener("hashchange", () => go(location.hash));
  go(location.hash);
})();
