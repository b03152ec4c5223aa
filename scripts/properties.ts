/**
 * `npm run properties [-- times]`: takes generated documents through the laws, as many as CI does or so
 * many times more. It starts the test runner as a program of its own, whose workers then start as the
 * runner says and not as this script.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const jest = join(__dirname, "..", "node_modules", "jest", "bin", "jest.js");
const [times = "1"] = process.argv.slice(2);
const { status } = spawnSync(process.execPath, [jest, "property.test", "--testTimeout=3600000"], {
  stdio: "inherit",
  env: { ...process.env, MORE: times },
});
process.exitCode = status ?? 1;
