/**
 * The JSON Schema that others read says what every property of the document is: no property, at
 * any depth, stands without a description.
 */
import * as z from "zod";
import { documentSchema } from "../../../src/core/document/schema";

type Node = { [key: string]: unknown };

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;

/** Every property below a schema, with its path, in the order of the schema. */
function* properties(node: unknown, path = ""): Generator<[path: string, property: Node]> {
  if (!isNode(node)) return;
  for (const [key, value] of Object.entries(node)) {
    if (key !== "properties") yield* properties(value, path);
    else
      for (const [name, property] of Object.entries(value as { [name: string]: Node })) {
        yield [`${path}/${name}`, property];
        yield* properties(property, `${path}/${name}`);
      }
  }
}

const all = [...properties(z.toJSONSchema(documentSchema))];
const describing = all.map(([path, { description }]): [string, string] => [
  path,
  typeof description === "string" ? description : "",
]);

test("the properties are found at every depth, also in alternatives, in records and in a criterion, which stands under definitions", () => {
  expect(all.map(([path]) => path)).toEqual(
    expect.arrayContaining([
      "/format",
      "/model/method/price/scale/bands/upTo",
      "/bids/scores/assessments/value",
      "/scale/levels/label",
      "/events/hash",
    ]),
  );
});

test("every property has a description", () => {
  expect(describing.filter(([, text]) => text === "").map(([path]) => path)).toEqual([]);
});

test("a description is one sentence of at most 160 characters, and ends with a full stop", () => {
  const isSentence = /^[A-Z][^]{1,158}\.$/;
  expect(describing.filter(([, text]) => text !== "" && !isSentence.test(text))).toEqual([]);
});
