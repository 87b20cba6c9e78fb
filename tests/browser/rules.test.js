// The page by the rules: axe-core for accessibility, the Nu checker for HTML.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { KINDS, address, aBrowser, inHindi } from "./browser.js";

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const use = aBrowser();

for (const colorScheme of ["light", "dark"]) {
  for (const [name, parameters] of Object.entries(KINDS)) {
    // axe is a script, which the page's own policy refuses.
    test(`axe, ${colorScheme}: ${name}`, () => use({ colorScheme, bypassCSP: true }, async (page) => {
      for (const language of [parameters, inHindi(parameters)]) {
        await page.goto(address(language));
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => window.axe.run());
        assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html + " " + node.failureSummary)]), []);
      }
    }));
  }
}

// The fragment of --format html, in the smallest page that it may be put into.
function withFragment(fragment) {
  return `<!DOCTYPE html><html lang="en"><head><title>t</title></head><body><h1>t</h1><h2>t</h2>${fragment}</body></html>`;
}

// What the Nu checker says of the HTML files in a folder.
function faultsIn(folder) {
  const jar = require.resolve("vnu-jar/build/dist/vnu.jar");
  try {
    execFileSync("java", ["-jar", jar, "--errors-only", "--skip-non-html", folder], { stdio: "pipe" });
    return "";
  } catch (error) {
    return String(error.stderr) || String(error);
  }
}

function inFolder(look) {
  const folder = mkdtempSync(path.join(tmpdir(), "vigyapti-html-"));
  return Promise.resolve(look(folder)).finally(() => rmSync(folder, { recursive: true }));
}

test("both checkers find what is wrong", () => Promise.all([
  use({ bypassCSP: true }, async (page) => {
    await page.goto(address("q=oil"));
    await page.evaluate(() => document.querySelector("label[for=q]").remove());
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run());
    assert.ok(violations.some(({ id }) => id === "label"), JSON.stringify(violations.map(({ id }) => id)));
  }),
  inFolder((folder) => {
    writeFileSync(path.join(folder, "bad.html"), withFragment("<p><li></p>"));
    assert.match(faultsIn(folder), /li/);
  }),
]));

test("every kind of page is HTML", () => inFolder(async (folder) => {
  for (const [name, parameters] of Object.entries(KINDS)) {
    for (const [language, all] of [["en", parameters], ["hi", inHindi(parameters)]]) {
      const text = await (await fetch(address(all), { headers: { "Accept-Language": "en" } })).text();
      writeFileSync(path.join(folder, `${name}.${language}.html`), text);
    }
  }
  writeFileSync(path.join(folder, "fragment.html"), withFragment(readFileSync(process.env.FRAGMENT, "utf8")));
  assert.equal(faultsIn(folder), "");
}));
