/**
 * The fonts of a PDF as bytes inside a script. A page that may connect to nothing cannot fetch them, so
 * they come as text in a piece of their own, which is loaded when a PDF is made and never otherwise.
 */
import bold from "@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf";
import italic from "@expo-google-fonts/source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf";
import regular from "@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf";
import type { PaperFonts } from "../../render/pdf-document";
import { inlineBytes } from "./inline-bytes";

export function paperFonts(): PaperFonts {
  return { regular: inlineBytes(regular), bold: inlineBytes(bold), italic: inlineBytes(italic) };
}
