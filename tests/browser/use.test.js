// The page as people use it: by typing, by links, by keyboard, on small screens, without scripts.

import assert from "node:assert/strict";
import { test } from "node:test";
import { KINDS, address, aBrowser, inHindi } from "./browser.js";

const use = aBrowser();
const count = async (page) => Number((await page.locator("h1").textContent()).match(/(\d+)\D*$/)[1]);
const hits = (page) => page.locator("li.vigyapti-hit");
const marks = (page) => page.locator("mark").allTextContents();

// Scripts are off in all but the tests that look at the page by one.
const plain = { javaScriptEnabled: false };

async function search(page, query) {
  await page.goto(address(""));
  await page.getByRole("searchbox").fill(query);
  await page.getByRole("button", { name: "Search" }).click();
}

for (const [query, word] of [["crude oil", "crude"], ["कच्चा तेल", "तेल"], ["bandargah samjhauta", "बंदरगाह"]]) {
  test(`a search by typing: ${query}`, () => use(plain, async (page) => {
    await search(page, query);
    assert.equal(await page.getByRole("searchbox").inputValue(), query);
    assert.ok(await hits(page).count() > 0);
    assert.ok((await marks(page)).some((mark) => mark.includes(word)), (await marks(page)).join());
    assert.ok((await page.title()).includes(query));
  }));
}

test("results in both languages, each marked as what it is", () => use(plain, async (page) => {
  await page.goto(address("q=Kartarpur+corridor"));
  const languages = await hits(page).evaluateAll((items) => items.map((item) => item.lang));
  assert.ok(languages.includes("hi") && languages.includes("en"), languages.join());
}));

test("a facet narrows to as many as it says, and its chip takes it away", () => use(plain, async (page) => {
  await page.goto(address("q=russia"));
  const before = await count(page);
  for (const facet of ["Country", "Language", "Source"]) {
    const box = page.locator(".vigyapti-facet").filter({ has: page.getByRole("heading", { name: facet }) });
    const first = box.locator("li").first();
    const promised = Number(await first.locator(".vigyapti-count").textContent());
    const value = await first.locator("a").textContent();
    await first.locator("a").click();
    assert.equal(await count(page), promised, `${facet}: ${value}`);
    await page.locator(".chosen a").filter({ hasText: value }).click();
    assert.equal(await count(page), before);
  }
}));

test("several filters hold together, and a new query keeps them", () => use(plain, async (page) => {
  await page.goto(address("q=oil&country=RU&country=PK&source=" + encodeURIComponent("विज्ञप्ति डेस्क, बीजिंग")));
  assert.equal(await page.locator(".chosen a").count(), 3);
  await page.getByRole("searchbox").fill("energy");
  await page.getByRole("button", { name: "Search" }).click();
  assert.equal(await page.locator(".chosen a").count(), 3);
  const { searchParams } = new URL(page.url());
  assert.deepEqual(searchParams.getAll("country"), ["RU", "PK"]);
}));

test("pages have addresses of their own, and lead to each other", () => use(plain, async (page) => {
  await page.goto(address("q=india"));
  const first = await hits(page).locator("h3").allTextContents();
  await page.locator("nav.pages a[rel=next]").click();
  assert.equal(new URL(page.url()).searchParams.get("page"), "2");
  const second = await hits(page).locator("h3").allTextContents();
  assert.ok(second.length > 0 && !second.some((title) => first.includes(title)));
  assert.equal(await page.locator("ol.vigyapti-hits").getAttribute("start"), "11");
  assert.equal(await page.locator("head link[rel=prev]").count(), 1);
  await page.goto(page.url());
  assert.deepEqual(await hits(page).locator("h3").allTextContents(), second);
  await page.locator("nav.pages a[rel=prev]").click();
  assert.deepEqual(await hits(page).locator("h3").allTextContents(), first);
}));

test("a page behind the last leads back to the first", () => use(plain, async (page) => {
  await page.goto(address("q=india&page=900"));
  assert.equal(await hits(page).count(), 0);
  await page.locator("nav.pages a[rel=prev]").click();
  assert.ok(await hits(page).count() > 0);
}));

test("a bar of the timeline limits the search to its months", () => use(plain, async (page) => {
  await page.goto(address("q=india"));
  const bar = page.locator(".timeline svg a").last();
  const name = await bar.getAttribute("aria-label");
  await bar.click();
  assert.equal(await count(page), Number(name.match(/(\d+) releases?$/)[1]), name);
  const { searchParams } = new URL(page.url());
  assert.match(searchParams.get("from"), /^\d{4}(-\d\d)?$/);
  assert.equal(await page.locator("#from").inputValue(), searchParams.get("from"));
}));

test("dates, language and order are chosen in the form", () => use(plain, async (page) => {
  await page.goto(address("q=india"));
  await page.locator("summary").filter({ hasText: "Filters" }).click();
  await page.getByLabel("From").fill("2023");
  await page.getByLabel("To", { exact: true }).fill("2023");
  await page.getByLabel("Order").selectOption("date");
  await page.getByLabel("Language", { exact: true }).selectOption("hi");
  await page.getByRole("button", { name: "Apply" }).click();
  const dates = await hits(page).locator("time").evaluateAll((times) => times.map((time) => time.dateTime));
  assert.ok(dates.length > 1 && dates.every((date) => date.startsWith("2023")), dates.join());
  assert.deepEqual(dates, [...dates].sort().reverse());
  assert.deepEqual(new Set(await hits(page).evaluateAll((items) => items.map((item) => item.lang))), new Set(["hi"]));
}));

test("a misspelt query leads to what was meant", () => use(plain, async (page) => {
  await page.goto(address(KINDS.suggestion));
  await page.locator(".vigyapti-suggestion a").first().click();
  assert.equal(await page.getByRole("searchbox").inputValue(), "विदेश मंत्रालय");
  assert.ok(await count(page) > 0);
}));

test("a release has all matches lit, its counterpart, and more like it", () => use(plain, async (page) => {
  await page.goto(address("q=" + encodeURIComponent("रूस पाकिस्तान ऊर्जा")));
  await hits(page).first().getByRole("link", { name: "Matches in the release" }).click();
  assert.equal(await page.locator("article.release").getAttribute("lang"), "hi");
  assert.ok((await page.locator("article mark").count()) > 5);
  await page.locator(".other-releases a").first().click();
  assert.equal(await page.locator("article.release").getAttribute("lang"), "en");
  await page.getByRole("link", { name: "More like this" }).click();
  assert.ok(await hits(page).count() > 0);
  assert.match(await page.locator("h1").textContent(), /^More like “/);
}));

test("versions unfold without a script", () => use(plain, async (page) => {
  await page.goto(address("q=pontoon"));
  assert.equal(await hits(page).count(), 1);
  await page.locator("details.vigyapti-versions summary").click();
  await page.locator("details.vigyapti-versions a").first().click();
  assert.ok((await page.locator("article mark").allTextContents()).includes("Pontoon"));
}));

test("an example of the help page is one click from its answer", () => use(plain, async (page) => {
  for (const language of ["en", "hi"]) {
    await page.goto(address("view=help&ui=" + language));
    await page.locator("article.help dt a").first().click();
    assert.equal(await page.locator("html").getAttribute("lang"), language);
    assert.ok(await hits(page).count() > 0);
  }
}));

test("the interface speaks the language that is asked for, else the browser's", () => use(plain, async (page) => {
  await page.goto(address("q=oil"));
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  await page.getByRole("link", { name: "हिन्दी" }).click();
  assert.equal(await page.locator("html").getAttribute("lang"), "hi");
  await page.locator("h3.vigyapti-title a").first().click();
  await page.getByRole("link", { name: "परिणामों पर लौटें" }).click();
  assert.equal(await page.locator("html").getAttribute("lang"), "hi");
  assert.equal(await page.getByRole("searchbox").inputValue(), "oil");
}));

test("a browser in Hindi gets Hindi", () => use({ ...plain, locale: "hi-IN" }, async (page) => {
  await page.goto(address(""));
  assert.equal(await page.locator("html").getAttribute("lang"), "hi");
}));

test("the keyboard alone reaches everything, in the order of the page, and is seen", () => use({}, async (page) => {
  await page.goto(address("q=india&from=2020"));
  const wanted = await page.evaluate(() => [...document.querySelectorAll("a[href], input:not([type=hidden]), select, button, summary")]
    .filter((each) => each.checkVisibility()).length);
  const places = [];
  for (let i = 0; i < wanted; i++) {
    await page.keyboard.press("Tab");
    places.push(await page.evaluate(() => {
      const at = document.activeElement;
      const bar = at.closest("svg a");
      const style = getComputedStyle(bar ? bar.querySelector(".room") : at);
      const seen = bar ? style.stroke !== "none" : style.outlineStyle !== "none" && style.outlineWidth !== "0px";
      return { all: [...document.querySelectorAll("*")].indexOf(at), name: at.outerHTML.slice(0, 80), seen };
    }));
  }
  assert.match(places[0].name, /class="skip"/);
  for (let i = 1; i < places.length; i++) assert.ok(places[i].all > places[i - 1].all, places[i].name);
  for (const place of places) assert.ok(place.seen, "no focus to be seen: " + place.name);
}));

test("Enter searches, and the skip link leads past the form", () => use({}, async (page) => {
  await page.goto(address(""));
  await page.getByRole("searchbox").focus();
  await page.keyboard.type("summit");
  await page.keyboard.press("Enter");
  await page.waitForURL(/q=summit/);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.ok(await page.evaluate(() => document.querySelector("main").contains(document.activeElement)));
}));

for (const [name, parameters] of Object.entries(KINDS)) {
  test(`${name}: fits 320 pixels, and a page of twice the size`, () => use({ viewport: { width: 320, height: 640 } }, async (page) => {
    for (const language of [parameters, inHindi(parameters)]) {
      await page.goto(address(language));
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(width <= 320, `${width} pixels wide`);
    }
  }));
}

test("targets are large enough for a finger", () => use({ viewport: { width: 320, height: 640 } }, async (page) => {
  await page.goto(address("q=india"));
  const small = await page.locator("button, input:not([type=hidden]), select, summary, .vigyapti-facet a, .vigyapti-actions a, .tools a")
    .evaluateAll((all) => all.filter((each) => each.checkVisibility() && each.getBoundingClientRect().height < 24)
      .map((each) => each.outerHTML.slice(0, 100)));
  assert.deepEqual(small, []);
}));

test("print shows the results and not the form", () => use({}, async (page) => {
  await page.goto(address("q=india"));
  await page.emulateMedia({ media: "print" });
  assert.ok(!await page.locator("form").isVisible());
  assert.ok(await hits(page).first().isVisible());
}));

// A matra that is torn from its consonant is drawn with a dotted circle, which is wider.
test("lit words are shaped as they are without light", () => use({}, async (page) => {
  await page.goto(address("q=" + encodeURIComponent("वित्त प्रतिनिधि कार्यक्रम सम्मेलन राष्ट्र विज्ञप्ति क्षेत्र कीर्ति")));
  const found = await page.locator(".vigyapti-snippet, .vigyapti-title").evaluateAll((all) => all
    .filter((each) => each.querySelector("mark")).map((each) => {
      const line = document.createElement("span");
      line.style.cssText = "position: absolute; white-space: nowrap";
      document.body.append(line);
      line.innerHTML = each.innerHTML;
      const lit = line.getBoundingClientRect().width;
      line.textContent = each.textContent;
      const plain = line.getBoundingClientRect().width;
      line.remove();
      return { lit, plain, text: each.textContent };
    }));
  assert.ok(found.length > 5);
  for (const { lit, plain, text } of found) assert.ok(Math.abs(lit - plain) < 1.5, `${lit}, not ${plain}: ${text}`);
}));

test("no page asks for anything that its own policy refuses, nor for anything from elsewhere", () => use({}, async (page) => {
  const said = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  page.on("request", (request) => {
    if (!request.url().startsWith(address(""))) said.push(request.url());
  });
  for (const parameters of Object.values(KINDS)) await page.goto(address(parameters));
  assert.deepEqual(said.filter((each) => !/status of 404/.test(each)), []);
}));
