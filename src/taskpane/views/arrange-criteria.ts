/**
 * A criterion moved, nested, divided or taken away in the tree: by buttons, by Alt and an arrow on its
 * line, or dragged by its handle, also by a finger. Where it stands afterwards is read aloud.
 */
import type { ArrangeRequest } from "../../app/arrange-criteria";
import type { Arrangement, Target } from "../../app/arranged-criteria";
import type { CriterionLine } from "../../case/criterion-tree";
import { confirmedAction, taskMessage } from "../controls";
import type { Child } from "../element";
import { h } from "../element";
import { RpcFailure } from "../rpc";
import type { Session } from "../session";
import { formName } from "./row-form";

function arrangingName({ id }: CriterionLine): string {
  return `arrange ${id}`;
}

/** The buttons that move, nest and divide a criterion, and the one that takes it away. */
export function arrangeView(session: Session, line: CriterionLine): Child {
  const { text } = session;
  return [
    h(
      "div",
      { class: "ways arrange", role: "group", "aria-label": text.criteria.arrange(line.name) },
      line.arrangements
        .filter((each) => each !== "remove")
        .map((each) => arrangeButton(session, line, each)),
    ),
    h("p", { class: "hint" }, text.criteria.keys),
    line.isScored && h("p", { class: "hint" }, text.criteria.scored),
    line.arrangements.includes("remove") &&
      confirmedAction(
        session,
        {
          name: `remove ${line.id}`,
          label: text.criteria.arrangements.remove,
          warning: text.criteria.removeWarning(line.name),
        },
        () => arrange(session, line, { id: line.id, arrangement: "remove" }),
      ),
  ];
}

function arrangeButton(
  session: Session,
  line: CriterionLine,
  arrangement: Arrangement,
): HTMLElement {
  return h(
    "button",
    {
      type: "button",
      class: "subtle",
      "data-name": `${arrangement} ${line.id}`,
      onclick: () => pressArrange(session, line, { id: line.id, arrangement }),
    },
    session.text.criteria.arrangements[arrangement],
  );
}

/** A criterion's line with its handle; other criteria are dropped before it, after it or into it. */
export function movableLine(session: Session, line: CriterionLine, opener: Child): HTMLElement {
  return h(
    "div",
    { class: "movable", ...placeToDrop({ id: line.id, kind: line.isGroup ? "group" : "line" }) },
    handleView(session, line),
    h("div", { onkeydown: (event: KeyboardEvent) => moveByKey(session, line, event) }, opener),
    taskMessage(session, arrangingName(line)),
  );
}

/** The place for a new criterion, where one that is dropped comes last. */
export function lastPlace(session: Session, group: string, adder: Child): HTMLElement {
  const lines = session.known?.criteria?.lines ?? [];
  const lastRoot = lines.filter(({ depth }) => depth === 0).at(-1)?.id ?? "";
  const place: Place =
    group === "" ? { id: lastRoot, kind: "after" } : { id: group, kind: "inside" };
  return h("div", { class: "movable", ...placeToDrop(place) }, adder);
}

/**
 * What takes hold of a criterion, by a mouse, a pen or a finger. By the keyboard and for a screen reader
 * there are the keys and the buttons.
 */
function handleView(session: Session, line: CriterionLine): HTMLElement {
  const end = () => {
    mark(undefined);
    session.dragged = "";
  };
  return h(
    "span",
    {
      class: "handle",
      "aria-hidden": "true",
      title: session.text.criteria.drag(line.name),
      onpointerdown: (event: PointerEvent) => {
        if (event.button !== 0) return;
        // A text beside it would be marked by the mouse that moves.
        event.preventDefault();
        (event.currentTarget as Element).setPointerCapture(event.pointerId);
        session.dragged = line.id;
      },
      onpointermove: (event: PointerEvent) => {
        if (event.buttons === 0) return;
        const isDragged = session.dragged === line.id;
        if (isDragged) scrollTowards(event);
        mark(isDragged ? targetAt(session, event) : undefined);
      },
      onpointerup: (event: PointerEvent) => {
        const target = session.dragged === line.id ? targetAt(session, event) : undefined;
        end();
        if (target) pressArrange(session, line, { id: line.id, to: target.to });
      },
      onpointercancel: end,
    },
    "⠿",
  );
}

/** Where a criterion can be dropped: on a line or a group, or last in a group or of all. */
type Place = { readonly id: string; readonly kind: "line" | "group" | "after" | "inside" };

function placeToDrop({ id, kind }: Place): { readonly [attribute: string]: string } {
  return { "data-onto": id, "data-kind": kind };
}

/** What the pointer is over that the dragged criterion can be dropped on. */
function targetAt(
  session: Session,
  { clientX, clientY }: PointerEvent,
): { readonly zone: HTMLElement; readonly to: Target } | undefined {
  const zone = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>(".movable");
  if (!zone) return undefined;
  const { onto = "", kind } = zone.dataset;
  const to: Target = { id: onto, where: whereIn(zone, kind as Place["kind"], clientY) };
  return canDrop(session, to) ? { zone, to } : undefined;
}

/** A group is dropped before or into: what comes after it comes after all of it. */
function whereIn(zone: Element, kind: Place["kind"], y: number): Target["where"] {
  if (kind === "after" || kind === "inside") return kind;
  const { top, height } = zone.getBoundingClientRect();
  const isAbove = y < top + height / 2;
  if (isAbove) return "before";
  return kind === "group" ? "inside" : "after";
}

/** Marks where it would be dropped, and nowhere else. */
function mark(target: ReturnType<typeof targetAt>): void {
  for (const each of document.querySelectorAll<HTMLElement>("[data-drop]"))
    if (each !== target?.zone) delete each.dataset["drop"];
  if (target) target.zone.dataset["drop"] = target.to.where;
}

/** How near an edge of the window the page begins to scroll, and how far for each move. */
const [edge, stride] = [48, 12];

function scrollTowards({ clientY }: PointerEvent): void {
  if (clientY < edge) window.scrollBy(0, -stride);
  else if (clientY > window.innerHeight - edge) window.scrollBy(0, stride);
}

/** A criterion is not dropped on itself, nor under itself. */
function canDrop(session: Session, { id }: Target): boolean {
  const lines = session.known?.criteria?.lines ?? [];
  const from = lines.findIndex((line) => line.id === session.dragged);
  const { depth = 0 } = lines[from] ?? {};
  const below = lines.slice(from + 1);
  const end = below.findIndex((line) => line.depth <= depth);
  const own = [lines[from], ...(end < 0 ? below : below.slice(0, end))];
  return from >= 0 && !own.some((line) => line?.id === id);
}

/** The keys that arrange a criterion on its line, with Alt. */
const keys: { readonly [key: string]: Arrangement | undefined } = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowRight: "in",
  ArrowLeft: "out",
};

/** Alt and an arrow on the line itself; in its form the keys are those of the fields. */
function moveByKey(session: Session, line: CriterionLine, event: KeyboardEvent): void {
  const arrangement = event.altKey ? keys[event.key] : undefined;
  const isOnLine = (event.target as Element).closest("summary, .choice") !== null;
  if (!arrangement || !isOnLine) return;
  // The browser goes back and forth in its history by the same keys.
  event.preventDefault();
  if (line.arrangements.includes(arrangement))
    return pressArrange(session, line, { id: line.id, arrangement });
  const { cannot, arrangements } = session.text.criteria;
  session.announce(cannot(line.name, arrangements[arrangement]));
}

function pressArrange(session: Session, line: CriterionLine, request: ArrangeRequest): void {
  session.press(arrangingName(line), `${line.name}: ${howOf(session, request)}`, () =>
    arrange(session, line, request),
  );
}

function howOf({ text }: Session, { arrangement }: ArrangeRequest): string {
  return arrangement ? text.criteria.arrangements[arrangement] : text.criteria.moved;
}

async function arrange(
  session: Session,
  line: CriterionLine,
  request: ArrangeRequest,
): Promise<void> {
  const { text, tasks } = session;
  let said = "";
  await session.renew(async () => {
    const entry = await session.ask("arrange", request);
    if (!entry.kept) throw new RpcFailure("not-arranged", {}, entry.why);
    session.noteWritten();
    said = entry.said;
    return entry.known ?? session.ask("take");
  });
  const task = tasks.of(arrangingName(line));
  if (task && said !== "") tasks.warn(task, said);
  const how = howOf(session, request);
  session.announce(
    [text.criteria.arranged(line.name, how), placeText(session, line.id), said]
      .filter((part) => part !== "")
      .join(" "),
  );
  const stays = formName({ table: "criteria", id: line.id });
  const isGone = request.arrangement === "remove";
  const name = isGone ? formName({ table: "criteria", id: "" }) : stays;
  session.bringTo({ name, isFocused: true, block: "nearest" });
}

/** Where a criterion stands among those beside it, and under which. */
function placeText({ known, text }: Session, id: string): string {
  const lines = known?.criteria?.lines ?? [];
  const at = lines.findIndex((line) => line.id === id);
  const line = lines[at];
  if (!line) return "";
  const start = lines.slice(0, at).findLastIndex(({ depth }) => depth < line.depth);
  const after = lines.slice(start + 1);
  const end = after.findIndex(({ depth }) => depth < line.depth);
  const siblings = (end < 0 ? after : after.slice(0, end)).filter(
    ({ depth }) => depth === line.depth,
  );
  const position = siblings.findIndex((each) => each.id === id) + 1;
  return text.criteria.placed(position, siblings.length, lines[start]?.name);
}
