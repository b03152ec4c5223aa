/** Text that should be JSON. It knows nothing of what the JSON is about. */
import { Failure } from "./failure";

/** @param file its name, for the sentence; @throws Failure when the text is no JSON */
export function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Failure("json-invalid", {
      file,
      why: error instanceof Error ? error.message : String(error),
    });
  }
}
