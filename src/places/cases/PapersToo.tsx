import { Checkbox } from '@mantine/core';
import { db } from '../../store/open';
import { papersHere } from '../../store/papers';
import { papersText, sizeText } from '../../ui/size';
import { useKeptAside } from '../../ui/use-kept';

/** Whether the papers of a case go into its file: how many, how large, and what is left out either way. */
export function PapersToo({
  caseId,
  checked,
  onChange,
}: {
  caseId: string;
  checked: boolean;
  onChange: (papers: boolean) => void;
}) {
  const papers = useKeptAside(() => papersHere(db, caseId), [caseId]);
  if (!papers || papers.here + papers.missing === 0) return null;
  const { here, size, missing } = papers;
  return (
    <Checkbox
      label={`With its papers: ${papersText(here)}, ${sizeText(size)}`}
      description={
        missing > 0
          ? `${papersText(missing)} are not in this browser and are left out either way`
          : 'left out, the file holds their names and what was entered from them, and not the papers'
      }
      checked={checked}
      onChange={(e) => onChange(e.currentTarget.checked)}
    />
  );
}
