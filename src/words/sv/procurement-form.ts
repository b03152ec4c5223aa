/** Formuläret för upphandlingen själv. Part of the Swedish word list. */

export const procurementForm = {
  groups: {
    procedure: "Förfarande och giltighet",
    lots: "Delar",
    lowBids: "Onormalt låga anbud",
    papers: "Till handlingarna",
  },
  currencies: {
    SEK: "svenska kronor",
    EUR: "euro",
    NOK: "norska kronor",
    DKK: "danska kronor",
    GBP: "brittiska pund",
    USD: "amerikanska dollar",
  },
  fixed: {
    opened: (when: string, by: string): string =>
      `Registrerat när anbuden öppnades, ${when} av ${by}. En ändring räknas inte förrän den är registrerad med skäl.`,
    finalised: (when: string, by: string): string =>
      `Utvärderingen är fastställd ${when} av ${by}. Öppna den igen med skäl (Granska, Fastställ och besluta) innan något ändras.`,
    published: (when: string, by: string): string =>
      `Modellen är publicerad ${when} av ${by}, och dess belopp är i den här valutan.`,
    pricesOpened: (when: string, by: string): string =>
      `Priserna är öppnade ${when} av ${by}, och kan inte hållas förslutna längre.`,
  },
  unreadable:
    "Arbetsboken går inte att läsa än, så det är inte känt vad som är registrerat. Rätta först det som anmärkningarna nämner.",
};
