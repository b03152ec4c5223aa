/**
 * What the build makes of an imported file that is not code: the name it has beside the program.
 */
declare module "*.wasm" {
  const file: string;
  export default file;
}
declare module "*.ttf" {
  const file: string;
  export default file;
}
declare module "*.css";
