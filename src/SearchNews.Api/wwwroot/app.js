// The pages work without this. Here they are made quicker: results as you type, parts that open in place, keys.
import { startCompletions } from "./completions.js";
import { startImages } from "./images.js";
import { startKeys } from "./keys.js";
import { startPanels } from "./panels.js";
import { startSearch } from "./search.js";

startImages();
startPanels();
startSearch();
startCompletions();
startKeys();
