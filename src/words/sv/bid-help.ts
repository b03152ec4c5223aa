/** The help on the fields of a bid's own form. Part of the Swedish help. */
import type { HelpWords } from "../help-shape";

export const bidHelp: HelpWords["bid"] = {
  bidder: [
    "Leverantörens namn, som det står i anbudet.",
    "Namnet står på resultatbladen, i protokollet och i underrättelserna.",
    "Norrvik Verksamhetssystem AB",
  ],
  organisationNumber: [
    "Leverantörens organisationsnummer.",
    "Det skiljer leverantörer med liknande namn åt; tomt betyder att det inte är noterat.",
    "556677-8899",
  ],
  receivedAt: [
    "Dagen då anbudet kom in, med klockslag.",
    "Ett anbud som kom in efter sista anbudsdag får en anmärkning; tomt betyder att det inte är noterat.",
    "2026-03-02 11:40",
  ],
  deliveryModel: [
    "Den leveransform som anbudet gäller.",
    "Anbudet prissätter bara de rader som leveransformen har.",
    "Drift hos leverantören (L1)",
  ],
  priceForm: [
    "Om anbudet har ett totalpris eller ett pris på varje prisrad.",
    "Det ena eller det andra, aldrig båda.",
    "Prisrader",
  ],
  price: [
    "Anbudets pris i en summa, i upphandlingens valuta.",
    "Tomt betyder att priset saknas och är aldrig noll; skriv 0 bara om det verkligen är noll.",
    "8 900 000,50",
  ],
  prices: [
    "Anbudets pris på raden, per enhet och i upphandlingens valuta.",
    "Tomt betyder att priset saknas och är aldrig noll; skriv 0 bara om det verkligen är noll.",
    "1 249,50",
  ],
  statedTotal: [
    "Den summa som anbudsgivaren själv har räknat ut.",
    "Den jämförs med den uträknade summan, så att ett räknefel syns; den används aldrig i dess ställe.",
    "8 900 000,50",
  ],
  answers: [
    "Det som anbudsgivaren själv har svarat på kravet.",
    "Svaret är inte er bedömning; tomt betyder att inget svar finns och är aldrig nej.",
    "Ja",
  ],
};
