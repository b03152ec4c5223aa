/**
 * What the pane has under way and what came of it, without a page: an answer that comes late belongs
 * to the press it answers, and a failure is never hidden by a milder word.
 */
import { Tasks } from "../../src/taskpane/tasks";

const failure = { kind: "failure", text: "Excel svarar inte." } as const;

test("begun again: the answer to the first press says nothing of the second", () => {
  const tasks = new Tasks();
  const first = tasks.begin("model.winners", "Antal vinnare");
  const second = tasks.begin("model.winners", "Antal vinnare");
  tasks.end(first);
  expect([tasks.isUnderWay("model.winners"), tasks.messages]).toEqual([true, []]);
  tasks.end(second, failure);
  expect(tasks.messages.map(({ message }) => message)).toEqual([failure]);
});

test("ended well, a task is forgotten; ended with something to tell, it stays", () => {
  const tasks = new Tasks();
  tasks.end(tasks.begin("record", "Registrera"));
  expect([tasks.of("record"), tasks.isWorking]).toEqual([undefined, false]);
  const warned = tasks.begin("record", "Registrera");
  tasks.warn(warned, "Ångra finns inte.");
  tasks.end(warned);
  expect(tasks.of("record")?.message).toEqual({ kind: "warning", text: "Ångra finns inte." });
});

test("a warning that comes late does not hide the failure", () => {
  const tasks = new Tasks();
  const task = tasks.begin("record", "Registrera");
  tasks.end(task, failure);
  tasks.warn(task, "Ångra finns inte.");
  expect(tasks.of("record")?.message).toEqual(failure);
});

// prettier-ignore
test.each<[string, readonly string[], string, boolean]>([
  ["nothing under way",      [],                     "record", false],
  ["the same alone",         ["record"],             "record", false],
  ["another alone",          ["publish"],            "record", true],
  ["the same and another",   ["record", "publish"],  "record", true],
])("waits for something else: %s", (_, begun, name, expected) => {
  const tasks = new Tasks();
  for (const each of begun) tasks.begin(each, each);
  expect(tasks.isWorkingBeside(name)).toBe(expected);
});

test("cancelling stops what is under way, not what is begun after it", () => {
  const tasks = new Tasks();
  const stopped = tasks.begin("evaluate", "Utvärdera");
  tasks.cancel();
  expect(tasks.isCancelled).toBe(true);
  tasks.begin("record", "Registrera");
  tasks.end(stopped);
  expect(tasks.isCancelled).toBe(false);
});

test("a note waits for nothing, but leaves a task that is under way alone", () => {
  const tasks = new Tasks();
  tasks.note("panes", "Paneler", "Öppnad i en annan panel.");
  expect(tasks.of("panes")?.message?.kind).toBe("note");
  tasks.begin("panes", "Paneler");
  tasks.note("panes", "Paneler", "Öppnad i en annan panel.");
  expect(tasks.of("panes")?.message).toBeUndefined();
});
