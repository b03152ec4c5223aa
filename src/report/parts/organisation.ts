/**
 * What a report says of who took part and when the steps were planned and done. It judges no delay.
 */
import type { Block } from "../../content/paper";
import type { PlannedStep } from "../../core/document/schema";
import { momentText } from "../../words/time";
import type { ReaderCase } from "../redacted-figures";
import { text } from "./blocks";
import type { ReportFacts } from "./facts";

export function organisationPart(
  { evaluation: { document }, words }: ReaderCase,
  { reachedAt }: ReportFacts,
): Block[] {
  const { roles = [], timePlan = [] } = document;
  const { none, roles: people, timePlan: plan } = words.organisation;
  const { roles: who, timePlan: steps } = words.headers;
  const doneOn = ({ doneAt, milestone }: PlannedStep): string =>
    (milestone && reachedAt.get(milestone)) ?? doneAt ?? "";
  if (roles.length + timePlan.length === 0) return [text(none)];
  return [
    {
      kind: "table",
      caption: people,
      columns: [who.group, who.name, who.role, who.organisation],
      rows: roles.map(({ group, name, role = "", organisation = "" }) => [
        words.roleGroups[group],
        name,
        role,
        organisation,
      ]),
    },
    {
      kind: "table",
      caption: plan,
      columns: [steps.step, steps.plannedAt, steps.doneAt, steps.responsible],
      rows: timePlan.map((each) => [
        each.step,
        momentText(each.plannedAt ?? ""),
        momentText(doneOn(each)),
        each.responsible ?? "",
      ]),
    },
  ];
}
