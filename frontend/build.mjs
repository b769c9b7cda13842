// Bundles the look and the behaviour of the pages. The same input gives the same bytes.
//
// node build.mjs [target folder]

import { compile } from "sass";
import { build } from "esbuild";
import { copyFile, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = dirname(fileURLToPath(import.meta.url));
const TARGET = resolve(process.argv[2] ?? join(HERE, "../src/chamdiem/web/static/web"));
const MODULES = join(HERE, "node_modules");
// What this year's and last year's browsers of an office understand: light-dark(), nesting, popover.
const BROWSERS = ["chrome123", "edge123", "firefox128", "safari17.5"];

const SHARED = {
  absWorkingDir: HERE,
  bundle: true,
  minify: true,
  target: BROWSERS,
  legalComments: "linked",
  logLevel: "warning",
};

// The parts of Tabler that pages use come as one style sheet, which the product's own lies over.
const tabler = {
  name: "tabler",
  setup({ onLoad }) {
    onLoad({ filter: /tabler\.scss$/ }, ({ path }) => ({
      contents: compile(path, { loadPaths: [MODULES], quietDeps: true, silenceDeprecations: ["import"] }).css,
      loader: "css",
    }));
  },
};

async function styles() {
  await build({
    ...SHARED,
    entryPoints: [{ in: "styles/product.css", out: "product" }],
    outdir: TARGET,
    plugins: [tabler],
    loader: { ".woff2": "file" },
    assetNames: "fonts/[name]",
  });
}

async function behaviour() {
  await build({
    ...SHARED,
    entryPoints: [
      { in: "behaviour/product.js", out: "product" },
      { in: "behaviour/charts.js", out: "charts" },
      { in: "behaviour/theme.js", out: "theme" },
    ],
    outdir: TARGET,
    format: "iife",
  });
}

// One file of symbols; a page draws only the icons that icons.txt names.
async function icons() {
  const names = (await readFile(join(HERE, "icons.txt"), "utf8")).split("\n").filter((line) => line && !line.startsWith("#"));
  const symbols = await Promise.all([...new Set(names)].sort().map(symbol));
  await writeFile(join(TARGET, "icons.svg"), `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>\n`);
}

async function symbol(name) {
  const text = await readFile(join(MODULES, "@tabler/icons/icons/outline", `${name}.svg`), "utf8");
  const shapes = text
    .slice(text.indexOf(">", text.indexOf("<svg")) + 1, text.lastIndexOf("</svg>"))
    .replace(/<path stroke="none" d="M0 0h24v24H0z" fill="none"\s*\/>/, "")
    .replace(/\s*\n\s*/g, "");
  return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">${shapes}</symbol>`;
}

// What is bundled travels with its licence.
async function licences() {
  const { dependencies } = JSON.parse(await readFile(join(HERE, "package.json"), "utf8"));
  const texts = await Promise.all(
    Object.entries(dependencies).map(async ([name, version]) => {
      const folder = join(MODULES, name);
      const file = (await readdir(folder)).find((each) => /^licen[cs]e/i.test(each));
      return `${name} ${version}\n\n${file ? await readFile(join(folder, file), "utf8") : "see its package"}`;
    }),
  );
  await writeFile(join(TARGET, "LICENCES.txt"), texts.join(`\n${"-".repeat(72)}\n\n`));
}

await rm(TARGET, { recursive: true, force: true });
await mkdir(TARGET, { recursive: true });
await Promise.all([styles(), behaviour(), icons(), licences(), copyFile(join(HERE, "mark.svg"), join(TARGET, "mark.svg"))]);
