/** The acts of a procurement, attacked in their middle: whole, or not at all and with a sentence. */
import { attackedInTurn } from "./attacked";
import { decidedActs } from "./decided";

attackedInTurn(decidedActs);
