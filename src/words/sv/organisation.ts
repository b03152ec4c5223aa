/** Roller och tidplan på svenska. Part of the Swedish word list. */

export const organisationSheets = { roles: "Roller", timePlan: "Tidplan" };

export const organisationGuides = {
  roles:
    "De som deltar i upphandlingen: styrgrupp, projektgrupp, referensgrupp och utvärderingsgrupp, en person på varje rad.",
  timePlan:
    "Upphandlingens steg fram till beslutet. Ange vilken milstolpe ett steg avslutas med, så hämtas dagen då den passerades ur journalen.",
};

export const organisationHeaders = {
  roles: {
    order: "Ordning",
    group: "Grupp",
    name: "Namn",
    role: "Roll",
    organisation: "Organisation",
  },
  timePlan: {
    order: "Ordning",
    step: "Steg",
    plannedAt: "Planerat",
    milestone: "Milstolpe",
    doneAt: "Genomfört",
    responsible: "Ansvarig",
  },
};

export const organisationWords = {
  roleGroups: {
    steering: "Styrgrupp",
    project: "Projektgrupp",
    reference: "Referensgrupp",
    evaluation: "Utvärderingsgrupp",
    other: "Annan",
  },
  organisation: {
    title: "Organisation och tidplan",
    none: "Roller och tidplan är inte angivna.",
    roles: "Roller",
    timePlan: "Tidplan",
  },
};
