/** Roles and the time plan in English. Part of the English word list. */

export const organisationSheets = { roles: "Roles", timePlan: "TimePlan" };

export const organisationGuides = {
  roles:
    "Everyone who takes part in the procurement: steering group, project group, reference group and evaluation group, one person on each row.",
  timePlan:
    "The steps of the procurement up to the decision. State the milestone that a step ends with, and the date it was reached is taken from the journal.",
};

export const organisationHeaders = {
  roles: {
    order: "Order",
    group: "Group",
    name: "Name",
    role: "Role",
    organisation: "Organisation",
  },
  timePlan: {
    order: "Order",
    step: "Step",
    plannedAt: "Planned",
    milestone: "Milestone",
    doneAt: "Done",
    responsible: "Responsible",
  },
};

export const organisationWords = {
  roleGroups: {
    steering: "Steering group",
    project: "Project group",
    reference: "Reference group",
    evaluation: "Evaluation group",
    other: "Other",
  },
  organisation: {
    title: "Organisation and time plan",
    none: "No roles and no time plan have been entered.",
    roles: "Roles",
    timePlan: "Time plan",
  },
};
