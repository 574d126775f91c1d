/** A time as its paper has it: a width that was typed beside it, `+-3m`, is ours and stays behind; `~1430` is `about 1430`. */
export const asPapersHave = (text: string): string =>
  text
    .trim()
    .replace(/\s*(\+-|±|\+\/-)\s*\d+(\.\d+)?\s*[a-z]*/gi, '')
    .replace(/^~\s*/, 'about ');
