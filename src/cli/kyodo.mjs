import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { bundled } from './bundle.mjs';

/** The command line as people start it: kyodo.ts, from its bundle. Node is this process, so signals reach the bot. */

// What an error says names the lines of the sources.
process.setSourceMapsEnabled(true);
const program = await bundled().catch((error) => {
  // No text of src/texts can be read yet.
  process.stderr.write(
    'プログラムを組み立てられません。このフォルダーに書ける利用者で、npm run prepare を実行してください。\n',
  );
  process.stderr.write(`${error.message}\n`);
  process.exit(3);
});
await import(pathToFileURL(program).href);
