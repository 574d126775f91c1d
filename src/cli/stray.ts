/** Exceptions by which pdf.js says that a PDF is damaged. */
const OF_PDF =
  /^(?:FormatError|ParserEOFException|XRefEntryException|XRefParseException|MissingDataException|InvalidPDFException|UnknownErrorException|AbortException|JpegError|JpxError|Jbig2Error)$/;

let heard = false;

/**
 * In Node pdf.js works in this thread, and of a damaged file it may reject a promise of its own that nobody waits for (found by the
 * soak: “FormatError: Invalid number”). The page that waited is told all the same; such a stray must not end a run over a whole
 * folder. Any other stray does, as it always did.
 */
export function letStraysOfPdfGo(): void {
  if (heard) return;
  heard = true;
  process.on('unhandledRejection', (reason) => {
    const name = (reason as { name?: unknown } | null)?.name;
    if (typeof name === 'string' && OF_PDF.test(name)) return;
    throw reason;
  });
}
