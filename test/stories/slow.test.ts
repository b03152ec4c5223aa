/**
 * Every act of the pane while another is still under way, in an Excel that answers only when it is
 * let: whatever came of it stands where it belongs when both are done, the focus is where it was,
 * and nothing that was written is lost.
 */
import { fault } from "../excel-host/host";
import type { ExcelHost } from "../excel-host/host";
import { document as evaluationOf, monetary } from "../small";
import { User } from "./user";

const user = new User();
const { step, press, seen, until, say } = user;

const evaluation = evaluationOf({
  model: {
    rounding: { result: { decimals: 2, mode: "half-up" } },
    ties: ["lowest-price", "lottery"],
  },
  criteria: [monetary("M", { deduction: "100", name: "Mobilt stöd" })],
  requirements: ["K1"],
  bids: [
    { id: "A", price: "1000.50", scores: { M: "5" }, verdicts: { K1: "met" } },
    { id: "B", price: "950", scores: { M: "0" }, verdicts: { K1: "met" } },
  ],
});

const field = (key: string) => user.frame.locator(`[data-key='${key}']`);
const focused = () =>
  user.frame.evaluate(() =>
    document.activeElement?.closest("[data-name]")?.getAttribute("data-name"),
  );
const cells = (host: ExcelHost, sheet: string) =>
  [...(host.workbook.sheet(sheet)?.cells.values() ?? [])].map(({ value }) => value);

/** Waits until a held Excel has been asked something, so that an act is surely under way. */
const asked = (host: ExcelHost) => until(() => host.waiting > 0);

/** Excel is held while the first act begins and the second is done on top of it, then let go. */
async function during(
  host: ExcelHost,
  first: () => Promise<unknown>,
  second: () => Promise<unknown>,
) {
  const release = host.hold();
  await first();
  await asked(host);
  await second();
  release();
}

/** One field of the model is entered: the act that all others meet below. */
const enterCeiling = async () => {
  await field("priceCeiling").locator("input").fill("1250");
  await field("priceCeiling").locator("input").press("Tab");
};

test("a field that is refused while the one before it is entered says why, beside it, and keeps what was typed", async () => {
  const host = await user.openExcel(evaluation);
  await step("Modell");
  await during(
    host,
    () => field("ties[1]").locator("select").selectOption(""),
    async () => {
      await field("priceCeiling").locator("input").fill("1.249,50");
      await field("priceCeiling").locator("input").press("Tab");
    },
  );
  await field("priceCeiling").locator(".failure:has-text('Skriv talet utan punkt')").waitFor();
  expect([
    await field("priceCeiling").locator("input").inputValue(),
    await field("priceCeiling").locator("input").getAttribute("aria-invalid"),
    await user.frame.locator("#messages .failure").count(),
    await focused(),
  ]).toEqual(["1.249,50", "true", 0, "help model.zeroPrice"]);
  // Mended, it is entered, and its reason is gone.
  await field("priceCeiling").locator("input").fill("1 249,50");
  await field("priceCeiling").locator("input").press("Enter");
  await until(() => cells(host, "Modell").includes(1249.5));
  await field("priceCeiling").locator(".failure").waitFor({ state: "detached" });
});

test("a field changed again while it is entered ends as it was last left", async () => {
  const host = await user.openExcel(evaluation);
  await step("Modell");
  await during(host, enterCeiling, async () => {
    await field("priceCeiling").locator("input").fill("1300");
    await field("priceCeiling").locator("input").press("Tab");
  });
  await until(() => cells(host, "Modell").includes(1300));
  await user.frame.waitForFunction(() => !document.querySelector("[aria-busy=true]"));
  expect(await field("priceCeiling").locator("input").inputValue()).toMatch(/^1\s?300$/);
  expect(await field("priceCeiling").locator(".open, .failure").count()).toBe(0);
});

test("set back to what the cell had while it is entered, a field is set back in the cell too", async () => {
  const host = await user.openExcel(evaluation);
  await step("Modell");
  await during(host, enterCeiling, async () => {
    await field("priceCeiling").locator("input").fill("");
    await field("priceCeiling").locator("input").press("Tab");
  });
  await user.frame.waitForFunction(() => !document.querySelector("[aria-busy=true]"));
  expect(cells(host, "Modell")).not.toContain(1250);
  expect(await field("priceCeiling").locator("input").inputValue()).toBe("");
});

test("a refusal that comes when another step is shown is reported above it, by name, until that step is left", async () => {
  const host = await user.openExcel(evaluation);
  await step("Resultat");
  await during(
    host,
    () => press("Utvärdera"),
    async () => {
      await step("Krav");
      host.fault = () => fault.cellEditMode;
    },
  );
  await user.frame.waitForSelector(
    "#messages .failure:has-text('Utvärdera: En cell redigeras just nu.')",
  );
  host.fault = () => 0;
  await step("Resultat");
  expect(await user.frame.locator(".failure").count()).toBe(0);
});

test.each([
  ["Modell", "Prova modellen", "Antal dragningar"],
  ["Granska", "Granska filen", "KAN INTE GRANSKAS HELT"],
  ["Resultat", "Utvärdera", "Resultatbladen stämmer med underlaget."],
  ["Granska", "Kontrollera", "Anmärkningar ("],
])(
  "%s, %s while a field is entered: the answer is shown when both are done",
  async (at, button, answer) => {
    const host = await user.openExcel(evaluation);
    await step("Modell");
    await during(host, enterCeiling, async () => {
      await step(at);
      await press(button);
    });
    await seen(answer);
    expect(await user.frame.locator(".failure").count()).toBe(0);
    await until(() => cells(host, "Modell").includes(1250));
  },
);

test("an answer that was there when the workbook is read again says why it is gone", async () => {
  await user.openExcel(evaluation);
  await step("Modell");
  await press("Prova modellen");
  await seen("Antal dragningar");
  await enterCeiling();
  await seen("Arbetsboken har lästs på nytt sedan dess.");
  expect(await user.frame.locator("text=Antal dragningar").count()).toBe(0);
});

test("why, sensitivity and the walk, unfolded while a field is entered, are of the case as it is after", async () => {
  const host = await user.openExcel(evaluation);
  await step("Modell");
  await during(host, enterCeiling, async () => {
    await step("Resultat");
    await user.frame.locator(".chosen details > summary").first().click();
    await user.frame.locator(".chosen .steps").first().waitFor();
  });
  await step("Känslighet");
  await seen("Resultatets delar");
  await step("Granska");
  await press("Börja genomgången");
  await user.frame.waitForSelector(".walk h4");
  await user.frame.waitForFunction(
    () => document.activeElement?.getAttribute("data-name") === "station",
  );
  await step("Resultat");
  await user.frame.locator(".chosen .steps").first().waitFor();
});

test("an act of the group while a field is entered: both are in the workbook, and the draft is sent", async () => {
  const host = await user.openExcel(evaluation);
  await step("Modell");
  await during(host, enterCeiling, async () => {
    await step("Granska");
    await say("Eva Ek");
    await user.frame.click("summary:text-is('Skriv en kommentar')");
    await user.frame.fill(".field:has(label:text-is('Kommentar')) textarea", "Är K1 prövat?");
    await press("Lägg till");
    await user.frame.click("summary:text-is('Intyga granskning')");
    await user.frame.fill(".field:has(label:text-is('Intyg')) textarea", "Läst till hälften");
  });
  await user.frame.waitForSelector(".history >> text=Är K1 prövat?");
  await until(() => cells(host, "Modell").includes(1250));
  // The other form is as it was left, with the focus in it.
  expect([
    await user.frame.inputValue(".field:has(label:text-is('Intyg')) textarea"),
    await focused(),
  ]).toEqual(["Läst till hälften", "sign-off.text"]);
});

test("asked twice: the answer 'no' while another act is under way, and a refusal after 'yes'", async () => {
  const host = await user.openExcel(evaluation);
  await nameAtWork("Eva Ek");
  await during(
    host,
    () => press("Kontrollera"),
    async () => {
      await step("Modell");
      await press("Publicera modellen");
      expect(await focused()).toBe("keep publish");
      await press("Nej, låt vara");
      expect(await focused()).toBe("ask publish");
      await press("Publicera modellen");
      host.fault = () => fault.cellEditMode;
      await press("Ja, publicera modellen");
    },
  );
  await user.frame.waitForSelector(".twice .failure:has-text('En cell redigeras just nu.')");
  host.fault = () => 0;
  await press("Ja, publicera modellen");
  await seen("Publicerad 20");
});

/** The name is asked for where the group works. */
async function nameAtWork(name: string): Promise<void> {
  await step("Granska");
  await say(name);
  await step("Start");
}

test("a link to a cell, pressed while the case is evaluated, goes there; refused, it says so beside itself", async () => {
  const [a, b] = evaluation.bids;
  if (!a || !b) throw new Error("two bids");
  const host = await user.openExcel({ ...evaluation, bids: [a, { ...b, scores: {} }] });
  const sheet = host.workbook.sheet("Poäng");
  if (sheet) sheet.visibility = "VeryHidden";
  await step("Resultat");
  await during(
    host,
    () => press("Utvärdera"),
    async () => {
      await step("Poäng");
      await user.frame.click("summary:has-text('Vad som är bedömt, anbud för anbud')");
      await user.frame.click("summary:has-text('1 bedömning saknas')");
      await user.frame.click("li button.link:visible");
    },
  );
  await user.frame.waitForSelector("li .failure:has-text('är dolt')");
  await until(() => host.workbook.sheet("Sammanställning") !== undefined);
});

test("the language switched while a field is entered: the words, the draft and the cell", async () => {
  const host = await user.openExcel(evaluation);
  await step("Modell");
  await during(host, enterCeiling, async () => {
    await field("winners").locator("input").fill("2");
    await user.frame.selectOption("#language", "en");
    await user.frame.waitForSelector("#steps button:text-is('Model')");
  });
  await until(() => cells(host, "Modell").includes(1250));
  await seen("The model");
  await until(() => cells(host, "Modell").includes(2));
  expect(await field("winners").locator("input").inputValue()).toBe("2");
});

test("stopped by the user, the one that is under way stops, and not what is begun after it", async () => {
  const host = await user.openExcel(evaluation);
  await step("Resultat");
  const release = host.hold();
  await press("Utvärdera");
  await asked(host);
  await user.frame.click("#cancel");
  await step("Modell");
  await enterCeiling();
  release();
  await user.frame.waitForSelector("#messages .failure:has-text('Utvärdera: ')");
  await until(() => cells(host, "Modell").includes(1250));
  expect(await field("priceCeiling").locator(".failure").count()).toBe(0);
});

test("a button pressed twice while it works does its work once, and keeps the focus", async () => {
  const host = await user.openExcel(evaluation);
  await step("Granska");
  await say("Eva Ek");
  await user.frame.click("summary:text-is('Skriv en kommentar')");
  await user.frame.fill(".field:has(label:text-is('Kommentar')) textarea", "Är K1 prövat?");
  await during(
    host,
    () => press("Lägg till"),
    async () => {
      const button = user.frame.locator("[data-name='comment'] > button");
      expect([await button.getAttribute("aria-disabled"), await focused()]).toEqual([
        "true",
        "comment",
      ]);
      await button.dispatchEvent("click");
    },
  );
  await user.frame.waitForSelector(".history >> text=Är K1 prövat?");
  // What was asked after it is done after it: a second comment would be here by now.
  await press("Kontrollera");
  await until(
    async () => (await user.frame.locator("[data-name='check'] > [aria-disabled]").count()) === 0,
  );
  expect(cells(host, "Händelser").filter((value) => value === "Är K1 prövat?").length).toBe(1);
});

test("a new evaluation that is being made when the language is switched", async () => {
  const host = await user.openEmpty();
  await during(
    host,
    () => press("Skapa med exempeldata"),
    () => user.frame.selectOption("#language", "en"),
  );
  await seen("This is the example.");
  // The words are English; the sheets are in the language in which they were asked for.
  expect(host.workbook.sheet("Kriterier")).toBeDefined();
});

test("what is shown stays marked as outdated until the reading that has the change has come", async () => {
  const host = await user.openExcel(evaluation);
  await step("Krav");
  const release = host.hold();
  host.type("Anbud", "B6", "Nytt namn");
  await asked(host);
  expect(await user.frame.textContent("#standing")).toContain("Arbetsboken har ändrats.");
  release();
  await seen("Nytt namn");
  expect(await user.frame.textContent("#standing")).not.toContain("Arbetsboken har ändrats.");
});
