// Standard output carries our answers alone: whatever the libraries print goes to standard error.
// Imported first, because they take hold of the console while they are loaded.
import { Console } from "node:console";

globalThis.console = new Console(process.stderr, process.stderr);
