/** How much of a hostile file is looked at before it is refused, by name and with its figure. */
export interface Limits {
  /** Bytes of one file. */
  readonly bytes: number;
  readonly pages: number;
  /** Characters of one page. */
  readonly characters: number;
  /** Members of one archive, nested ones among them. */
  readonly members: number;
  /** Bytes of all members of an archive once unpacked. */
  readonly unpacked: number;
  /** How often a member may be larger than its packed bytes: more is a bomb. */
  readonly ratio: number;
  /** Archives within archives, mails within mails. */
  readonly depth: number;
  /** ms for one page. */
  readonly pageTime: number;
}

export const LIMITS: Limits = {
  bytes: 256 * 1024 * 1024,
  pages: 5000,
  characters: 200_000,
  members: 5000,
  unpacked: 1024 * 1024 * 1024,
  ratio: 1100,
  depth: 8,
  pageTime: 20_000,
};
