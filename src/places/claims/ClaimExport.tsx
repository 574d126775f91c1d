import { Button } from '@mantine/core';
import type { Ledger } from '../../analysis/claims';
import { claims } from '../../exhibits/documents/claims';
import type { ClaimNote } from '../../record/work-product';
import type { CaseView } from '../../ui/case-view';
import { stampNow } from '../../ui/stamp-now';
import { today } from '../../ui/today';
import { useExport } from '../../ui/use-export';

interface Props {
  readonly view: CaseView;
  readonly ledger: Ledger;
  readonly notes: ReadonlyMap<string, ClaimNote>;
}

/** The ledger as a table that is handed over, without the attorney's comments. */
export function ClaimExport({ view, ledger, notes }: Props) {
  const { underWay, make } = useExport();
  // Of her notes only these two fields go on: what the table is not given it cannot hold.
  const choice = {
    matter: Object.fromEntries([...notes.values()].flatMap((n) => (n.matter ? [[n.about, n.matter]] : []))),
    out: [...notes.values()].flatMap((n) => (n.out ? n.about : [])),
  };
  const makeOf = async (kind: (typeof claims)[number]): Promise<void> => {
    const { record } = view;
    await make(kind, { record, ledger, choice, made: today(), stamp: await stampNow(record.case.id) });
  };
  return claims.map((kind) => (
    <Button
      key={kind.id}
      size="compact-sm"
      variant="default"
      loading={underWay?.what === kind.name}
      disabled={underWay !== null || ledger.claims.length === 0}
      onClick={() => void makeOf(kind)}
    >
      Table in {kind.ending === 'docx' ? 'Word' : kind.ending.toUpperCase()}
    </Button>
  ));
}
