/**
 * What is wrong in the fields of an act's form, said beside each of them: what is not filled in, before
 * anything is asked or sent, and what the act refused. It performs nothing.
 */
import type { ActForm, ActFormField } from "../../case/act-requests";
import type { ActAnswer } from "../../case/answers";
import type { Field } from "../fields";
import type { Session } from "../session";

/** Whether a field must have one of its options, none of which stands for nothing. */
export function mustBeChosen({ kind, isRequired, options }: ActFormField): boolean {
  return kind === "choice" && isRequired && options.every(({ code }) => code !== "");
}

/** @returns whether everything is there; otherwise each field that lacks something says so */
export function isFilledIn(
  session: Session,
  { act }: ActForm,
  fields: readonly (ActFormField & Field)[],
): boolean {
  const { text, tasks } = session;
  tasks.forget(({ name, isUnderWay }) => !isUnderWay && name.startsWith(`${act}.`));
  const blank = fields.filter(
    (field) => (field.isNeeded || mustBeChosen(field)) && field.value() === "",
  );
  for (const { name, label, kind } of blank) {
    const why = kind === "choice" ? text.group.choiceMissing(label) : text.group.fieldMissing;
    tasks.refuse(`${act}.${name}`, label, why);
  }
  const [first] = blank;
  if (first) session.bringTo({ name: `${act}.${first.name}`, isFocused: true });
  return blank.length === 0;
}

/** The answer without what is said beside the fields of its form. */
export function saidBeside(session: Session, act: ActForm["act"], answer: ActAnswer): ActAnswer {
  const { fields = [] } = session.known?.acts.find((form) => form.act === act) ?? {};
  const fieldOf = ({ field }: ActAnswer["findings"][number]) =>
    fields.find(({ name, kind }) => name === field && kind !== "file" && kind !== "files");
  for (const finding of answer.findings) {
    const field = fieldOf(finding);
    if (field) session.tasks.refuse(`${act}.${field.name}`, field.label, finding.text);
  }
  return { ...answer, findings: answer.findings.filter((each) => !fieldOf(each)) };
}
