/**
 * Modell: the published model as a form, with what the linter says of it beside, and a trial on
 * drawn bids.
 */
import type { FieldAnswer } from "../../case/answers";
import type { FieldName } from "../drafts";
import { action, begun, findings, fold, section } from "../controls";
import type { Child } from "../element";
import { h, newId } from "../element";
import type { Session } from "../session";
import { publishView } from "./group";
import { sectionViews } from "./section";

export function modelView(session: Session): Child {
  const { known, text } = session;
  if (!known) return undefined;
  const about = known.findings.filter(({ place }) => /^(model|criteria)/.test(place));
  const trial = h("div", {}, sectionViews(session, session.found.modelTest ?? []));
  return [
    known.formula !== "" && h("p", { class: "formula" }, known.formula),
    section(text.model.findings, findings(session, about, text.model.noFindings)),
    section(
      text.model.form,
      h("p", { class: "hint" }, text.model.formHint),
      known.fields.map((field) => fieldView(session, field)),
    ),
    known.group && section(text.group.publish, publishView(session, known.group)),
    section(
      text.model.trial,
      h("p", { class: "hint" }, text.model.trialHint),
      action(session, text.model.tryIt, async () => {
        session.found.modelTest = await session.ask("modelTest");
        trial.replaceChildren(...sectionViews(session, session.found.modelTest));
      }),
      trial,
    ),
    known.modelText !== "" &&
      fold(session, "in words", text.model.inWords, [
        h("pre", { class: "words" }, known.modelText),
      ]),
    known.state === "read" &&
      fold(
        session,
        "requirement texts",
        text.model.requirementTexts,
        (body) =>
          void session.run(body, async () => {
            session.found.requirementTexts ??= await session.ask("requirementTexts");
            body.append(findings(session, session.found.requirementTexts));
          }),
      ),
  ];
}

/**
 * One row of the sheet. What is entered goes into its cell when the field is left, and the model is
 * read again.
 */
function fieldView(
  session: Session,
  { key, label, hint, value, kind, options }: FieldAnswer,
): HTMLElement {
  const { text, known } = session;
  const [id, hintId, toldId] = [newId(), newId(), newId()];
  const told = h("div", { class: "told", id: toldId, role: "alert" });
  const name: FieldName = `model.${key}`;
  const shown = session.begun.entry(name, value);
  const control = begun(
    session,
    name,
    kind === "choice"
      ? h(
          "select",
          { id, "aria-describedby": hintId },
          h("option", { value: "" }, text.model.blank),
          options.map((option) =>
            h("option", { value: option, selected: option === shown }, option),
          ),
        )
      : h("input", {
          id,
          type: "text",
          inputmode: kind === "number" ? "decimal" : "text",
          value: shown,
          "aria-describedby": hintId,
          autocomplete: "off",
        }),
  );
  const own = known?.findings.filter(({ place }) => place === `model.${key}`) ?? [];
  control.addEventListener(
    "change",
    () =>
      void session.run(told, async () => {
        const sent = control.value;
        const entry = await session.ask("enter", key, sent);
        control.toggleAttribute("aria-invalid", !entry.kept);
        if (!entry.kept) {
          told.textContent = entry.why;
          return;
        }
        session.begun.kept(name, sent);
        session.written();
        await session.refresh();
        session.announce(text.model.kept(label));
      }),
  );
  return h(
    "div",
    { class: "field", "data-key": key },
    h("label", { for: id }, label),
    control,
    h("p", { class: "hint", id: hintId }, hint),
    told,
    shown !== value && h("p", { class: "open" }, text.model.notKept(value)),
    own.length > 0 &&
      h(
        "ul",
        { class: "findings" },
        own.map((each) => h("li", { class: each.severity }, each.text)),
      ),
  );
}
