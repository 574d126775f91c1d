/** What pdf.js runs in a worker; loaded here it runs in ours. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
