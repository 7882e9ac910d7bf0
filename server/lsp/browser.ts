/** The language server in a web worker. It has no files: the client hands the library over. */

import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from 'vscode-languageserver/browser';
import { serve } from './server.ts';

declare const self: DedicatedWorkerGlobalScope;

serve(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
  readLibrary: ({ library }) =>
    library === undefined
      ? Promise.reject(new Error('The client sent no "library" in initializationOptions.'))
      : Promise.resolve(library),
});
