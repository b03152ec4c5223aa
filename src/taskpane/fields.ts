/**
 * Fields of a form: a file, a text, a choice. What is entered is kept as a draft by the session; no
 * field keeps it itself.
 */
import type { Choice } from "../procedure/acts/act";
import { bytesOf as bytesOfFile } from "../host/file-bytes";
import { taskMessage } from "./controls";
import type { FieldName, FileName } from "./drafts";
import { h, newId } from "./element";
import { helpButton, helpPanel, labelWithHelp } from "./help";
import type { HelpName } from "./help-names";
import type { Session } from "./session";

type FileField = {
  readonly label: string;
  readonly isSeveral?: boolean;
  readonly accept?: string;
  /** The field whose help it has, where its own name is that of an act. */
  readonly help?: HelpName;
};

/** A field for a file, or for several at once. */
export function fileInput(
  session: Session,
  name: FileName,
  { label, isSeveral = false, accept = ".xlsx,.xlsm,.json", help = name }: FileField,
  work: (...files: readonly [File, ...File[]]) => Promise<void>,
): HTMLElement {
  const [id, labelId] = [newId(), newId()];
  return h(
    "div",
    { class: "field", "data-name": name },
    h(
      "div",
      { class: "label" },
      h("span", { id: labelId }, label),
      helpButton(session, { name: help, label }),
    ),
    helpPanel(session, help),
    // The browser's own button is in the language of the browser: it is there for the keyboard and for
    // screen readers, and its label is the button that is seen.
    h("input", {
      type: "file",
      class: "heard",
      id,
      "aria-labelledby": `${labelId} ${id}-choose`,
      accept,
      multiple: isSeveral,
      onchange: (event: Event) => {
        const input = event.currentTarget as HTMLInputElement;
        const [first, ...rest] = input.files ?? [];
        if (first) void session.run(name, label, () => work(first, ...rest));
        // The same file can then be chosen again after it has been corrected.
        input.value = "";
      },
    }),
    chooseLabel(session, id, isSeveral),
    taskMessage(session, name),
  );
}

/** What is seen of a field for files: a label that looks like a button and presses it. */
function chooseLabel({ text }: Session, id: string, isSeveral: boolean): HTMLElement {
  return h(
    "label",
    { for: id, id: `${id}-choose`, class: "choose" },
    isSeveral ? text.chooseFiles : text.chooseFile,
  );
}

/** A field for files that can also be dropped on it. */
export function dropZone(
  session: Session,
  name: FileName,
  { text, ...field }: { readonly text: string } & FileField,
  work: (...files: readonly [File, ...File[]]) => Promise<void>,
): HTMLElement {
  const over = (isOver: boolean) => (event: DragEvent) => {
    event.preventDefault();
    (event.currentTarget as Element).classList.toggle("over", isOver);
    return event;
  };
  return h(
    "div",
    {
      class: "drop",
      "data-name": `drop ${name}`,
      ondragover: over(true),
      ondragleave: over(false),
      ondrop: (event: DragEvent) => {
        const [first, ...rest] = over(false)(event).dataTransfer?.files ?? [];
        const files = field.isSeveral ? rest : [];
        if (first) void session.run(name, field.label, () => work(first, ...files));
      },
    },
    h("p", {}, text),
    fileInput(session, name, field, work),
  );
}

/**
 * The bytes of a chosen or dropped file.
 * @throws Failure that says why the file is not read
 */
export function bytesOf(file: File): Promise<Uint8Array> {
  return bytesOfFile(file);
}

/** A field as it is drawn, and the value that it has when the form is sent. */
export type Field = { readonly view: HTMLElement; readonly value: () => string };

/** A field for a text, which is a draft until its form is sent. */
export function textField(
  session: Session,
  name: FieldName,
  label: string,
  {
    begins = "",
    hint,
    inputMode,
    rows,
    whenTyped,
    whenLeft,
  }: {
    readonly begins?: string;
    readonly hint?: string;
    readonly inputMode?: "decimal";
    /** The least height of a field for several lines, which grows with what is typed. */
    readonly rows?: number;
    readonly whenTyped?: () => void;
    /** Called once what was typed is done with, for what takes too long to do at each key. */
    readonly whenLeft?: () => void;
  } = {},
): Field {
  const [id, hintId] = [newId(), newId()];
  const value = () => session.drafts.entry(name, begins);
  const note = noteDraft(session, name, begins);
  const common = {
    id,
    "aria-describedby": hint === undefined ? undefined : hintId,
    "aria-invalid": session.tasks.of(name)?.message ? "true" : undefined,
    oninput: (event: Event) => {
      note(event);
      whenTyped?.();
    },
    onchange: whenLeft,
  };
  const view = h(
    "div",
    { class: "field", "data-name": name },
    labelWithHelp(session, id, { name, label }),
    rows === undefined
      ? h("input", {
          ...common,
          type: "text",
          value: value(),
          autocomplete: "off",
          inputmode: inputMode,
        })
      : h("textarea", { ...common, rows, class: "grows" }, value()),
    hint !== undefined && h("p", { class: "hint", id: hintId }, hint),
    taskMessage(session, name),
  );
  return { view, value: () => value().trim() };
}

type ChoiceOptions = {
  readonly options: readonly Choice[];
  readonly begins?: string;
  readonly hint?: string;
  readonly whenChosen?: () => void;
};

/** A choice among words; the first, or the one that the field begins with, until another is chosen. */
export function choiceField(
  session: Session,
  name: FieldName,
  label: string,
  { options, begins = options[0]?.code ?? "", hint, whenChosen }: ChoiceOptions,
): Field {
  const [id, hintId] = [newId(), newId()];
  const value = () => {
    const chosen = session.drafts.entry(name, begins);
    // A choice that is no longer offered counts as not made.
    return options.some(({ code }) => code === chosen) ? chosen : begins;
  };
  const view = h(
    "div",
    { class: "field", "data-name": name },
    labelWithHelp(session, id, { name, label }),
    h(
      "select",
      {
        id,
        "aria-describedby": hint === undefined ? undefined : hintId,
        "aria-invalid": session.tasks.of(name)?.message ? "true" : undefined,
        oninput: noteDraft(session, name, begins),
        onchange: whenChosen,
      },
      optionViews(options, value()),
    ),
    hint !== undefined && h("p", { class: "hint", id: hintId }, hint),
    taskMessage(session, name),
  );
  return { view, value };
}

function optionViews(options: readonly Choice[], chosen: string): HTMLElement[] {
  return options.map(({ code, word }) =>
    h("option", { value: code, selected: code === chosen }, word),
  );
}

/** Keeps the text of a control as a draft while it is entered; what was refused of it is then gone. */
export function noteDraft(
  session: Session,
  name: FieldName,
  begins: string,
): (event: Event) => void {
  return (event) => {
    const { value } = event.currentTarget as
      HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
    session.drafts.enter(name, value, begins);
    session.forgetRefusal(name);
  };
}
