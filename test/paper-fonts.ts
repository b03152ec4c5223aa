/** The fonts of a PDF as the program carries them, read from their package. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PaperFonts } from "../src/render/pdf-document";

const fonts = join(__dirname, "../node_modules/@expo-google-fonts/source-sans-3");
const font = (name: string) => readFileSync(join(fonts, name, `SourceSans3_${name}.ttf`));

export const paperFonts: PaperFonts = {
  regular: font("400Regular"),
  bold: font("600SemiBold"),
  italic: font("400Regular_Italic"),
};
