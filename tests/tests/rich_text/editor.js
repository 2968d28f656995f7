// The editor's side of the contract: reads documents as the store writes them, and makes documents as the editor might.
//   node editor.js FOLDER-OF-UI < {"docs": […], "own": number}  > {"schema", "refused", "own"}
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const { schema, schemaAsData, LIST_DEPTH } = await import(pathToFileURL(join(process.argv[2], "elements/rich-text/schema.js")).href);
const asked = JSON.parse(readFileSync(0, "utf8"));

const refused = [];
for (const [index, doc] of asked.docs.entries()) {
  try {
    const node = schema.nodeFromJSON(doc);
    node.check();
    const again = JSON.stringify(node.toJSON());
    if (again !== JSON.stringify(schema.nodeFromJSON(JSON.parse(again)).toJSON())) throw new Error("comes back as another");
  } catch (cause) {
    refused.push({ index, why: String(cause) });
  }
}

// The same dice every time.
let dice = 20261122;
function roll(sides) {
  dice = (Math.imul(dice, 1664525) + 1013904223) >>> 0;
  return Math.floor((dice / 2 ** 32) * sides);
}

const ATTRS = {
  heading: () => ({ level: 1 + roll(3) }),
  ordered_list: () => ({ start: roll(2) ? 1 : 1 + roll(40) }),
  table: () => ({ caption: roll(2) ? "表の題" : null }),
  block: () => ({ name: "schedule" }),
  field: () => ({ key: "schedule.proposal_deadline" }),
};

function marksOf(parent) {
  const all = Object.values(schema.marks).filter((type) => parent.allowsMarkType(type) && roll(4) === 0);
  return all.map((type) => type.create(type.name === "link" ? { href: "https://a.example/" } : null));
}

/** A random node of this type, made by walking the content rule of the schema itself. */
function make(type, lists, parent) {
  if (type.isText) return schema.text("選定" + roll(10), marksOf(parent));
  const deeper = lists + (type.name.endsWith("_list") ? 1 : 0);
  const content = [];
  for (let rule = type.contentMatch; ;) {
    const next = [];
    for (let n = 0; n < rule.edgeCount; n++) {
      const edge = rule.edge(n);
      if (!(edge.type.name.endsWith("_list") && deeper >= LIST_DEPTH)) next.push(edge);
    }
    if (rule.validEnd && (next.length === 0 || content.length > 2 || roll(2) === 0)) break;
    const edge = next[roll(next.length)];
    content.push(make(edge.type, type.name.startsWith("table_") ? 0 : deeper, type));
    rule = edge.next;
  }
  return type.create(ATTRS[type.name]?.() ?? null, content, type.isInline ? marksOf(parent) : null);
}

const own = Array.from({ length: asked.own }, () => {
  const doc = make(schema.topNodeType, 0, null);
  doc.check();
  return doc.toJSON();
});
process.stdout.write(JSON.stringify({ schema: schemaAsData(), refused, own }));
