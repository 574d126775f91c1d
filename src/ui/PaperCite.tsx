interface Props {
  readonly caseId: string;
  /** Id of a paper of the case; empty for none. */
  readonly paper: string;
  readonly page: string;
  readonly papers: readonly { readonly id: string; readonly name: string }[];
}

/** The paper that a row stands in; a click opens its page. Nothing where it names none. */
export function PaperCite({ caseId, paper, page, papers }: Props) {
  const of = papers.find((p) => p.id === paper);
  const at = page === '' ? '' : ` p. ${page}`;
  if (!of) return page === '' ? null : <small className="cite">{at}</small>;
  const first = /\d+/.exec(page)?.[0];
  return (
    <a className="cite-link" href={`#/case/${caseId}/papers?at=${paper}${first ? `~${first}` : ''}`}>
      {of.name.split(/[/\\]/).at(-1)}
      {at}
    </a>
  );
}
