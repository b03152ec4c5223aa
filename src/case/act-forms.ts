/**
 * The acts of a procurement as forms for a pane: the acts that are offered now, the fields of each,
 * and when it was done. The forms follow from the registry of acts. It performs nothing.
 */
import { actWarnings } from "../app/act-warnings";
import type { EvaluationDocument } from "../core/document/schema";
import { withNames } from "../core/names-of-findings";
import type { Act, Field, Subject } from "../procedure/acts/act";
import { acts } from "../procedure/acts/registry";
import type { ActWords, FieldWords } from "../words/sv/acts";
import { findingText } from "../words/sentences";
import type { Words } from "../words/sv/words";
import type { ActForm, ActFormField, TypedPreview } from "./act-requests";

/** A form for each act that is offered or done, in the order of the work. */
export function actForms(subject: Subject, words: Words): ActForm[] {
  return acts.flatMap((act) => {
    const event = act.doneBy?.(subject.document);
    if (!event && act.isOffered?.(subject) === false) return [];
    const fields = fieldsOf(act, subject, words);
    // An act that needs a choice cannot be done while there is nothing to choose.
    if (fields.some(({ kind, options }) => kind === "choice" && options.length === 0)) return [];
    const text: ActWords = words.acts[act.name];
    const signed = event && words.cli.group.signedBy(event.time, event.by);
    return [
      {
        act: act.name,
        phase: act.phase,
        label: text.label,
        title: text.title ?? text.label,
        hint: text.hint ?? "",
        warning: act.isFinal && !event ? warningText(act, subject, words) : "",
        done: signed === undefined ? "" : (text.done?.(signed) ?? signed),
        fields,
      },
    ];
  });
}

/** The most of what is missing that is told before an act; the step lists the rest. */
const mostWarnings = 3;

/** What the act binds, and what is wrong or missing that it does not wait for. */
function warningText(act: Act, subject: Subject, words: Words): string {
  const { warning, label }: ActWords = words.acts[act.name];
  const missing = withNames(actWarnings(act.name, subject), subject.document);
  const rest = missing.length - mostWarnings;
  return [
    warning ?? label,
    ...missing.slice(0, mostWarnings).map((each) => findingText(each, words)),
    ...(rest > 0 ? [words.pane.more(rest)] : []),
  ].join(" ");
}

function fieldsOf(act: Act, subject: Subject, words: Words): ActFormField[] {
  const texts = textsOf(act, words);
  return Object.entries(act.takes).flatMap(([name, field]) => {
    const text = texts[name];
    if (!text) throw new Error(`no words for the field ${name} of ${act.name}`);
    if (field.kind === "text" && field.isAsked?.(subject) === false) return [];
    return [
      { name, label: text.label, hint: text.hint ?? "", ...controlOf(field, subject, words) },
    ];
  });
}

function textsOf(act: Act, words: Words): { readonly [name: string]: FieldWords } {
  return (words.acts[act.name] as ActWords).fields;
}

/** What a text would become in a field; nothing where the field takes it as it is. */
export function typedPreview(
  { act, field: name }: { readonly act: Act; readonly field: string },
  text: string,
  document: EvaluationDocument,
  words: Words,
): TypedPreview {
  const field = act.takes[name];
  const lines = (field?.kind === "text" && field.becomes?.(text, document, words)) || [];
  return { said: textsOf(act, words)[name]?.becomes?.(lines.length) ?? "", lines };
}

/** Workbooks and documents. */
const caseFiles = ".xlsx,.xlsm,.json";
/** What signature and timestamp services give back; some name their files otherwise. */
const replyFiles = ".p7s,.p7m,.p7b,.tsr,.tst,.pem,.der,.cer";

function controlOf(
  field: Field,
  subject: Subject,
  words: Words,
): Pick<
  ActFormField,
  "kind" | "isRequired" | "isNeeded" | "isPreviewed" | "accept" | "begins" | "options"
> {
  if (field.kind === "file")
    return {
      kind: field.isSeveral ? "files" : "file",
      isRequired: field.isRequired,
      isNeeded: false,
      isPreviewed: false,
      accept: field.holds === "reply" ? replyFiles : caseFiles,
      begins: "",
      options: [],
    };
  const { isRequired } = field;
  const accept = "";
  const isPreviewed = field.becomes !== undefined;
  const options = field.choices?.(subject, words);
  // A choice may offer that nothing is chosen.
  const isNeeded = (!options && isRequired) || field.isNeeded?.(subject) === true;
  if (options)
    return { kind: "choice", isRequired, isNeeded, isPreviewed, accept, begins: "", options };
  const begins = field.begins?.(subject.document, words) ?? "";
  const kind = field.isLong ? "long" : "text";
  return { kind, isRequired, isNeeded, isPreviewed, accept, begins, options: [] };
}
