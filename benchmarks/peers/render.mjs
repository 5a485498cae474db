// One engine renders one template many times: node render.mjs ENGINE TEMPLATE DATA OUTPUT TURNS; prints ms a turn.
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { promisify } from "node:util";

const engines = {
  async docxtemplater(template) {
    const { default: PizZip } = await import("pizzip");
    const { default: Docxtemplater } = await import("docxtemplater");
    return (data) => {
      const made = new Docxtemplater(new PizZip(template), { paragraphLoop: true });
      made.render(data);
      return made.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
    };
  },
  async "easy-template-x"(template) {
    const { TemplateHandler } = await import("easy-template-x");
    const handler = new TemplateHandler();
    return (data) => handler.process(template, data);
  },
  async "docx-templates"(template) {
    const { createReport } = await import("docx-templates");
    return (data) => createReport({ template, data, cmdDelimiter: "+++", noSandbox: true });
  },
  // It takes the path of a template and reads it anew each time.
  async carbone(_, path) {
    const { default: carbone } = await import("carbone");
    const render = promisify(carbone.render);
    return (data) => render(resolve(path), data, {});
  },
};

const [engine, path, values, output, turns] = process.argv.slice(2);
const render = await engines[engine](readFileSync(path), path);
const data = JSON.parse(readFileSync(values, "utf8"));
for (let turn = 0; turn < 5; turn++) writeFileSync(output, await render(data));
const start = process.cpuUsage();
for (let turn = 0; turn < Number(turns); turn++) await render(data);
const { user, system } = process.cpuUsage(start);
console.log((user + system) / 1000 / Number(turns));
process.exit(0);
