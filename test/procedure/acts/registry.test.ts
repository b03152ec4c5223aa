/** The registry of acts: what every act has, so that a command and a form can be made of it. */
import type { Act } from "../../../src/procedure/acts/act";
import { acts } from "../../../src/procedure/acts/registry";
import type { ActWords } from "../../../src/words/sv/acts";
import { en } from "../../../src/words/en/words";
import { sv } from "../../../src/words/sv/words";

const fieldsOf = ({ takes }: Act) => Object.keys(takes).sort();

test("every act has a name of its own, and every name in the word list is an act's", () => {
  expect(acts.map(({ name }) => name).sort()).toEqual(Object.keys(sv.acts).sort());
});

test("what a command asks for as a date or a time is read as one, however it is written", () => {
  const asked = acts.flatMap(({ name, takes }) =>
    Object.entries(takes).flatMap(([key, field]) =>
      field.kind === "text" && /<(?:date|time)>/.test(field.option ?? "")
        ? [[name, key, field.isMoment]]
        : [],
    ),
  );
  expect(asked.length).toBeGreaterThan(5);
  expect(asked.filter(([, , isMoment]) => isMoment !== true)).toEqual([]);
});

describe.each([
  ["sv", sv],
  ["en", en],
])("in %s", (_, words) => {
  test.each(acts.map((each) => [each.name, each] as const))(
    "%s has words for what it takes, and for nothing else",
    (name, act) => {
      expect(Object.keys(words.acts[name].fields).sort()).toEqual(fieldsOf(act));
    },
  );

  test("no two acts name their new file alike", () => {
    const suffixes = acts.map(({ name }) => words.acts[name].suffix);
    expect(new Set(suffixes).size).toBe(suffixes.length);
  });

  test("what cannot be undone is said before it is done, and what is done once says so after", () => {
    const text = (act: Act): ActWords => words.acts[act.name];
    expect(acts.filter((each) => each.isFinal && !text(each).warning)).toEqual([]);
    expect(acts.filter((each) => each.doneBy && !text(each).done)).toEqual([]);
  });
});
