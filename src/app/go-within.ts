/** Goes to a place of a case, `papers?at=...` too: as a link would, since the router takes what follows a `?` for the page's own. */
export function goWithin(caseId: string, to: string): void {
  location.hash = `#/case/${caseId}/${to}`;
}
