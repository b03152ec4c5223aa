/** Historiken på svenska: sedan när varje uppgift gäller, vad som ändrats och vilka utfall som ersatts. Part of the Swedish word list. */
import { plural } from "./numbers";
import { momentText } from "../time";

export const historyWords = {
  history: {
    outcome: (bid: string, result: string, rank: string): string =>
      `${bid} ${result}${rank === "" ? "" : ` (plats ${rank})`}`,
    parts: {
      model: "Modellen",
      register: "Förteckningen över anbuden",
      prices: "Priserna",
      verdicts: "Svar och kravprövning",
      records: "Gruppens beslut",
      scores: "Poäng",
    },
    standing: {
      title: "Vad som avgör utfallet, och sedan när det gäller",
      note: "Ändringar som gjordes innan uppgifterna registrerades framgår inte av filen. Bara en förankring utanför filen visar att historiken inte har gjorts om.",
      columns: ["Del", "Omfattning", "Registrerat", "Ändringar sedan dess"],
      extent: (values: number, bids: number): string =>
        `${plural(values, "uppgift", "uppgifter")}${bids === 0 ? "" : ` i ${bids} anbud`}`,
      since: (time: string, by: string, event: string): string =>
        `${momentText(time)} av ${by} (${event})`,
      through: (first: string, last: string, by: string, event: string): string =>
        `${momentText(first)} till ${momentText(last)} av ${by} (${event})`,
      changes: (count: number): string =>
        count === 0
          ? "inga ändringar"
          : count === 1
            ? "1 ändrad uppgift"
            : plural(count, "ändrad uppgift", "ändrade uppgifter"),
      unrecorded: "inte registrerat",
      remedy: {
        model: "Kan inte visas. Publicera modellen (publish).",
        register: "Kan inte visas. Registrera anbudsöppningen (open-bids).",
        prices:
          "Kan inte visas. Registrera priserna (record-prices), eller öppna prisfilen (open-prices).",
        verdicts: "Kan inte visas. Fastställ kvaliteten (seal-quality).",
        records: "Kan inte visas. Utvärdera (evaluate), så registreras de.",
        scores: "Kan inte visas. Registrera poängen (record).",
      },
    },
    changes: {
      answered: (answer: string): string =>
        answer === "" ? "inget nytt värde" : `Svar: ${answer}`,
      title: "Ändringar av registrerade uppgifter, och gruppens beslut",
      note: "Verkan är utfallet före och efter just den ändringen, räknat på det som registrerats till och med nu men utan de senare ändringarna.",
      none: "Inga registrerade uppgifter är ändrade.",
      columns: ["När och vem", "Vad", "Uppgift", "Ändring", "Skäl", "Verkan på utfallet"],
      kinds: {
        changed: "Ändring",
        score: "Ny poäng",
        withdrawn: "Anbudet återkallat",
        rejected: "Anbudet förkastat",
        added: "Anbud tillagt",
        removed: "Anbud borttaget",
        clarifications: "Förtydligande",
        exclusions: "Beslut om uteslutning",
        lowBids: "Beslut om lågt anbud",
        lotteries: "Lottning",
        adjustments: "Krav justerat",
        reopened: "Öppnad igen",
        "round-closed": "Omgång avslutad",
        unrecorded: "Inte registrerad, räknas inte",
      },
      dropped: "utgår",
      cannotTell: "kan inte räknas: raden finns inte kvar, eller ändringarna är för många",
      ifCounted: (effect: string): string => `om den räknades: ${effect}`,
      counted: (effect: string): string =>
        `talen är räknade med den, och ingen kan tilldelas: ${effect}`,
      unpublished: "Inte registrerad, spärrar tilldelningen",
      first: (before: string, after: string): string =>
        before === after
          ? `först, före och efter: ${after}`
          : `först: ${after} i stället för ${before}`,
      noFirst: "inget anbud",
      rest: (count: number): string => `och ${count} till`,
      nobody: "vem och när är inte registrerat",
    },
    reviews: {
      title: "Intygade granskningar",
      none: "Ingen granskning är intygad.",
      columns: ["När och vem", "Intyg", "Gäller"],
      stands: "gäller",
      lapsed: (what: string): string => `gäller inte längre: ${what}`,
      what: {
        model: "modellen är publicerad på nytt",
        input: "underlaget är ändrat",
        outcome: "utfallet är ett annat",
        papers: "skäl eller sekretess är ändrade",
      },
      unseen: "ändringen är inte registrerad",
    },
    tried: {
      title: "Utfall som registrerats och sedan ersatts",
      note: "Varje utvärdering som gav ett annat utfall än den senaste. Att utvärdera innan allt är klart är i sin ordning; att utvärdera med kända priser och sedan ändra en bedömning är det inte.",
      none: "Inget annat utfall än det senaste är registrerat.",
      unevaluated:
        "Kan inte visas: ingen utvärdering är registrerad. Utvärdera (evaluate), så registreras utfallet.",
      columns: ["När och vem", "Priserna", "Utfall", "Ändrat före nästa utvärdering"],
      known: "kända",
      unknown: "inte kända",
      unsaid: "inte angivet",
      unseen: "Underlaget är ändrat, men ändringen är inte registrerad.",
      same: "Inget; utfallet räknades om.",
    },
  },
};
