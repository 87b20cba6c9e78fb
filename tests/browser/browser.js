// What the tests of the page share: Debian's Chromium and the addresses of the page. $PAGE is the
// page's address.

import { after, before } from "node:test";
import { chromium } from "playwright-core";

export const PAGE = process.env.PAGE;

// One of each kind of page, by its parameters.
export const KINDS = {
  front: "",
  results: "q=russia+oil",
  "results in Hindi": "q=" + encodeURIComponent("रूस ऊर्जा"),
  "chosen filters": "q=india&country=IN&lang=en&from=2019&to=2024&sort=date",
  "second page": "q=india&page=2",
  "nothing found": "q=zzzzqqqq",
  "with notices": "q=" + encodeURIComponent('india "open') + "&from=never",
  suggestion: "q=" + encodeURIComponent("विदश मंत्रलय"),
  release: "q=ऊर्जा&id=vg-2023-101701-hi",
  "more like this": "like=vg-2023-101701-hi",
  help: "view=help",
  error: "id=there-is-none",
};

export const address = (parameters) => PAGE + (parameters ? "?" + parameters : "");
export const inHindi = (parameters) => (parameters ? parameters + "&" : "") + "ui=hi";

// A browser for the tests of a file; `use(options)` opens a page of its own for each.
export function aBrowser() {
  let browser;
  before(async () => {
    browser = await chromium.launch({
      executablePath: "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync"],
    });
  });
  after(() => browser?.close());
  return async (options, look) => {
    const context = await browser.newContext({ locale: "en-GB", viewport: { width: 1280, height: 900 }, ...options });
    try {
      const page = await context.newPage();
      page.setDefaultTimeout(60_000);
      return await look(page);
    } finally {
      await context.close();
    }
  };
}
