/** Formuläret för ett anbud. Part of the Swedish word list. */

export const bidForm = {
  said: {
    sealed: "priserna är förslutna",
    noPrice: "inget pris än",
    left: (left: number, count: number): string =>
      left === count ? `inget av ${count} priser ifyllt` : `${left} av ${count} priser återstår`,
    priced: "alla priser är ifyllda",
  },
  sealed:
    "Priserna är förslutna tills kvaliteten är fastställd. Då skrivs de här, eller öppnas ur en prisfil i steget Poäng, och registreras.",
  fixed: {
    prices: (when: string, by: string): string =>
      `Priserna är registrerade ${when} av ${by}. En ändring räknas inte förrän den är registrerad med skäl.`,
    answers: (when: string, by: string): string =>
      `Svaren är registrerade ${when} av ${by}. En ändring räknas inte förrän den är registrerad med skäl.`,
  },
  gone: "Anbudet eller raden finns inte längre i arbetsboken. Läs om och försök igen.",
  rows: "Prisrader",
  inYear: (name: string, year: number): string => `${name}, år ${year}`,
  perCent: "procent",
  hints: {
    bidder: (_currency: string): string => "",
    organisationNumber: (_currency: string): string => "",
    receivedAt: (_currency: string): string =>
      "Datum och klockslag, till exempel 2026-03-02 11:40.",
    deliveryModel: (_currency: string): string => "",
    priceForm: (_currency: string): string => "Ett totalpris, eller ett pris på varje prisrad.",
    price: (currency: string): string =>
      `${currency}. Tomt: priset saknas. Skriv 0 bara om det verkligen är noll.`,
    statedTotal: (currency: string): string =>
      `${currency}. Jämförs med den uträknade summan och används aldrig i dess ställe.`,
    unit: (unit: string, currency: string): string =>
      unit === ""
        ? currency
        : unit.includes("/")
          ? unit.startsWith(`${currency}/`)
            ? unit
            : `${currency}, ${unit}`
          : `${currency} per ${unit}`,
    quantity: (number: string): string => `mängd ${number}`,
    ceiling: (number: string): string => `högst ${number}`,
    floor: (number: string): string => `lägst ${number}`,
    optional: "får lämnas tomt",
  },
};
