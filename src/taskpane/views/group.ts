/**
 * The evaluation group's work in the pane: what is to be agreed, flags for a moderator, the journal, and
 * score sheets to make and merge. The forms of the acts are drawn by ./acts.
 */
import type { GroupAnswer } from "../../case/answers";
import { action, button, cellLink, fold } from "../controls";
import type { Child } from "../element";
import { h } from "../element";
import type { Session } from "../session";
import { actViews, make, perform } from "./acts";
import { evaluatorsView } from "./evaluators";
import { moderateView } from "./moderate";
import { openScore } from "./open-score";
import type { Parts } from "./parts";
import { sectionView } from "./section";

export function groupParts(session: Session, group: GroupAnswer): Parts {
  const { text } = session;
  const { panel, flags } = group;
  const important = flags.filter(({ isFormality }) => !isFormality);
  return [
    panel.criteria.length > 0 && {
      name: "moderation",
      title: text.moderate.title,
      isMain: true,
      body: () => moderateView(session, panel),
    },
    {
      name: "evaluators",
      title: text.evaluators.title(panel.evaluators.length),
      narrow: "folded",
      body: () => evaluatorsView(session, panel.evaluators),
    },
    flags.length > 0 && {
      name: "flags",
      title: text.group.flags(important.length),
      body: () => flagsView(session, flags),
    },
    { name: "journal", title: text.group.journal, body: () => journalView(session, group) },
    panel.evaluators.length > 0 && {
      name: "score sheets",
      title: text.group.sheets,
      body: () => scoreSheetsView(session),
    },
    ...group.scores.map((each, n) => ({
      name: `scores ${n}`,
      title: each.title,
      narrow: "folded" as const,
      body: () => sectionView(session, each),
    })),
  ];
}

/** What may move the result first; formalities folded. */
function flagsView(session: Session, flags: GroupAnswer["flags"]): Child {
  const { text } = session;
  const formalities = flags.filter(({ isFormality }) => isFormality);
  const others = flags.filter(({ isFormality }) => !isFormality);
  return [
    h("p", { class: "hint" }, text.group.flagHint),
    others.length > 0 && flagList(session, others),
    formalities.length > 0 &&
      fold(session, "formalities", text.group.formalities(formalities.length), () =>
        flagList(session, formalities),
      ),
  ];
}

function flagList(session: Session, flags: GroupAnswer["flags"]): HTMLElement {
  const { text } = session;
  return h(
    "ul",
    { class: "pointers" },
    flags.map(({ score, worth, rule, ...flag }) =>
      h(
        "li",
        {},
        h("strong", {}, flag.text),
        worth !== "" && ` – ${worth}`,
        score && [
          " ",
          button(
            `open flag ${score.criterion} ${score.bid}`,
            text.moderate.open,
            () => openScore(session, score),
            "link",
          ),
        ],
        h("p", { class: "hint" }, `${rule} · `, cellLink(session, flag, flag.text)),
      ),
    ),
  );
}

/** Score sheets for the evaluators: in the workbook where that is Excel's, or as files. */
function scoreSheetsView(session: Session): Child {
  const { text, where } = session;
  return [
    h("p", { class: "hint" }, text.group.sheetsHint),
    where === "excel"
      ? [
          action(session, { name: "score-sheets workbook", label: text.group.makeInWorkbook }, () =>
            make(session, { handout: "score-sheets", where: "workbook" }),
          ),
          action(session, { name: "merge own", label: text.group.mergeOwn }, () =>
            perform(session, { act: "merge" }),
          ),
        ]
      : action(session, { name: "score-sheets files", label: text.group.makeFiles }, () =>
          make(session, { handout: "score-sheets", where: "files" }),
        ),
    actViews(session, "score-sheets"),
  ];
}

function journalView(session: Session, { unrecorded, isAnyScored, isSealed }: GroupAnswer): Child {
  const { text } = session;
  const all = unrecorded.first + unrecorded.changed;
  return [
    all === 0 && !isAnyScored
      ? h("p", { class: "hint" }, text.group.nothingScored)
      : h(
          "p",
          { class: unrecorded.changed > 0 ? "bad" : all > 0 ? "open" : "good" },
          text.group.toRecord(unrecorded.first, unrecorded.changed),
        ),
    isSealed && [
      h("p", { class: "hint" }, text.group.sealed),
      session.where === "file" && [
        action(session, { name: "price-file", label: text.group.priceFile }, () =>
          make(session, { handout: "price-file" }),
        ),
        h("p", { class: "hint" }, text.group.priceFileHint),
      ],
    ],
    actViews(session, "scores"),
  ];
}
